{{%AUTOESCAPE context="HTML"}}
{{! Who has which role on the platform.
	COMMUNITY_LEAD   WHY_URL   FILTER_URL, ROLE_OPTIONS and KIND_OPTIONS rows { OPTION_VALUE OPTION_TEXT OPTION_CHOSEN }
	GRANTS_SHOWN { GRANT_ROWS { GRANT_NAME GRANT_EMAIL GRANT_ROLE GRANT_WHERE GRANT_SINCE GRANT_UNTIL { GRANT_END }
	    GRANT_WHY_URL GRANT_ID } }   EMPTY   pager.tpl markers in GRANT_PAGER
	ABOVE { ABOVE_ROWS as GRANT_ROWS }   WAITING { WAITING_ROWS { WAITING_EMAIL WAITING_SAID WAITING_ID } }
	GIVE { FORM_URL ERRORS_SHOWN FIELDS rows }   TAKE_URL CANCEL_URL CSRF_TOKEN
	TRAIL { TRAIL_ROWS { TRAIL_WHEN TRAIL_TEXT } TRAIL_MORE { TRAIL_URL } } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<header class="page-head">
<h1>[[Communauté]]</h1>
<p class="lead">{{COMMUNITY_LEAD}}</p>
<p class="cluster"><a class="button" href="#donner">[[Donner un rôle]]</a> <a class="button button-plain" href="{{WHY_URL}}">[[Pourquoi ? Comprendre un droit]]</a></p>
</header>
{{#GIVE}}
[[> partials/error_summary.tpl]]
{{/GIVE}}
<section class="section" aria-labelledby="s-roles">
<h2 id="s-roles">[[Rôles donnés]]</h2>
<form class="filters-form cluster" method="get" action="{{FILTER_URL}}" data-submit-on-change>
<p><label for="f-filtre-role">[[Rôle]]</label> <select id="f-filtre-role" name="filtre_role">
{{#ROLE_OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/ROLE_OPTIONS}}</select></p>
<p><label for="f-filtre-lieu">[[Où]]</label> <select id="f-filtre-lieu" name="filtre_lieu">
{{#KIND_OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/KIND_OPTIONS}}</select></p>
<p><button class="button button-plain button-small" type="submit">[[Filtrer]]</button></p>
</form>
{{#GRANTS_SHOWN}}<div class="stacks">
<table>
<thead><tr><th scope="col">[[Personne]]</th><th scope="col">[[Rôle]]</th><th scope="col">[[Où]]</th><th scope="col">[[Depuis]]</th><th scope="col"><span class="unseen">[[Actions]]</span></th></tr></thead>
<tbody>
{{#GRANT_ROWS}}<tr><th scope="row">{{GRANT_NAME}}<br><span class="soft small break">{{GRANT_EMAIL}}</span></th><td class="first-capital" data-name="[[Rôle]]">{{GRANT_ROLE}}</td><td class="first-capital" data-name="[[Où]]">{{GRANT_WHERE}}</td><td data-name="[[Depuis]]">{{GRANT_SINCE}}{{#GRANT_UNTIL}}<br><span class="soft small">{{GRANT_END}}</span>{{/GRANT_UNTIL}}</td><td><form class="cluster" method="post" action="{{TAKE_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="attribution" value="{{GRANT_ID}}"><button class="button button-plain button-small" type="submit">[[Retirer]]<span class="unseen"> : {{GRANT_ROLE}}, {{GRANT_NAME}}</span></button> <a class="small" href="{{GRANT_WHY_URL}}">[[Pourquoi ?]]<span class="unseen"> {{GRANT_NAME}}</span></a></form></td></tr>
{{/GRANT_ROWS}}</tbody>
</table>
</div>
{{/GRANTS_SHOWN}}
[[> partials/empty.tpl]]
{{#GRANT_PAGER}}
[[> partials/pager.tpl]]
{{/GRANT_PAGER}}
</section>
{{#ABOVE}}<section class="section" aria-labelledby="s-dessus">
<h2 id="s-dessus">[[Rôles venus de plus haut]]</h2>
<p class="soft">[[Donnés sur un territoire plus large ou sur toute l’installation : ils valent aussi ici, et ne se retirent pas ici.]]</p>
<ul class="plain-list">
{{#ABOVE_ROWS}}<li>{{GRANT_NAME}} : {{GRANT_ROLE}} <span class="soft">{{GRANT_WHERE}}</span></li>
{{/ABOVE_ROWS}}</ul>
</section>
{{/ABOVE}}{{#WAITING}}<section class="section" aria-labelledby="s-attente">
<h2 id="s-attente">[[Invitations en attente]]</h2>
<ul class="plain-list">
{{#WAITING_ROWS}}<li class="cluster spread"><span>{{WAITING_EMAIL}} <span class="soft small">{{WAITING_SAID}}</span></span> <form method="post" action="{{CANCEL_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="invitation" value="{{WAITING_ID}}"><button class="button-link" type="submit">[[Annuler]]<span class="unseen"> : {{WAITING_EMAIL}}</span></button></form></li>
{{/WAITING_ROWS}}</ul>
</section>
{{/WAITING}}{{#GIVE}}<section class="section" id="donner" aria-labelledby="s-donner">
<h2 id="s-donner">[[Donner un rôle]]</h2>
<form class="form" method="post" action="{{FORM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
<button class="button" type="submit">[[Donner ce rôle]]</button>
</form>
</section>
{{/GIVE}}
[[> partials/trail.tpl]]
</div>
[[> layout/bottom.tpl]]
