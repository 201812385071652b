{{%AUTOESCAPE context="HTML"}}
{{! A revision of a form, part by part; tools when it is a draft.
	FORM_NAME FORM_STATE FORM_URL TRY_URL EXPORT_URL SETTINGS_URL CSRF_TOKEN DRAFT_ACTS { PUBLISH_URL }   LINT (lint.tpl)
	EDIT_STEPS { PART_ID PART_NUMBER PART_LABEL PART_URL PART_TOOLS PART_CONDITIONS { CONDITION_SAID } EDIT_BLOCKS { … EDIT_QUESTIONS { … PART_TYPE PART_KEY PART_BADGES { BADGE_TEXT } } ADD_QUESTION { ADD_WHERE ADD_ID TYPE_OPTIONS } } ADD_BLOCK }
	ADD_STEP }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<header class="page-head">
<h1>{{FORM_NAME}}</h1>
<p class="lead">{{FORM_STATE}}</p>
<p class="cluster">{{#DRAFT_ACTS}}<a class="button" href="{{PUBLISH_URL}}">[[Vérifier et publier]]</a> {{/DRAFT_ACTS}}<a class="button button-plain" href="{{TRY_URL}}">[[Essayer comme un porteur]]</a> {{#DRAFT_ACTS}}<a class="button button-plain" href="{{SETTINGS_URL}}">[[Réglages]]</a> {{/DRAFT_ACTS}}<a class="button button-plain" href="{{EXPORT_URL}}">[[Exporter (JSON)]]</a></p>
</header>
<div class="editor">
<div class="editor-parts">
{{#EDIT_STEPS}}<section class="part part-step" id="{{PART_ID}}" aria-labelledby="{{PART_ID}}-titre">
<header class="part-head"><h2 id="{{PART_ID}}-titre">{{PART_NUMBER}}. {{PART_LABEL}}</h2>
[[> partials/part_tools.tpl]]
</header>
{{#PART_CONDITIONS}}<p class="part-condition">{{CONDITION_SAID}}</p>
{{/PART_CONDITIONS}}{{#EDIT_BLOCKS}}<section class="part part-block" id="{{PART_ID}}" aria-labelledby="{{PART_ID}}-titre">
<header class="part-head"><h3 id="{{PART_ID}}-titre">{{PART_LABEL}}</h3>
[[> partials/part_tools.tpl]]
</header>
{{#PART_CONDITIONS}}<p class="part-condition">{{CONDITION_SAID}}</p>
{{/PART_CONDITIONS}}<ol class="part-questions">
{{#EDIT_QUESTIONS}}<li class="part part-question" id="{{PART_ID}}"><div class="part-head"><p class="part-label">{{PART_LABEL}}</p>
[[> partials/part_tools.tpl]]
</div><p class="part-meta">{{PART_TYPE}} · <code>{{PART_KEY}}</code>{{#PART_BADGES}} · {{BADGE_TEXT}}{{/PART_BADGES}}</p>{{#PART_CONDITIONS}}<p class="part-condition">{{CONDITION_SAID}}</p>{{/PART_CONDITIONS}}</li>
{{/EDIT_QUESTIONS}}</ol>
{{#ADD_QUESTION}}<form class="part-add" method="post" action="{{FORM_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<p><label for="{{ADD_ID}}-libelle">[[Nouvelle question]]</label> <input type="text" id="{{ADD_ID}}-libelle" name="libelle" maxlength="400" autocomplete="off"></p>
<p><label for="{{ADD_ID}}-type">[[Type]]</label> <select id="{{ADD_ID}}-type" name="type">
{{#TYPE_OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/TYPE_OPTIONS}}</select></p>
<p><button class="button button-plain button-small" type="submit" name="operation" value="ajouter {{ADD_WHERE}}">[[Ajouter]]</button></p>
</form>
{{/ADD_QUESTION}}</section>
{{/EDIT_BLOCKS}}{{#ADD_BLOCK}}<form class="part-add" method="post" action="{{FORM_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<p><label for="{{ADD_ID}}-libelle">[[Nouveau bloc]]</label> <input type="text" id="{{ADD_ID}}-libelle" name="libelle" maxlength="200" autocomplete="off"></p>
<p><button class="button button-plain button-small" type="submit" name="operation" value="ajouter {{ADD_WHERE}}">[[Ajouter un bloc]]</button></p>
</form>
{{/ADD_BLOCK}}</section>
{{/EDIT_STEPS}}{{#ADD_STEP}}<form class="part-add" method="post" action="{{FORM_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<p><label for="nouvelle-etape">[[Nouvelle étape]]</label> <input type="text" id="nouvelle-etape" name="libelle" maxlength="80" autocomplete="off"></p>
<p><button class="button button-plain button-small" type="submit" name="operation" value="ajouter {{ADD_WHERE}}">[[Ajouter une étape]]</button></p>
</form>
{{/ADD_STEP}}</div>
<aside class="editor-side">
[[> partials/lint.tpl]]
</aside>
</div>
</div>
[[> layout/bottom.tpl]]
