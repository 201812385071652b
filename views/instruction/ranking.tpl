{{%AUTOESCAPE context="HTML"}}
{{! The applications of a call by their scores, with a budget line.
	CALL_NAME RANKING_LEAD   STAGES_SHOWN rows { TAB… } as tabs
	BUDGET_FORM { BUDGET_URL BUDGET_VALUE STAGE_VALUE }   FIGURES
	ERRORS_SHOWN   RANKS rows { RANK_N RANK_URL RANK_TITLE RANK_WHO RANK_SCORE RANK_SPREAD { RANK_SPREAD_TEXT } RANK_REVIEWS RANK_ASKED RANK_SUM RANK_CUT RANK_IN RANK_DRAFT { RANK_DRAFT_KIND RANK_DRAFT_TEXT } }
	RANK_CUT_TEXT
	PROPOSE_FORM, PUBLISH_FORM, SPREAD_FORM { PROPOSED_MARK FORM_URL CSRF_TOKEN … } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<header class="page-head">
<h1>{{CALL_NAME}}</h1>
<p class="lead">{{RANKING_LEAD}}</p>
</header>
{{#RANK_STAGES}}
[[> partials/tabs.tpl]]
{{/RANK_STAGES}}
[[> partials/error_summary.tpl]]
[[> partials/figures.tpl]]
<form class="budget" method="get" action="{{BUDGET_URL}}" data-submit-on-change>
<input type="hidden" name="etape" value="{{STAGE_VALUE}}">
<p class="cluster"><label for="budget">[[Budget de la simulation]]</label> <input class="input-short" type="text" inputmode="decimal" autocomplete="off" id="budget" name="budget" value="{{BUDGET_VALUE}}"> <button class="button button-plain button-small" type="submit">[[Recalculer]]</button></p>
</form>
{{#RANKS_SHOWN}}<div class="scroll stacks" role="group" tabindex="0" aria-label="[[Dossiers classés par note moyenne du comité]]">
<table class="ranking">
<caption class="unseen">[[Dossiers classés par note moyenne du comité]]</caption>
<thead><tr><th scope="col" class="number">[[Rang]]</th><th scope="col">[[Projet]]</th><th scope="col" class="number">[[Note]]</th><th scope="col">[[Avis]]</th><th scope="col" class="number">[[Demandé]]</th><th scope="col" class="number">[[Cumul]]</th><th scope="col">[[Simulation]]</th></tr></thead>
<tbody>
{{#RANKS}}{{#RANK_CUT}}<tr class="rank-cut"><td colspan="7">{{RANK_CUT_TEXT}}</td></tr>
{{/RANK_CUT}}<tr{{#RANK_OUT}} class="rank-out"{{/RANK_OUT}}><td class="number" data-name="[[Rang]]">{{RANK_N}}</td><th scope="row"><a href="{{RANK_URL}}">{{RANK_TITLE}}</a> <span class="queue-who">{{RANK_WHO}}</span></th><td class="number" data-name="[[Note]]"><strong>{{RANK_SCORE}}</strong></td><td data-name="[[Avis]]">{{RANK_REVIEWS}}{{#RANK_SPREAD}} <span class="chip chip-wait">{{RANK_SPREAD_TEXT}}</span>{{/RANK_SPREAD}}</td><td class="number" data-name="[[Demandé]]">{{RANK_ASKED}}</td><td class="number" data-name="[[Cumul]]">{{RANK_SUM}}</td><td data-name="[[Simulation]]">{{#RANK_DRAFT}}<span class="chip chip-{{RANK_DRAFT_KIND}}">{{RANK_DRAFT_TEXT}}</span>{{/RANK_DRAFT}}</td></tr>
{{/RANKS}}</tbody>
</table>
</div>
{{/RANKS_SHOWN}}
[[> partials/empty.tpl]]
<div class="acts acts-ruled">
{{#PUBLISH_FORM}}<form method="post" action="{{FORM_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="vu" value="{{PROPOSED_MARK}}"><button class="button" type="submit">{{PUBLISH_TEXT}}</button></form>
{{/PUBLISH_FORM}}{{#PROPOSE_FORM}}<form method="post" action="{{FORM_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="etape" value="{{STAGE_VALUE}}"><input type="hidden" name="budget" value="{{BUDGET_VALUE}}"><button class="button button-plain" type="submit">[[Proposer ces décisions]]</button></form>
{{/PROPOSE_FORM}}{{#SPREAD_FORM}}<form method="post" action="{{FORM_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="etape" value="{{STAGE_VALUE}}"><button class="button button-plain" type="submit">[[Répartir entre les évaluateurs]]</button></form>
{{/SPREAD_FORM}}</div>
</div>
[[> layout/bottom.tpl]]
