{{%AUTOESCAPE context="HTML"}}
{{! A block of questions, several times. REPEAT_ID REPEAT_NAME REPEAT_ITEM "Partenaire" REPEAT_MAX
	REPEAT_TOKEN: what stands for the number in the blank item   REPEAT_WRONG
	REPEAT_HEAD { FIELD_ID FIELD_LABEL and field_note.tpl’s and field_about.tpl's }
	ITEMS rows { ITEM_NAME "Partenaire 2" ITEM_ACT "a.x:1" ITEM_FIRST ITEM_LAST ITEM_BLANK
	(the one that repeat.js copies), ITEM_FIELDS rows as question_kinds.tpl, or FIELD_SUBREPEAT }
	REPEAT_ADD_TEXT. What is said of the block is in REPEAT_HEAD only: rows inherit. }}
<div class="field{{#REPEAT_WRONG}} field-wrong{{/REPEAT_WRONG}}">
<div class="repeat" data-repeat="{{REPEAT_TOKEN}}" data-group="{{REPEAT_NAME}}" data-max="{{REPEAT_MAX}}" data-item="{{REPEAT_ITEM}}" role="group" aria-labelledby="{{REPEAT_ID}}" aria-describedby="{{REPEAT_ID}}-aide">
{{#REPEAT_HEAD}}<p class="field-label" id="{{FIELD_ID}}" tabindex="-1">{{FIELD_LABEL}}
[[> partials/field_note.tpl]]
</p>
[[> partials/field_about.tpl]]
{{/REPEAT_HEAD}}{{#ITEMS}}{{#ITEM_BLANK}}<template>{{/ITEM_BLANK}}<fieldset class="repeat-item">
<legend><span data-item-name>{{ITEM_NAME}}</span></legend>
{{#ITEM_FIELDS}}
[[> partials/question_kinds.tpl]]
{{#FIELD_SUBREPEAT}}
[[> partials/field_subrepeat.tpl]]
{{/FIELD_SUBREPEAT}}
{{/ITEM_FIELDS}}<p class="repeat-acts"><button class="button-link" type="submit" name="_ligne" value="{{ITEM_ACT}}:haut" data-up{{#ITEM_FIRST}} disabled{{/ITEM_FIRST}}>[[Monter]]<span class="unseen"> : {{ITEM_NAME}}</span></button> <button class="button-link" type="submit" name="_ligne" value="{{ITEM_ACT}}:bas" data-down{{#ITEM_LAST}} disabled{{/ITEM_LAST}}>[[Descendre]]<span class="unseen"> : {{ITEM_NAME}}</span></button> <button class="button-link" type="submit" name="_ligne" value="{{ITEM_ACT}}:retirer" data-remove>[[Retirer]]<span class="unseen"> : {{ITEM_NAME}}</span></button></p>
</fieldset>{{#ITEM_BLANK}}</template>{{/ITEM_BLANK}}
{{/ITEMS}}<button class="button button-plain button-small" type="submit" name="_ajouter" value="{{REPEAT_NAME}}" data-add>{{REPEAT_ADD_TEXT}}</button>
</div>
</div>
