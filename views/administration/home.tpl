{{%AUTOESCAPE context="HTML"}}
{{! The home of a platform's administration.
	CRUMBS CRUMB_HERE ADMINISTRATION_LEAD
	ENTRIES rows { ENTRY_URL ENTRY_NAME ENTRY_TEXT ENTRY_SAID { ENTRY_SAID_TEXT } }
	TERMS rows (what the preset says)   TRAIL { TRAIL_ROWS { TRAIL_WHEN TRAIL_TEXT } TRAIL_MORE { TRAIL_URL } } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<header class="page-head">
<h1>[[Administration]]</h1>
<p class="lead">{{ADMINISTRATION_LEAD}}</p>
</header>
<ul class="card-grid plain-list">
{{#ENTRIES}}<li class="card">
<h2><a href="{{ENTRY_URL}}">{{ENTRY_NAME}}</a></h2>
<p>{{ENTRY_TEXT}}</p>
{{#ENTRY_SAID}}<p class="small soft">{{ENTRY_SAID_TEXT}}</p>
{{/ENTRY_SAID}}</li>
{{/ENTRIES}}</ul>
<section class="section" aria-labelledby="s-plateforme">
<h2 id="s-plateforme">[[La plateforme]]</h2>
<p class="prose soft">[[Ce que dit son dossier de réglages. Il se modifie par fichiers, sans code, et chaque erreur y est montrée avant d’être prise en compte.]]</p>
[[> partials/terms.tpl]]
</section>
[[> partials/trail.tpl]]
</div>
[[> layout/bottom.tpl]]
