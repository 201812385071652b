{{%AUTOESCAPE context="HTML"}}
{{! Reference lists.
	FORM_URL CSRF_TOKEN ERRORS_SHOWN FIELDS FILE_ERROR { FILE_ERROR_TEXT }
	LISTS_SHOWN { LIST_ROWS { LIST_LABEL LIST_KEY LIST_ITEMS LIST_SOURCE LIST_WHEN } }
	LIST_REPORT { REPORT_ROWS { REPORT_WHERE REPORT_TEXT } } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<header class="page-head">
<h1>[[Listes de référence]]</h1>
<p class="lead">[[Ce que les questions de type « liste de référence » proposent. Ce qui sort d’une liste n’est plus proposé ; les réponses déjà données gardent leurs mots.]]</p>
</header>
[[> partials/error_summary.tpl]]
{{#LIST_REPORT}}<section class="lint lint-refuse" aria-labelledby="s-rapport">
<h2 id="s-rapport" class="h3">[[Ce qui ne va pas dans le fichier]]</h2>
<ul class="findings">
{{#REPORT_ROWS}}<li class="finding finding-error"><strong>{{REPORT_WHERE}}</strong> : {{REPORT_TEXT}}</li>
{{/REPORT_ROWS}}</ul>
</section>
{{/LIST_REPORT}}{{#LISTS_SHOWN}}<section class="section" aria-labelledby="s-listes">
<h2 id="s-listes">[[Les listes]]</h2>
<div class="stacks">
<table>
<thead><tr><th scope="col">[[Liste]]</th><th scope="col">[[Clé]]</th><th scope="col" class="number">[[Éléments]]</th><th scope="col">[[Fichier]]</th><th scope="col">[[Chargée le]]</th></tr></thead>
<tbody>
{{#LIST_ROWS}}<tr><th scope="row">{{LIST_LABEL}}</th><td data-name="[[Clé]]"><code>{{LIST_KEY}}</code></td><td class="number" data-name="[[Éléments]]">{{LIST_ITEMS}}</td><td data-name="[[Fichier]]">{{LIST_SOURCE}}</td><td data-name="[[Chargée le]]">{{LIST_WHEN}}</td></tr>
{{/LIST_ROWS}}</tbody>
</table>
</div>
</section>
{{/LISTS_SHOWN}}<section class="section" aria-labelledby="s-charger">
<h2 id="s-charger">[[Charger une liste]]</h2>
<form class="form" method="post" action="{{FORM_URL}}" enctype="multipart/form-data" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
<div class="field{{#FILE_ERROR}} field-wrong{{/FILE_ERROR}}">
<label class="field-label" for="f-fichier">[[Fichier CSV]]</label>
<p class="hint" id="f-fichier-aide">[[Une ligne de titres avec « cle » et « libelle », et « parent » pour grouper. Tout séparateur ; UTF-8 ou Windows.]]</p>
{{#FILE_ERROR}}<p class="error">{{FILE_ERROR_TEXT}}</p>
{{/FILE_ERROR}}<input type="file" id="f-fichier" name="fichier" accept=".csv,text/csv" aria-describedby="f-fichier-aide">
</div>
<button class="button" type="submit">[[Vérifier et charger]]</button>
</form>
</section>
</div>
[[> layout/bottom.tpl]]
