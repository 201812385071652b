{{%AUTOESCAPE context="HTML"}}
{{! An error page. ERROR_TITLE ERROR_TEXT (what happened, what to do) REQUEST_ID
	ERROR_ACT { ERROR_ACT_URL ERROR_ACT_TEXT } }}
[[> layout/top.tpl]]
<div class="wrap"><div class="account-page" data-unsettled>
<h1>{{ERROR_TITLE}}</h1>
<p class="lead">{{ERROR_TEXT}}</p>
{{#ERROR_ACT}}<p><a class="button" href="{{ERROR_ACT_URL}}">{{ERROR_ACT_TEXT}}</a></p>
{{/ERROR_ACT}}<p class="small soft">[[Si cela se répète, donnez-nous ce numéro :]] <code>{{REQUEST_ID}}</code></p>
</div></div>
[[> layout/bottom.tpl]]
