{{%AUTOESCAPE context="HTML"}}
{{! The questions inside a repeat or a table.
	INNER { INNER_QUESTIONS or INNER_COLUMNS   INNER_PARTS { PART_ID PART_LABEL PART_TYPE PART_KEY INNER_BADGES { BADGE_TEXT } PART_TOOLS (part_tools.tpl) }
	ADD_INNER or ADD_COLUMN { TOOLS_URL PART_BACK ADD_WHERE ADD_ID TYPE_OPTIONS (part_add.tpl) } } }}
{{#INNER}}<div class="part-inside">
<p class="part-inside-title">{{#INNER_QUESTIONS}}[[Questions répétées]]{{/INNER_QUESTIONS}}{{#INNER_COLUMNS}}[[Colonnes]]{{/INNER_COLUMNS}}</p>
<ol class="part-questions" data-inner>
{{#INNER_PARTS}}<li class="part part-question part-inner" id="{{PART_ID}}"><div class="part-head"><p class="part-label">{{PART_LABEL}}</p>
[[> partials/part_tools.tpl]]
</div><p class="part-meta">{{PART_TYPE}} · <code>{{PART_KEY}}</code>{{#INNER_BADGES}} · {{BADGE_TEXT}}{{/INNER_BADGES}}</p></li>
{{/INNER_PARTS}}</ol>
{{#ADD_INNER}}<form class="part-add" method="post" action="{{TOOLS_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="retour" value="{{PART_BACK}}">
<p><label for="{{ADD_ID}}-libelle">[[Nouvelle question répétée]]</label>
[[> partials/part_add.tpl]]
</p>
<p><label for="{{ADD_ID}}-type">[[Type]]</label> <select id="{{ADD_ID}}-type" name="type">
{{#TYPE_OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/TYPE_OPTIONS}}</select></p>
<p><button class="button button-plain button-small" type="submit" name="operation" value="{{ADD_WHERE}}">[[Ajouter la question]]</button></p>
</form>
{{/ADD_INNER}}{{#ADD_COLUMN}}<form class="part-add" method="post" action="{{TOOLS_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="retour" value="{{PART_BACK}}">
<p><label for="{{ADD_ID}}-libelle">[[Nouvelle colonne]]</label>
[[> partials/part_add.tpl]]
</p>
<p><label for="{{ADD_ID}}-type">[[Type]]</label> <select id="{{ADD_ID}}-type" name="type">
{{#TYPE_OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/TYPE_OPTIONS}}</select></p>
<p><button class="button button-plain button-small" type="submit" name="operation" value="{{ADD_WHERE}}">[[Ajouter la colonne]]</button></p>
</form>
{{/ADD_COLUMN}}</div>
{{/INNER}}
