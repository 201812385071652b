{{%AUTOESCAPE context="HTML"}}
{{! A revision of a form, part by part; tools when it is a draft.
	FORM_NAME FORM_STATE FORM_URL TRY_URL EXPORT_URL SETTINGS_URL CSRF_TOKEN DRAFT_ACTS { PUBLISH_URL } or WRITE_NEXT { NEXT_URL }   LINT (lint.tpl)
	EDIT_STEPS { PART_ID PART_NUMBER PART_LABEL PART_TOOLS (part_tools.tpl) STEP_CONDITIONS { CONDITION_SAID } STEP_EMPTY
	    EDIT_BLOCKS { … BLOCK_CONDITIONS BLOCK_EMPTY EDIT_QUESTIONS { … PART_TYPE PART_KEY QUESTION_BADGES { BADGE_TEXT } QUESTION_CONDITIONS INNER (part_inner.tpl) }
		ADD_QUESTION { ADD_WHERE ADD_ID TYPE_OPTIONS } RULES (part_rules.tpl) } ADD_BLOCK }
	ADD_STEP   FORM_RULES { RULES BARS (part_rules.tpl) } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<header class="page-head">
<h1>{{FORM_NAME}}</h1>
<p class="lead">{{FORM_STATE}}</p>
<p class="cluster">{{#DRAFT_ACTS}}<a class="button" href="{{PUBLISH_URL}}">[[Vérifier et publier]]</a> {{/DRAFT_ACTS}}<a class="button button-plain" href="{{TRY_URL}}">[[Essayer comme un porteur]]</a> {{#DRAFT_ACTS}}<a class="button button-plain" href="{{SETTINGS_URL}}">[[Réglages]]</a> {{/DRAFT_ACTS}}<a class="button button-plain" href="{{EXPORT_URL}}">[[Exporter (JSON)]]</a></p>
{{#WRITE_NEXT}}<form method="post" action="{{NEXT_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><button class="button" type="submit">[[Écrire la révision suivante]]</button></form>
{{/WRITE_NEXT}}</header>
<div class="editor">
<div class="editor-parts" data-arrange data-text-handle="[[Déplacer à la souris]]">
{{#EDIT_STEPS}}<section class="part part-step" id="{{PART_ID}}" aria-labelledby="{{PART_ID}}-titre">
<header class="part-head"><h2 id="{{PART_ID}}-titre">{{PART_NUMBER}}. {{PART_LABEL}}</h2>
[[> partials/part_tools.tpl]]
</header>
{{#STEP_CONDITIONS}}<p class="part-condition">{{CONDITION_SAID}}</p>
{{/STEP_CONDITIONS}}{{#STEP_EMPTY}}<p class="part-empty">[[Cette étape est vide. Ajoutez-y un bloc : un bloc réunit quelques questions sous un titre.]]</p>
{{/STEP_EMPTY}}{{#EDIT_BLOCKS}}<section class="part part-block" id="{{PART_ID}}" aria-labelledby="{{PART_ID}}-titre">
<header class="part-head"><h3 id="{{PART_ID}}-titre">{{PART_LABEL}}</h3>
[[> partials/part_tools.tpl]]
</header>
{{#BLOCK_CONDITIONS}}<p class="part-condition">{{CONDITION_SAID}}</p>
{{/BLOCK_CONDITIONS}}{{#BLOCK_EMPTY}}<p class="part-empty">[[Ce bloc est vide. Ajoutez-y une question ci-dessous, ou déplacez-en une ici.]]</p>
{{/BLOCK_EMPTY}}<ol class="part-questions" data-questions>
{{#EDIT_QUESTIONS}}<li class="part part-question" id="{{PART_ID}}"><div class="part-head"><p class="part-label">{{PART_LABEL}}</p>
[[> partials/part_tools.tpl]]
</div><p class="part-meta">{{PART_TYPE}} · <code>{{PART_KEY}}</code>{{#QUESTION_BADGES}} · {{BADGE_TEXT}}{{/QUESTION_BADGES}}</p>{{#QUESTION_CONDITIONS}}<p class="part-condition">{{CONDITION_SAID}}</p>{{/QUESTION_CONDITIONS}}
[[> partials/part_inner.tpl]]
</li>
{{/EDIT_QUESTIONS}}</ol>
{{#ADD_QUESTION}}<form class="part-add" method="post" action="{{TOOLS_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="retour" value="{{PART_BACK}}">
<p><label for="{{ADD_ID}}-libelle">[[Nouvelle question]]</label>
[[> partials/part_add.tpl]]
</p>
<p><label for="{{ADD_ID}}-type">[[Type]]</label> <select id="{{ADD_ID}}-type" name="type">
{{#TYPE_OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/TYPE_OPTIONS}}</select></p>
<p><button class="button button-plain button-small" type="submit" name="operation" value="{{ADD_WHERE}}">[[Ajouter]]</button></p>
</form>
{{/ADD_QUESTION}}
[[> partials/part_rules.tpl]]
</section>
{{/EDIT_BLOCKS}}{{#ADD_BLOCK}}<form class="part-add" method="post" action="{{TOOLS_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="retour" value="{{PART_BACK}}">
<p><label for="{{ADD_ID}}-libelle">[[Nouveau bloc]]</label>
[[> partials/part_add.tpl]]
</p>
<p><button class="button button-plain button-small" type="submit" name="operation" value="{{ADD_WHERE}}">[[Ajouter un bloc]]</button></p>
</form>
{{/ADD_BLOCK}}</section>
{{/EDIT_STEPS}}{{#ADD_STEP}}<form class="part-add" method="post" action="{{TOOLS_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="retour" value="{{PART_BACK}}">
<p><label for="{{ADD_ID}}-libelle">[[Nouvelle étape]]</label>
[[> partials/part_add.tpl]]
</p>
<p><button class="button button-plain button-small" type="submit" name="operation" value="{{ADD_WHERE}}">[[Ajouter une étape]]</button></p>
</form>
{{/ADD_STEP}}{{#FORM_RULES}}<section class="part part-step" id="regles" aria-labelledby="regles-titre">
<header class="part-head"><h2 id="regles-titre">[[Sur tout le formulaire]]</h2></header>
[[> partials/part_rules.tpl]]
</section>
{{/FORM_RULES}}</div>
<aside class="editor-side">
[[> partials/lint.tpl]]
</aside>
</div>
</div>
[[> layout/bottom.tpl]]
