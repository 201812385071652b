{{%AUTOESCAPE context="HTML"}}
{{! Any form about an account: one question, one button.
	FORM_TITLE   FORM_LEAD { FORM_LEAD_TEXT }   FORM_NOTICE { FORM_NOTICE_KIND FORM_NOTICE_TEXT }
	ERRORS_SHOWN   FORM_URL CSRF_TOKEN   FORM_HIDDEN rows { HIDDEN_NAME HIDDEN_VALUE }
	FIELDS rows (field.tpl)   FORM_BUTTON FORM_DANGER
	FORM_OTHER { FORM_OTHER_URL FORM_OTHER_TEXT } a second way, as a button
	FORM_FILES when files may come with it
	FORM_CRUMBS { breadcrumb.tpl }
	FORM_PRIVACY shown at sign-up: PRIVACY_URL is the page's
	FORM_LINKS rows { LINK_BEFORE LINK_URL LINK_TEXT } }}
[[> layout/top.tpl]]
<div class="wrap"><div class="account-page" data-unsettled>
{{#FORM_CRUMBS}}
[[> partials/breadcrumb.tpl]]
{{/FORM_CRUMBS}}<h1>{{FORM_TITLE}}</h1>
{{#FORM_LEAD}}<p class="soft">{{FORM_LEAD_TEXT}}</p>
{{/FORM_LEAD}}{{#FORM_NOTICE}}<div class="notice notice-{{FORM_NOTICE_KIND}}"><p>{{FORM_NOTICE_TEXT}}</p></div>
{{/FORM_NOTICE}}
[[> partials/error_summary.tpl]]
<form class="form" method="post" action="{{FORM_URL}}"{{#FORM_FILES}} enctype="multipart/form-data"{{/FORM_FILES}} novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#FORM_HIDDEN}}<input type="hidden" name="{{HIDDEN_NAME}}" value="{{HIDDEN_VALUE}}">
{{/FORM_HIDDEN}}{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
<button class="button{{#FORM_DANGER}} button-danger{{/FORM_DANGER}}" type="submit">{{FORM_BUTTON}}</button>
</form>
{{#FORM_OTHER}}<p class="or">[[ou]]</p>
<p><a class="button button-plain" href="{{FORM_OTHER_URL}}">{{FORM_OTHER_TEXT}}</a></p>
{{/FORM_OTHER}}{{#FORM_PRIVACY}}<p class="soft small"><a href="{{PRIVACY_URL}}">[[Ce que nous faisons de vos données]]</a></p>
{{/FORM_PRIVACY}}{{#FORM_LINKS}}<p class="soft">{{LINK_BEFORE}} <a href="{{LINK_URL}}">{{LINK_TEXT}}</a></p>
{{/FORM_LINKS}}</div></div>
[[> layout/bottom.tpl]]
