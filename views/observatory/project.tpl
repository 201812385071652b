{{%AUTOESCAPE context="HTML"}}
{{! A project.
	CRUMBS CRUMB_HERE   STATE_KIND STATE_TEXT   PROJECT_TITLE PROJECT_SUMMARY
	HOLDER_NAME PLACE_NAME PROJECT_THEME PROJECT_LOOK
	PICTURE { PICTURE_SRC PICTURE_CAPTION PICTURE_SAID }
	PARTS rows { PART_NAME PART_BODY }: what the holder chose to show
	ACTIONS_SHOWN { ACTIONS rows { ACTION_NAME ACTION_KIND ACTION_STATE ACTION_PERCENT ACTION_SAID } }
	FUNDING { funding.tpl }   IMPACT { INDICATORS rows (indicator.tpl), CHARTS_LINE rows (chart_line.tpl) }
	DECISIONS_SHOWN { DECISIONS rows { DECISION_ID DECISION_DATE DECISION_ISO DECISION_KIND DECISION_TEXT DECISION_BY DECISION_REASONS } }
	EVENTS rows   FOLLOW { FOLLOW_URL }   PLACE_MAP { map_drawn.tpl }
	DOCUMENTATION { WIKI_TEXT WIKI_URL }   FILES_SHOWN { FILES rows } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<div class="aside-page">
<article>
<header>
<span class="chip chip-{{STATE_KIND}}">{{STATE_TEXT}}</span>
<h1>{{PROJECT_TITLE}}</h1>
<p class="lead">{{PROJECT_SUMMARY}}</p>
<p class="soft">{{HOLDER_NAME}} · {{PLACE_NAME}} · {{PROJECT_THEME}}</p>
</header>
{{#PICTURE}}<figure class="project-picture"><img src="{{PICTURE_SRC}}" alt="{{PICTURE_CAPTION}}" loading="lazy">{{#PICTURE_SAID}}<figcaption class="soft small">{{PICTURE_CAPTION}}</figcaption>{{/PICTURE_SAID}}</figure>
{{/PICTURE}}{{#FUNDING}}<section class="section" aria-labelledby="finances">
<h2 id="finances">[[Qui finance quoi]]</h2>
[[> partials/funding.tpl]]
</section>
{{/FUNDING}}{{#IMPACT}}<section class="section" aria-labelledby="effets">
<h2 id="effets">[[Ce que le projet change]]</h2>
<div class="two-up">
{{#CHARTS_LINE}}
[[> partials/chart_line.tpl]]
{{/CHARTS_LINE}}{{#INDICATORS}}
[[> partials/indicator.tpl]]
{{/INDICATORS}}</div>
</section>
{{/IMPACT}}{{#PARTS}}<section class="section">
<h2>{{PART_NAME}}</h2>
<p class="prose pre-line">{{PART_BODY:p}}</p>
</section>
{{/PARTS}}{{#ACTIONS_SHOWN}}<section class="section" aria-labelledby="actions">
<h2 id="actions">[[Les actions]]</h2>
<ul class="actions plain-list">
{{#ACTIONS}}<li class="action"><span class="action-name">{{ACTION_NAME}}</span> <span class="chip chip-{{ACTION_KIND}}">{{ACTION_STATE}}</span> <span class="action-progress"><progress value="{{ACTION_PERCENT}}" max="100" aria-label="[[Avancement :]] {{ACTION_NAME}}"></progress> <span class="number small">{{ACTION_SAID}}</span></span></li>
{{/ACTIONS}}</ul>
</section>
{{/ACTIONS_SHOWN}}{{#DECISIONS_SHOWN}}<section class="section" aria-labelledby="decisions">
<h2 id="decisions">[[Les décisions et leurs raisons]]</h2>
{{#DECISIONS}}<article class="decision" id="decision-{{DECISION_ID}}">
<p><span class="chip chip-{{DECISION_KIND}}">{{DECISION_TEXT}}</span> <time class="soft small" datetime="{{DECISION_ISO}}">{{DECISION_DATE}}</time></p>
<p class="prose pre-line">{{DECISION_REASONS:p}}</p>
<p class="soft small">{{DECISION_BY}}</p>
</article>
{{/DECISIONS}}</section>
{{/DECISIONS_SHOWN}}{{#FILES_SHOWN}}<section class="section" aria-labelledby="pieces">
<h2 id="pieces">[[Documents publics]]</h2>
[[> partials/files.tpl]]
</section>
{{/FILES_SHOWN}}
[[> partials/around.tpl]]
</article>
<aside class="side" aria-label="[[Repères]]">
<section class="card" aria-labelledby="etat">
<h2 id="etat">[[Où en est-on]]</h2>
[[> partials/timeline.tpl]]
{{#FOLLOW}}<p class="acts"><a class="button button-plain button-small" href="{{FOLLOW_URL}}">[[Suivre ce projet]]</a></p>
{{/FOLLOW}}</section>
{{#PLACE_MAP}}<section class="card" aria-labelledby="lieu">
<h2 id="lieu">[[Où cela se passe]]</h2>
[[> partials/map_drawn.tpl]]
<p class="small"><a href="{{PLACE_URL}}">{{PLACE_NAME}}</a></p>
</section>
{{/PLACE_MAP}}{{#DOCUMENTATION}}<section class="card" aria-labelledby="doc">
<h2 id="doc">[[Documentation]]</h2>
<p class="small">{{WIKI_TEXT}}</p>
<p class="small"><a href="{{WIKI_URL}}">[[Lire sur le wiki]]</a></p>
</section>
{{/DOCUMENTATION}}</aside>
</div>
</div>
[[> layout/bottom.tpl]]
