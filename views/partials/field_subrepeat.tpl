{{%AUTOESCAPE context="HTML"}}
{{! A block of questions inside a repeated block: as field_repeat.tpl, with SUB before. }}
<div class="field{{#SUBREPEAT_WRONG}} field-wrong{{/SUBREPEAT_WRONG}}">
<div class="repeat" data-repeat="{{SUBREPEAT_TOKEN}}" data-group="{{SUBREPEAT_NAME}}" data-max="{{SUBREPEAT_MAX}}" data-item="{{SUBREPEAT_ITEM}}" role="group" aria-labelledby="{{SUBREPEAT_ID}}" aria-describedby="{{SUBREPEAT_ID}}-aide">
{{#SUBREPEAT_HEAD}}<p class="field-label" id="{{FIELD_ID}}" tabindex="-1">{{FIELD_LABEL}}
[[> partials/field_note.tpl]]
</p>
[[> partials/field_about.tpl]]
{{/SUBREPEAT_HEAD}}{{#SUBITEMS}}{{#SUBITEM_BLANK}}<template>{{/SUBITEM_BLANK}}<fieldset class="repeat-item">
<legend><span data-item-name>{{SUBITEM_NAME}}</span></legend>
{{#SUBITEM_FIELDS}}
[[> partials/question_kinds.tpl]]
{{/SUBITEM_FIELDS}}<p class="repeat-acts"><button class="button-link" type="submit" name="_ligne" value="{{SUBITEM_ACT}}:haut" data-up{{#SUBITEM_FIRST}} disabled{{/SUBITEM_FIRST}}>[[Monter]]<span class="unseen"> : {{SUBITEM_NAME}}</span></button> <button class="button-link" type="submit" name="_ligne" value="{{SUBITEM_ACT}}:bas" data-down{{#SUBITEM_LAST}} disabled{{/SUBITEM_LAST}}>[[Descendre]]<span class="unseen"> : {{SUBITEM_NAME}}</span></button> <button class="button-link" type="submit" name="_ligne" value="{{SUBITEM_ACT}}:retirer" data-remove>[[Retirer]]<span class="unseen"> : {{SUBITEM_NAME}}</span></button></p>
</fieldset>{{#SUBITEM_BLANK}}</template>{{/SUBITEM_BLANK}}
{{/SUBITEMS}}<button class="button button-plain button-small" type="submit" name="_ajouter" value="{{SUBREPEAT_NAME}}" data-add>{{SUBREPEAT_ADD_TEXT}}</button>
</div>
</div>
