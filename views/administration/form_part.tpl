{{%AUTOESCAPE context="HTML"}}
{{! One part of a draft: a question, a block, a step, the form itself.
	PART_TITLE FORM_URL BACK_URL PART_MARK CSRF_TOKEN ERRORS_SHOWN FIELDS
	OTHER_VERSION { OTHER_SAID TERMS }
	CONDITION { CONDITION_OPEN CONDITION_SAID CONDITION_ID CONDITION_TITLE CONDITION_MODE_NAME CONDITION_MODES (options) CONDITION_ERROR { CONDITION_ERROR_TEXT }
	    CONDITION_LINES { LINE_NUMBER LINE_QUESTION_NAME LINE_QUESTIONS LINE_OP_NAME LINE_OPS LINE_VALUE_NAME LINE_VALUE }
	    CONDITION_FORMULA_OPEN CONDITION_FORMULA_NAME CONDITION_FORMULA CONDITION_ADVANCED CONDITION_JSON_NAME CONDITION_JSON ANSWER_LISTS { LIST_KEY LIST_ANSWERS { ANSWER_TEXT } } }
	FORMULA_HELP { HELP_ROWS { HELP_NAME HELP_LABEL HELP_KIND } }   INNER (part_inner.tpl)   PART_RULES { RULES BARS (part_rules.tpl) }
	PART_RETYPE { TYPE_SAID TYPE_ABOUT { TYPE_ABOUT_TEXT } TYPE_OPTIONS }   PART_PLACES { PLACE_END or PLACE_BEFORE PLACE_OPTIONS }
	PART_REMOVE { PART_DEEP_MARK USES { USE_ROWS { USE_URL USE_LABEL } } } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<header class="page-head">
<h1>{{PART_TITLE}}</h1>
</header>
<div class="editor" data-arrange data-text-handle="[[Déplacer à la souris]]">
<div>
[[> partials/error_summary.tpl]]
{{#OTHER_VERSION}}<section class="notice notice-wait" role="alert">
<p>{{OTHER_SAID}}</p>
[[> partials/terms.tpl]]
</section>
{{/OTHER_VERSION}}<form class="form" method="post" action="{{FORM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="marque" value="{{PART_MARK}}">
<button class="unseen" type="submit" tabindex="-1" aria-hidden="true">[[Enregistrer]]</button>
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
{{#CONDITION}}<details class="condition"{{#CONDITION_OPEN}} open{{/CONDITION_OPEN}}>
<summary>{{CONDITION_TITLE}} {{CONDITION_SAID}}</summary>
<fieldset class="field{{#CONDITION_ERROR}} field-wrong{{/CONDITION_ERROR}}" id="f-{{CONDITION_ID}}" tabindex="-1" data-condition>
<legend class="unseen">{{CONDITION_TITLE}}</legend>
{{#CONDITION_ERROR}}<p class="error"><span class="unseen">[[Erreur :]] </span>{{CONDITION_ERROR_TEXT}}</p>
{{/CONDITION_ERROR}}<div class="choices">
{{#CONDITION_MODES}}<label class="choice"><input type="radio" name="{{CONDITION_MODE_NAME}}" value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} checked{{/OPTION_CHOSEN}}><span>{{OPTION_TEXT}}</span></label>
{{/CONDITION_MODES}}</div>
<div class="condition-lines">
{{#CONDITION_LINES}}<div class="condition-line" data-condition-line role="group" aria-label="[[Comparaison]] {{LINE_NUMBER}}">
<select name="{{LINE_QUESTION_NAME}}" aria-label="[[Question regardée]]" data-condition-question>
<option value="">[[Choisir une question]]</option>
{{#LINE_QUESTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/LINE_QUESTIONS}}</select>
<select name="{{LINE_OP_NAME}}" aria-label="[[Comparaison]]" data-condition-op>
{{#LINE_OPS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/LINE_OPS}}</select>
<input type="text" name="{{LINE_VALUE_NAME}}" value="{{LINE_VALUE}}" aria-label="[[Valeur]]" autocomplete="off" data-condition-value>
</div>
{{/CONDITION_LINES}}</div>
<p class="hint">[[Pour en ajouter d’autres, enregistrez : deux lignes vides reviennent.]] [[La valeur s’écrit comme la réponse : l’une des réponses proposées, oui ou non, un nombre, une date.]]</p>
<details{{#CONDITION_FORMULA_OPEN}} open{{/CONDITION_FORMULA_OPEN}}><summary>[[En formule]]</summary>
<textarea name="{{CONDITION_FORMULA_NAME}}" rows="2" aria-label="[[Formule]]" spellcheck="false" data-formula>
{{CONDITION_FORMULA:p}}</textarea>
<p class="hint">[[Vraie ou fausse, par exemple : demande &lt;= 80 % * cout]]</p>
</details>
<details{{#CONDITION_ADVANCED}} open{{/CONDITION_ADVANCED}}><summary>[[En JSON (avancé)]]</summary>
<textarea name="{{CONDITION_JSON_NAME}}" rows="6" aria-label="[[Condition en JSON]]" spellcheck="false" data-condition-json>
{{CONDITION_JSON:p}}</textarea>
</details>
{{#ANSWER_LISTS}}<datalist id="{{CONDITION_ID}}-{{LIST_KEY}}" data-answers="{{LIST_KEY}}">{{#LIST_ANSWERS}}<option value="{{ANSWER_TEXT}}"></option>{{/LIST_ANSWERS}}</datalist>
{{/ANSWER_LISTS}}</fieldset>
</details>
{{/CONDITION}}<div class="acts acts-ruled">
<button class="button" type="submit">[[Enregistrer]]</button>
<a href="{{BACK_URL}}">[[Revenir sans enregistrer]]</a>
</div>
</form>
[[> partials/part_inner.tpl]]
{{#PART_RULES}}
[[> partials/part_rules.tpl]]
{{/PART_RULES}}</div>
<aside class="editor-side editor-side-last">
{{#FORMULA_HELP}}<details class="formula-help" data-formula-help>
<summary>[[Questions utilisables dans une formule]]</summary>
<div class="scroll" role="region" tabindex="0" aria-label="[[Questions utilisables dans une formule]]">
<table><thead><tr><th scope="col">[[À écrire]]</th><th scope="col">[[Question]]</th><th scope="col">[[Réponse]]</th></tr></thead>
<tbody>
{{#HELP_ROWS}}<tr><th scope="row"><code data-insert>{{HELP_NAME}}</code></th><td>{{HELP_LABEL}}</td><td>{{HELP_KIND}}</td></tr>
{{/HELP_ROWS}}</tbody></table>
</div>
<p class="hint">[[Signes : + - * / ( ), &lt; &lt;= = != &gt;= &gt;, and or not. Fonctions : min max sum count round(x, 2) if(test, a, b). Valeurs : 12, 0.5, 80 %, 3000 €, 'cle-d-une-reponse', today. Ce qui a des lignes s’écrit dans une fonction : sum(depenses.montant).]]</p>
</details>
{{/FORMULA_HELP}}
{{#PART_RETYPE}}<section class="section" aria-labelledby="s-type">
<h2 id="s-type" class="h3">[[Type de réponse :]] {{TYPE_SAID}}</h2>
{{#TYPE_ABOUT}}<p class="soft">{{TYPE_ABOUT_TEXT}}</p>
{{/TYPE_ABOUT}}<form class="part-add" method="post" action="{{FORM_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<p><label for="f-type">[[Nouveau type]]</label> <select id="f-type" name="type">
{{#TYPE_OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/TYPE_OPTIONS}}</select></p>
<p><button class="button button-plain button-small" type="submit" name="envoi" value="type">[[Changer de type]]</button></p>
</form>
<p class="hint">[[Les réglages que le nouveau type n’a pas sont retirés.]]</p>
</section>
{{/PART_RETYPE}}{{#PART_PLACES}}<section class="section" aria-labelledby="s-place">
<h2 id="s-place" class="h3">[[Sa place]]</h2>
<form class="part-add" method="post" action="{{FORM_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<p><label for="f-vers">{{#PLACE_END}}[[Mettre à la fin de]]{{/PLACE_END}}{{#PLACE_BEFORE}}[[Mettre]]{{/PLACE_BEFORE}}</label> <select id="f-vers" name="vers">
{{#PLACE_OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/PLACE_OPTIONS}}</select></p>
<p><button class="button button-plain button-small" type="submit" name="envoi" value="place">[[Déplacer]]</button></p>
</form>
</section>
{{/PART_PLACES}}{{#PART_REMOVE}}<section class="section" aria-labelledby="s-retirer">
<h2 id="s-retirer" class="h3">[[Retirer]]</h2>
<p class="soft">[[Les réponses déjà données sont gardées ; elles ne sont plus demandées.]]</p>
{{#USES}}<p>[[Regardent cette réponse, et seront à revoir :]]</p>
<ul>
{{#USE_ROWS}}<li><a href="{{USE_URL}}">{{USE_LABEL}}</a></li>
{{/USE_ROWS}}</ul>
{{/USES}}<form method="post" action="{{FORM_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="marque" value="{{PART_DEEP_MARK}}">
<button class="button button-danger button-small" type="submit" name="envoi" value="retirer">[[Retirer cet élément]]</button>
</form>
</section>
{{/PART_REMOVE}}</aside>
</div>
</div>
[[> layout/bottom.tpl]]
