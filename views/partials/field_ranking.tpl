{{%AUTOESCAPE context="HTML"}}
{{! Options to put in order: a rank is written beside each; ranking.js adds buttons and
	keys, and keeps the numbers. RANKS rows { RANK_ID RANK_NAME RANK_TEXT RANK_VALUE }
	RANKS_COUNT }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
<fieldset data-group="{{FIELD_NAME}}" aria-describedby="{{FIELD_ID}}-aide">
<legend class="field-label" id="{{FIELD_ID}}" tabindex="-1">{{FIELD_LABEL}}
[[> partials/field_note.tpl]]
</legend>
[[> partials/field_about.tpl]]
<p class="hint">[[Écrivez 1 devant ce qui compte le plus, puis 2, 3…]]</p>
<ol class="ranking" data-ranking data-text-up="[[Monter]]" data-text-down="[[Descendre]]" data-text-moved="[[%s : rang %d]]">
{{#RANKS}}<li><input class="input-rank" type="text" inputmode="numeric" autocomplete="off" id="{{RANK_ID}}" name="{{RANK_NAME}}" value="{{RANK_VALUE}}"{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}> <label for="{{RANK_ID}}">{{RANK_TEXT}}</label></li>
{{/RANKS}}</ol>
</fieldset>
</div>
