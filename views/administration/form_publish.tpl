{{%AUTOESCAPE context="HTML"}}
{{! Before a draft is published: the linter, the differences, the two ways out.
	FORM_NAME FORM_URL ABANDON_URL EXPORT_URL EDITS CSRF_TOKEN LINT (lint.tpl)
	PUBLISH { OFFER_CHOICE { OFFER_WHO OFFER_YES or OFFER_NO TOLD { TOLD_NOTHING or TOLD_ROWS { CHANGE_KIND CHANGE_SAID CHANGE_LABEL TOLD_MORE { TOLD_SAID } } } } }
	CHANGES_FIRST or CHANGES_SHOWN { CHANGES_SAID CHANGES { CHANGE_KIND CHANGE_SAID CHANGE_LABEL CHANGE_VALUES { CHANGE_MEMBER CHANGE_BEFORE CHANGE_AFTER } } } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<header class="page-head">
<h1>[[Vérifier et publier]]</h1>
<p class="lead">{{FORM_NAME}}</p>
</header>
[[> partials/lint.tpl]]
<section class="section" aria-labelledby="s-changements">
<h2 id="s-changements">[[Ce qui change]]</h2>
{{#CHANGES_FIRST}}<p>[[C’est la première révision de ce formulaire.]]</p>
{{/CHANGES_FIRST}}{{#CHANGES_SHOWN}}<p>{{CHANGES_SAID}}</p>
<ul class="changes">
{{#CHANGES}}<li><p><span class="chip chip-{{CHANGE_KIND}}">{{CHANGE_SAID}}</span> <strong>{{CHANGE_LABEL}}</strong>{{#CHANGE_VALUES}} · {{CHANGE_MEMBER}}{{/CHANGE_VALUES}}</p>{{#CHANGE_VALUES}}<div class="change-values"><p class="pre-line"><span class="unseen">[[Avant :]] </span><del>{{CHANGE_BEFORE:p}}</del></p><p class="pre-line"><span class="unseen">[[Après :]] </span><ins>{{CHANGE_AFTER:p}}</ins></p></div>{{/CHANGE_VALUES}}</li>
{{/CHANGES}}</ul>
{{/CHANGES_SHOWN}}</section>
{{#PUBLISH}}<section class="section" aria-labelledby="s-publier">
<h2 id="s-publier">[[Publier]]</h2>
<p class="prose">[[Une révision publiée ne change plus ; son empreinte est inscrite au journal public. Ce qui est déposé garde les questions auxquelles il a répondu.]]</p>
<form class="form" method="post" action="{{FORM_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="changements" value="{{EDITS}}">
{{#OFFER_CHOICE}}<fieldset class="field" aria-describedby="f-proposer-aide">
<legend class="field-label">[[Et les dossiers déjà commencés ?]]</legend>
<p class="hint" id="f-proposer-aide">{{OFFER_WHO}} [[Aucun ne change sans l’accord de son porteur.]]</p>
<div class="choices">
<label class="choice"><input type="radio" name="proposer" value="oui"{{#OFFER_YES}} checked{{/OFFER_YES}}><span>[[Leur proposer cette révision]]<span class="choice-hint">[[Le porteur voit ce qui change ; il accepte, ou finit avec la sienne.]]</span></span></label>
<label class="choice"><input type="radio" name="proposer" value="non"{{#OFFER_NO}} checked{{/OFFER_NO}}><span>[[Ne rien leur dire : pour les nouveaux dossiers seulement]]<span class="choice-hint">[[Ils finissent avec la révision qu’ils ont. Vous pourrez la leur proposer plus tard.]]</span></span></label>
</div>
{{#TOLD}}<details><summary>[[Ce que les porteurs verraient]]</summary>
{{#TOLD_NOTHING}}<p>[[Aucune différence pour qui remplit.]]</p>
{{/TOLD_NOTHING}}<ul class="changes">
{{#TOLD_ROWS}}<li><p><span class="chip chip-{{CHANGE_KIND}}">{{CHANGE_SAID}}</span> <strong>{{CHANGE_LABEL}}</strong>{{#TOLD_MORE}} · {{TOLD_SAID}}{{/TOLD_MORE}}</p></li>
{{/TOLD_ROWS}}</ul>
</details>
{{/TOLD}}</fieldset>
{{/OFFER_CHOICE}}<button class="button" type="submit">[[Publier cette révision]]</button>
</form>
</section>
{{/PUBLISH}}<section class="section" aria-labelledby="s-abandonner">
<h2 id="s-abandonner">[[Abandonner le brouillon]]</h2>
<p class="prose">[[Il disparaît, avec tout ce qui y a été changé. Gardez-en une copie si elle peut servir :]] <a href="{{EXPORT_URL}}">[[Exporter (JSON)]]</a>.</p>
<form method="post" action="{{ABANDON_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="changements" value="{{EDITS}}">
<button class="button button-danger button-small" type="submit">[[Abandonner ce brouillon]]</button>
</form>
</section>
</div>
[[> layout/bottom.tpl]]
