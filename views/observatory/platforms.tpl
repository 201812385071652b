{{%AUTOESCAPE context="HTML"}}
{{! Home of an installation: its platforms.
	PLATFORMS rows { PLATFORM_URL PLATFORM_NAME PLATFORM_TAGLINE PLATFORM_MARK_URL
	    PLATFORM_FACTS rows { FACT_VALUE FACT_SAID } }   HOME_STEPS rows, as on the home of a platform   ABOUT_URL }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="hero">
<h1>[[Des territoires à l’écoute des projets]]</h1>
<p class="lead">[[Chaque plateforme réunit les projets, les financeurs et les habitants d’un territoire. Choisissez la vôtre.]]</p>
</div>
<ul class="two-up plain-list">
{{#PLATFORMS}}<li class="card platform">
<img src="{{PLATFORM_MARK_URL}}" alt="" width="48" height="48">
<h2><a href="{{PLATFORM_URL}}">{{PLATFORM_NAME}}</a></h2>
<p>{{PLATFORM_TAGLINE}}</p>
<ul class="platform-facts plain-list">
{{#PLATFORM_FACTS}}<li><strong>{{FACT_VALUE}}</strong> {{FACT_SAID}}</li>
{{/PLATFORM_FACTS}}</ul>
</li>
{{/PLATFORMS}}</ul>
<section class="section" aria-labelledby="comment">
<h2 id="comment">[[Un seul dépôt, tous les financeurs]]</h2>
<ol class="steps-list">
{{#HOME_STEPS}}<li><h3>{{HOME_STEP_NAME}}</h3><p>{{HOME_STEP_TEXT}}</p></li>
{{/HOME_STEPS}}</ol>
</section>
<section class="section prose" aria-labelledby="ailleurs">
<h2 id="ailleurs">[[Pour un autre territoire]]</h2>
<p>[[Terreau est un logiciel libre. Une plateforme est un dossier de fichiers : son identité, ses formulaires, ses appels, sans une ligne de code.]] <a href="{{ABOUT_URL}}">[[À propos de cette installation]]</a></p>
</section>
</div>
[[> layout/bottom.tpl]]
