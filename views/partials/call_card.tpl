{{%AUTOESCAPE context="HTML"}}
{{! A call in a list, inside <ul class="call-list"><li>.
	CALL_URL CALL_TITLE CALL_PROMISE CALL_STATE_KIND CALL_STATE_TEXT
	CALL_FUNDER CALL_DATES CALL_ENVELOPE { CALL_ENVELOPE_SUM } CALL_COUNT "12 projets présentés" }}
<article class="card call-card">
<div>
<span class="chip chip-{{CALL_STATE_KIND}}">{{CALL_STATE_TEXT}}</span>
<h3><a href="{{CALL_URL}}">{{CALL_TITLE}}</a></h3>
<p>{{CALL_PROMISE}}</p>
</div>
<div class="call-facts">
<p>{{CALL_FUNDER}}</p>
<p>{{CALL_DATES}}</p>
{{#CALL_ENVELOPE}}<p><strong class="amount">{{CALL_ENVELOPE_SUM}}</strong> [[à répartir]]</p>
{{/CALL_ENVELOPE}}<p>{{CALL_COUNT}}</p>
</div>
</article>
