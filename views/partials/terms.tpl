{{%AUTOESCAPE context="HTML"}}
{{! Names and values. TERMS rows { TERM_NAME TERM_VALUE
	TERM_ACT { TERM_ACT_URL TERM_ACT_TEXT "Modifier" } } }}
<dl class="terms">
{{#TERMS}}<div class="term"><dt>{{TERM_NAME}}</dt><dd class="pre-line">{{TERM_VALUE:p}}</dd>{{#TERM_ACT}}<dd class="term-act"><a href="{{TERM_ACT_URL}}">{{TERM_ACT_TEXT}}<span class="unseen"> : {{TERM_NAME}}</span></a></dd>{{/TERM_ACT}}</div>
{{/TERMS}}</dl>
