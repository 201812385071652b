{{%AUTOESCAPE context="HTML"}}
{{! The agents' work list (PANES shown in the layout).
	markers of queue_list.tpl
	QUEUE_TITLE_SAID   FIGURES rows: what waits   NEXT_WORK { NEXT_WORK_URL NEXT_WORK_TEXT }
	EVENTS rows: what changed since the last look }}
[[> layout/top.tpl]]
<div class="panes">
[[> partials/queue_list.tpl]]
<div class="pane-work">
<h1>{{QUEUE_TITLE_SAID}}</h1>
{{#NEXT_WORK}}<p class="acts"><a class="button" href="{{NEXT_WORK_URL}}">{{NEXT_WORK_TEXT}}</a></p>
{{/NEXT_WORK}}{{#FIGURES_SHOWN}}<div class="section">
[[> partials/figures.tpl]]
</div>
{{/FIGURES_SHOWN}}{{#NEWS_SHOWN}}<section class="section" aria-labelledby="nouveau">
<h2 id="nouveau">[[Ce qui a changé depuis votre dernier passage]]</h2>
[[> partials/timeline.tpl]]
</section>
{{/NEWS_SHOWN}}</div>
</div>
[[> layout/bottom.tpl]]
