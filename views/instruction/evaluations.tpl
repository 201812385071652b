{{%AUTOESCAPE context="HTML"}}
{{! An evaluator's own list. WORKS_SAID "3 sur 12 évalués"   WORKS_PERCENT
	NEXT_WORK { NEXT_WORK_URL NEXT_WORK_TEXT }
	WORKS rows { WORKS_URL WORKS_TITLE WORKS_WHO WORKS_STAGE WORKS_AMOUNT WORKS_WAITS WORKS_WAITS_SAID WORKS_KIND WORKS_STATE }
	EMPTY (empty.tpl)   QUEUE_ALL_URL }}
[[> layout/top.tpl]]
<div class="wrap">
<header class="page-head">
<h1>[[Vos évaluations]]</h1>
{{#WORKS_SHOWN}}<p class="works-said"><strong>{{WORKS_SAID}}</strong> <progress value="{{WORKS_DONE}}" max="{{WORKS_ALL}}">{{WORKS_SAID}}</progress></p>
{{/WORKS_SHOWN}}{{#NEXT_WORK}}<p class="acts"><a class="button" href="{{NEXT_WORK_URL}}">{{NEXT_WORK_TEXT}}</a></p>
{{/NEXT_WORK}}</header>
{{#WORKS_SHOWN}}<div class="works">
<table class="queue queue-wide">
<caption class="unseen">[[Dossiers à évaluer, puis évalués]]</caption>
<thead><tr><th scope="col">[[Projet]]</th><th scope="col">[[Étape]]</th><th scope="col" class="number queue-amount">[[Demandé]]</th><th scope="col" class="number">[[Attend]]</th><th scope="col">[[Votre avis]]</th></tr></thead>
<tbody>
{{#WORKS}}<tr><td><a class="queue-title" href="{{WORKS_URL}}">{{WORKS_TITLE}}</a> <span class="queue-who">{{WORKS_WHO}}</span></td><td class="small">{{WORKS_STAGE}}</td><td class="number queue-amount">{{WORKS_AMOUNT}}</td><td class="number"><span aria-hidden="true">{{WORKS_WAITS}}</span><span class="unseen">{{WORKS_WAITS_SAID}}</span></td><td><span class="chip chip-{{WORKS_KIND}}">{{WORKS_STATE}}</span></td></tr>
{{/WORKS}}</tbody>
</table>
</div>
{{/WORKS_SHOWN}}
[[> partials/empty.tpl]]
</div>
[[> layout/bottom.tpl]]
