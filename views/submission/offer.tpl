{{%AUTOESCAPE context="HTML"}}
{{! What a newer revision of a form asks otherwise.
	DOSSIER_URL DOSSIER_TITLE   OFFER_WHICH
	OFFER_PARTS rows { OFFER_PART OFFER_ROWS rows { OFFER_QUESTION OFFER_STEP OFFER_SAID } }
	OFFER_NONE   OFFER_PINNED   OFFER_ACCEPT { OFFER_URL OFFER_TO CSRF_TOKEN } }}
[[> layout/top.tpl]]
<div class="wrap">
<nav class="crumbs" aria-label="[[Fil d’Ariane]]"><ol><li><a href="{{DOSSIER_URL}}">{{DOSSIER_TITLE}}</a></li><li><span aria-current="page">[[Le formulaire a changé]]</span></li></ol></nav>
<h1>[[Le formulaire a changé]]</h1>
<p class="lead">{{OFFER_WHICH}}</p>
{{#OFFER_NONE}}<p class="prose">[[Les questions sont les mêmes : seules leurs règles ou leur ordre changent.]]</p>
{{/OFFER_NONE}}{{#OFFER_PARTS}}<section class="section">
<h2>{{OFFER_PART}}</h2>
<ul class="lines">
{{#OFFER_ROWS}}<li><strong>{{OFFER_QUESTION}}</strong> <span class="soft small">{{OFFER_STEP}} · {{OFFER_SAID}}</span></li>
{{/OFFER_ROWS}}</ul>
</section>
{{/OFFER_PARTS}}{{#OFFER_PINNED}}<p class="notice">[[Votre projet est devant un service : il garde les questions avec lesquelles il a été présenté. Vous pourrez changer de formulaire après la décision.]]</p>
{{/OFFER_PINNED}}{{#OFFER_ACCEPT}}<form class="form" method="post" action="{{OFFER_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="vers" value="{{OFFER_TO}}">
<p>[[Vos réponses aux questions qui restent sont gardées. Rien n’oblige à changer aujourd’hui : votre dossier peut être terminé avec le formulaire actuel.]]</p>
<div class="acts acts-ruled"><button class="button" type="submit">[[Passer au nouveau formulaire]]</button> <a href="{{DOSSIER_URL}}">[[Garder le formulaire actuel]]</a></div>
</form>
{{/OFFER_ACCEPT}}</div>
[[> layout/bottom.tpl]]
