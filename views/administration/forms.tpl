{{%AUTOESCAPE context="HTML"}}
{{! The forms of a platform.
	FORM_URL CSRF_TOKEN ERRORS_SHOWN
	FORMS_SHOWN { FORM_ROWS { FORM_NAME FORM_PAGE_URL FORM_KIND FORM_STATE FORM_USES FORM_DRAFT { FORM_DRAFT_URL FORM_DRAFT_SAID } } }
	NEW_FORM { FIELDS }   IMPORT_FORM { FIELDS IMPORT_ERROR { IMPORT_ERROR_TEXT } } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<header class="page-head">
<h1>[[Formulaires]]</h1>
<p class="lead">[[Ce que la plateforme demande. Une révision publiée ne change plus : on en écrit une autre, on l’essaie, on la publie.]]</p>
<p class="cluster"><a class="button" href="#nouveau">[[Nouveau formulaire]]</a> <a class="button button-plain" href="#importer">[[Importer]]</a></p>
</header>
[[> partials/error_summary.tpl]]
<section class="section" aria-labelledby="s-formulaires">
<h2 id="s-formulaires" class="unseen">[[Les formulaires]]</h2>
{{#FORMS_SHOWN}}<div class="stacks">
<table>
<thead><tr><th scope="col">[[Formulaire]]</th><th scope="col">[[Il décrit]]</th><th scope="col">[[État]]</th><th scope="col">[[Utilisé par]]</th><th scope="col">[[Brouillon]]</th></tr></thead>
<tbody>
{{#FORM_ROWS}}<tr><th scope="row"><a href="{{FORM_PAGE_URL}}">{{FORM_NAME}}</a></th><td class="first-capital" data-name="[[Il décrit]]">{{FORM_KIND}}</td><td class="first-capital" data-name="[[État]]">{{FORM_STATE}}</td><td data-name="[[Utilisé par]]">{{FORM_USES}}</td><td data-name="[[Brouillon]]">{{#FORM_DRAFT}}<a href="{{FORM_DRAFT_URL}}">[[Continuer]]<span class="unseen"> : {{FORM_NAME}}</span></a><br><span class="soft small">{{FORM_DRAFT_SAID}}</span>{{/FORM_DRAFT}}</td></tr>
{{/FORM_ROWS}}</tbody>
</table>
</div>
{{/FORMS_SHOWN}}</section>
{{#NEW_FORM}}<section class="section" id="nouveau" aria-labelledby="s-nouveau">
<h2 id="s-nouveau">[[Nouveau formulaire]]</h2>
<form class="form" method="post" action="{{FORM_URL}}" enctype="multipart/form-data" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
<button class="button" type="submit" name="envoi" value="nouveau">[[Commencer le brouillon]]</button>
</form>
</section>
{{/NEW_FORM}}{{#IMPORT_FORM}}<section class="section" id="importer" aria-labelledby="s-importer">
<h2 id="s-importer">[[Importer un formulaire]]</h2>
<p class="prose soft">[[Le même fichier JSON que dans un préréglage ou un export. Il est vérifié en entier, puis devient un brouillon.]]</p>
<form class="form" method="post" action="{{FORM_URL}}" enctype="multipart/form-data" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<div class="field{{#IMPORT_ERROR}} field-wrong{{/IMPORT_ERROR}}">
<label class="field-label" for="f-fichier">[[Fichier JSON]]</label>
{{#IMPORT_ERROR}}<p class="error">{{IMPORT_ERROR_TEXT}}</p>
{{/IMPORT_ERROR}}<input type="file" id="f-fichier" name="fichier" accept=".json,application/json">
</div>
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
<button class="button button-plain" type="submit" name="envoi" value="import">[[Vérifier et importer]]</button>
</form>
</section>
{{/IMPORT_FORM}}</div>
[[> layout/bottom.tpl]]
