{{%AUTOESCAPE context="HTML"}}
{{! The calls of a platform.
	TITLE (layout) CALLS_LEAD   OPEN_SHOWN { OPEN_CALLS rows }  COMING_SHOWN { COMING_CALLS rows }  PAST_SHOWN { PAST_CALLS rows }
	all rows as call_card.tpl   EMPTY }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="hero">
<h1>{{TITLE}}</h1>
<p class="lead">{{CALLS_LEAD}}</p>
</div>
{{#OPEN_SHOWN}}<section class="section" aria-labelledby="ouverts">
<h2 id="ouverts">[[Ouverts maintenant]]</h2>
<ul class="call-list">
{{#OPEN_CALLS}}<li>
[[> partials/call_card.tpl]]
</li>
{{/OPEN_CALLS}}</ul>
</section>
{{/OPEN_SHOWN}}{{#COMING_SHOWN}}<section class="section" aria-labelledby="a-venir">
<h2 id="a-venir">[[À venir]]</h2>
<ul class="call-list">
{{#COMING_CALLS}}<li>
[[> partials/call_card.tpl]]
</li>
{{/COMING_CALLS}}</ul>
</section>
{{/COMING_SHOWN}}{{#PAST_SHOWN}}<section class="section" aria-labelledby="clos">
<h2 id="clos">[[Clos]]</h2>
<ul class="call-list">
{{#PAST_CALLS}}<li>
[[> partials/call_card.tpl]]
</li>
{{/PAST_CALLS}}</ul>
</section>
{{/PAST_SHOWN}}
[[> partials/empty.tpl]]
</div>
[[> layout/bottom.tpl]]
