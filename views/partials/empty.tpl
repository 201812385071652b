{{%AUTOESCAPE context="HTML"}}
{{! Nothing here yet, and what to do next. EMPTY_TITLE EMPTY_TEXT
	EMPTY_ACT { EMPTY_URL EMPTY_ACT_TEXT }, inside EMPTY }}
{{#EMPTY}}<div class="empty">
<h2>{{EMPTY_TITLE}}</h2>
<p>{{EMPTY_TEXT}}</p>
{{#EMPTY_ACT}}<p><a class="button button-plain" href="{{EMPTY_URL}}">{{EMPTY_ACT_TEXT}}</a></p>
{{/EMPTY_ACT}}</div>
{{/EMPTY}}
