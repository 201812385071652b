{{%AUTOESCAPE context="HTML"}}
{{! What the project commits to: an indicator, from where to where, when.
	GROUPS_EMPTY_TEXT; FIELD_OPTIONS the indicators, "label (unit)"; GOAL_BASELINE
	GOAL_TARGET GOAL_DATE GOAL_DATE_TYPE }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
<fieldset data-group="{{FIELD_NAME}}" aria-describedby="{{FIELD_ID}}-aide">
<legend class="field-label" id="{{FIELD_ID}}" tabindex="-1">{{FIELD_LABEL}}
[[> partials/field_note.tpl]]
</legend>
[[> partials/field_about.tpl]]
<label for="{{FIELD_ID}}-indicator">[[Indicateur, et son unité]]</label>
<select id="{{FIELD_ID}}-indicator" name="{{FIELD_NAME}}.indicator"{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}>
<option value="">[[Choisissez]]</option>
{{#GOAL_INDICATORS}}{{#FIELD_OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/FIELD_OPTIONS}}{{/GOAL_INDICATORS}}</select>
<div class="parts">
<div><label for="{{FIELD_ID}}-baseline">[[Valeur de départ]] <span class="optional">[[(facultatif)]]</span></label> <input class="input-short" type="text" inputmode="decimal" autocomplete="off" id="{{FIELD_ID}}-baseline" name="{{FIELD_NAME}}.baseline" value="{{GOAL_BASELINE}}"></div>
<div><label for="{{FIELD_ID}}-target">[[Valeur visée]]</label> <input class="input-short" type="text" inputmode="decimal" autocomplete="off" id="{{FIELD_ID}}-target" name="{{FIELD_NAME}}.target" value="{{GOAL_TARGET}}"></div>
<div><label for="{{FIELD_ID}}-date">[[Échéance]]</label> <input class="input-short" type="{{GOAL_DATE_TYPE}}" id="{{FIELD_ID}}-date" name="{{FIELD_NAME}}.date" value="{{GOAL_DATE}}"></div>
</div>
</fieldset>
</div>
