{{%AUTOESCAPE context="HTML"}}
{{! Something to read, and at most one thing to do: a message left, a link was
	opened. TOLD_TITLE TOLD_TEXT   TOLD_NOTICE { TOLD_NOTICE_TEXT }
	TOLD_ASK { FORM_URL CSRF_TOKEN FORM_HIDDEN rows, FORM_BUTTON }
	TOLD_NEXT rows { NEXT_URL NEXT_TEXT } }}
[[> layout/top.tpl]]
<div class="wrap"><div class="account-page">
<h1>{{TOLD_TITLE}}</h1>
<p>{{TOLD_TEXT}}</p>
{{#TOLD_NOTICE}}<div class="notice"><p>{{TOLD_NOTICE_TEXT}}</p></div>
{{/TOLD_NOTICE}}{{#TOLD_ASK}}<form class="form" method="post" action="{{FORM_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#FORM_HIDDEN}}<input type="hidden" name="{{HIDDEN_NAME}}" value="{{HIDDEN_VALUE}}">
{{/FORM_HIDDEN}}<button class="button" type="submit">{{FORM_BUTTON}}</button>
</form>
{{/TOLD_ASK}}{{#TOLD_NEXT}}<p><a href="{{NEXT_URL}}">{{NEXT_TEXT}}</a></p>
{{/TOLD_NEXT}}</div></div>
[[> layout/bottom.tpl]]
