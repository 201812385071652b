{{%AUTOESCAPE context="HTML"}}
{{! An e-mail was sent; or a link was opened.
	CONFIRM_TITLE CONFIRM_TEXT   CONFIRM_ASK { FORM_URL CSRF_TOKEN CONFIRM_TOKEN CONFIRM_ACT }
	CONFIRM_AGAIN { AGAIN_URL CSRF_TOKEN EMAIL_VALUE }   CONFIRM_NEXT { NEXT_URL NEXT_TEXT } }}
[[> layout/top.tpl]]
<div class="wrap"><div class="account-page">
<h1>{{CONFIRM_TITLE}}</h1>
<p>{{CONFIRM_TEXT}}</p>
{{#CONFIRM_ASK}}<form class="form" method="post" action="{{FORM_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="token" value="{{CONFIRM_TOKEN}}">
<button class="button" type="submit">{{CONFIRM_ACT}}</button>
</form>
{{/CONFIRM_ASK}}{{#CONFIRM_NEXT}}<p><a class="button" href="{{NEXT_URL}}">{{NEXT_TEXT}}</a></p>
{{/CONFIRM_NEXT}}{{#CONFIRM_AGAIN}}<form class="form" method="post" action="{{AGAIN_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="email" value="{{EMAIL_VALUE}}">
<p class="soft">[[Rien reçu ? Regardez dans les indésirables, ou demandez un nouveau message.]]</p>
<button class="button button-plain" type="submit">[[Renvoyer le message]]</button>
</form>
{{/CONFIRM_AGAIN}}
</div></div>
[[> layout/bottom.tpl]]
