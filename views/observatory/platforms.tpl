{{%AUTOESCAPE context="HTML"}}
{{! Home of an installation: its platforms.
	PLATFORMS rows { PLATFORM_URL PLATFORM_NAME PLATFORM_TAGLINE PLATFORM_MARK_URL PLATFORM_COUNT } }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="hero">
<h1>[[Des territoires à l’écoute des projets]]</h1>
<p class="lead">[[Chaque plateforme réunit les projets, les financeurs et les habitants d’un territoire. Choisissez la vôtre.]]</p>
</div>
<ul class="card-grid plain-list">
{{#PLATFORMS}}<li class="card platform">
<img src="{{PLATFORM_MARK_URL}}" alt="" width="48" height="48">
<h2><a href="{{PLATFORM_URL}}">{{PLATFORM_NAME}}</a></h2>
<p>{{PLATFORM_TAGLINE}}</p>
<p class="small soft">{{PLATFORM_COUNT}}</p>
</li>
{{/PLATFORMS}}</ul>
</div>
[[> layout/bottom.tpl]]
