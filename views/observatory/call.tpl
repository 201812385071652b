{{%AUTOESCAPE context="HTML"}}
{{! A call.
	CRUMBS CRUMB_HERE STATE_KIND STATE_TEXT CALL_TITLE CALL_PROMISE
	APPLY { APPLY_URL APPLY_SAID "Il reste 38 jours." }
	CALL_PARTS rows, CALL_LAST rows { PART_NAME PART_HTML: made by cmark in safe mode from the preset }
	CALL_ASKS { REASON_LISTS rows { REASONS_TITLE REASONS rows { REASON_TEXT } }
	    PIECES_SHOWN { PIECES rows { PIECE_NAME PIECE_NEEDED PIECE_HINT { PIECE_HINT_TEXT } PIECE_MODEL { PIECE_URL } } } }
	GRIDS_SHOWN { GRIDS rows { GRID_NAME  GRID_CRITERIA rows { CRITERION_NAME CRITERION_HELP CRITERION_WEIGHT } } }
	CARDS_SHOWN { CARDS rows }   EVENTS rows: the dates of the call   TERMS rows: facts of the side card }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<div class="aside-page">
<article>
<span class="chip chip-{{STATE_KIND}}">{{STATE_TEXT}}</span>
<h1>{{CALL_TITLE}}</h1>
<p class="lead">{{CALL_PROMISE}}</p>
{{#APPLY}}<p class="acts"><a class="button" href="{{APPLY_URL}}">[[Présenter un projet]]</a> <span class="soft">{{APPLY_SAID}}</span></p>
{{/APPLY}}{{#CALL_PARTS}}<section class="section">
<h2>{{PART_NAME}}</h2>
<div class="prose">
{{PART_HTML:none}}</div>
</section>
{{/CALL_PARTS}}{{#CALL_ASKS}}<section class="section" aria-labelledby="avant">
<h2 id="avant">[[Avant de commencer]]</h2>
{{#REASON_LISTS}}<h3>{{REASONS_TITLE}}</h3>
<ul class="prose">
{{#REASONS}}<li>{{REASON_TEXT}}</li>
{{/REASONS}}</ul>
{{/REASON_LISTS}}{{#PIECES_SHOWN}}<h3 id="pieces">[[Les pièces à préparer]]</h3>
<p class="prose soft">[[Chacune se dépose une fois, dans votre coffre, et sert ensuite à tous vos dossiers.]]</p>
<ul class="prose">
{{#PIECES}}<li><strong>{{PIECE_NAME}}</strong> <span class="soft">({{PIECE_NEEDED}})</span>{{#PIECE_HINT}} <span class="soft">{{PIECE_HINT_TEXT}}</span>{{/PIECE_HINT}}{{#PIECE_MODEL}} <a href="{{PIECE_URL}}">[[Modèle à remplir]]</a>{{/PIECE_MODEL}}</li>
{{/PIECES}}</ul>
{{/PIECES_SHOWN}}</section>
{{/CALL_ASKS}}{{#GRIDS_SHOWN}}<section class="section" aria-labelledby="criteres">
<h2 id="criteres">[[Sur quoi les projets seront jugés]]</h2>
<p class="prose soft">[[Chaque critère reçoit une note faible, moyenne ou forte. Un critère non noté ne compte pas : il ne vaut pas zéro.]]</p>
{{#GRIDS}}<h3>{{GRID_NAME}}</h3>
<table>
<caption class="unseen">{{GRID_NAME}}</caption>
<thead><tr><th scope="col">[[Critère]]</th><th scope="col" class="number">[[Poids]]</th></tr></thead>
<tbody>
{{#GRID_CRITERIA}}<tr><th scope="row"><strong>{{CRITERION_NAME}}</strong> <span class="score-help">{{CRITERION_HELP}}</span></th><td class="number">{{CRITERION_WEIGHT}}</td></tr>
{{/GRID_CRITERIA}}</tbody>
</table>
{{/GRIDS}}</section>
{{/GRIDS_SHOWN}}{{#CALL_LAST}}<section class="section">
<h2>{{PART_NAME}}</h2>
<div class="prose">
{{PART_HTML:none}}</div>
</section>
{{/CALL_LAST}}{{#CARDS_SHOWN}}<section class="section" aria-labelledby="presentes">
<h2 id="presentes">[[Projets présentés]]</h2>
<ul class="project-list">
{{#CARDS}}<li>
[[> partials/card.tpl]]
</li>
{{/CARDS}}</ul>
</section>
{{/CARDS_SHOWN}}</article>
<aside class="side" aria-label="[[Repères]]">
<section class="card" aria-labelledby="dates">
<h2 id="dates">[[Les dates]]</h2>
[[> partials/timeline.tpl]]
</section>
<section class="card" aria-labelledby="reperes">
<h2 id="reperes">[[En bref]]</h2>
[[> partials/terms.tpl]]
</section>
</aside>
</div>
</div>
[[> layout/bottom.tpl]]
