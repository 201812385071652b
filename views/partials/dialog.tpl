{{%AUTOESCAPE context="HTML"}}
{{! A question before an act that cannot be undone. A link with
	data-dialog="DIALOG_ID" opens it; without script that link leads to a page that asks.
	DIALOG_ID DIALOG_TITLE DIALOG_TEXT DIALOG_URL DIALOG_ACT CSRF_TOKEN }}
<dialog class="dialog" id="{{DIALOG_ID}}" aria-labelledby="{{DIALOG_ID}}-titre">
<h2 id="{{DIALOG_ID}}-titre">{{DIALOG_TITLE}}</h2>
<p>{{DIALOG_TEXT}}</p>
<form class="acts" method="post" action="{{DIALOG_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<button class="button button-danger" type="submit">{{DIALOG_ACT}}</button>
<button class="button button-plain" type="button" data-close>[[Ne rien changer]]</button>
</form>
</dialog>
