{{%AUTOESCAPE context="HTML"}}
{{! Rules of validation, reasons of ineligibility.
	RULES, BARS { RULE_PARTS { PART_ID PART_LABEL RULE_SAID PART_TOOLS (part_tools.tpl) }
	    ADD_RULE, ADD_BAR { TOOLS_URL PART_BACK ADD_WHERE ADD_ID (part_add.tpl) } } }}
{{#RULES}}<div class="part-inside">
<p class="part-inside-title">[[Règles de validation]]</p>
<ol class="part-questions">
{{#RULE_PARTS}}<li class="part part-question part-rule" id="{{PART_ID}}"><div class="part-head"><p class="part-label">{{PART_LABEL}}</p>
[[> partials/part_tools.tpl]]
</div><p class="part-meta">{{RULE_SAID}}</p></li>
{{/RULE_PARTS}}</ol>
{{#ADD_RULE}}<form class="part-add part-add-wide" method="post" action="{{TOOLS_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="retour" value="{{PART_BACK}}">
<p><label for="{{ADD_ID}}-libelle">[[Message d’une nouvelle règle]]</label>
[[> partials/part_add.tpl]]
</p>
<p><button class="button button-plain button-small" type="submit" name="operation" value="{{ADD_WHERE}}">[[Ajouter une règle]]</button></p>
</form>
{{/ADD_RULE}}</div>
{{/RULES}}{{#BARS}}<div class="part-inside">
<p class="part-inside-title">[[Motifs d’inéligibilité]]</p>
<ol class="part-questions">
{{#RULE_PARTS}}<li class="part part-question part-rule" id="{{PART_ID}}"><div class="part-head"><p class="part-label">{{PART_LABEL}}</p>
[[> partials/part_tools.tpl]]
</div><p class="part-meta">{{RULE_SAID}}</p></li>
{{/RULE_PARTS}}</ol>
{{#ADD_BAR}}<form class="part-add part-add-wide" method="post" action="{{TOOLS_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="retour" value="{{PART_BACK}}">
<p><label for="{{ADD_ID}}-libelle">[[Pourquoi un projet n’est pas éligible]]</label>
[[> partials/part_add.tpl]]
</p>
<p><button class="button button-plain button-small" type="submit" name="operation" value="{{ADD_WHERE}}">[[Ajouter un motif]]</button></p>
</form>
{{/ADD_BAR}}</div>
{{/BARS}}
