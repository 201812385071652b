{{%AUTOESCAPE context="HTML"}}
{{! A postal address: typed lines, postal code, commune (completed from
	ADDRESS_LOOKUP_URL). ADDRESS_LINES ADDRESS_POSTCODE ADDRESS_CITY ADDRESS_CITY_CODE }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
<fieldset data-group="{{FIELD_NAME}}" aria-describedby="{{FIELD_ID}}-aide">
<legend class="field-label" id="{{FIELD_ID}}" tabindex="-1">{{FIELD_LABEL}}
[[> partials/field_note.tpl]]
</legend>
[[> partials/field_about.tpl]]
<label for="{{FIELD_ID}}-lines">[[Numéro et rue, lieu-dit]]</label>
<textarea id="{{FIELD_ID}}-lines" name="{{FIELD_NAME}}.lines" rows="2" autocomplete="off">
{{ADDRESS_LINES:p}}</textarea>
<div class="parts">
<div><label for="{{FIELD_ID}}-postcode">[[Code postal]]</label> <input class="input-tiny" type="text" inputmode="numeric" id="{{FIELD_ID}}-postcode" name="{{FIELD_NAME}}.postcode" value="{{ADDRESS_POSTCODE}}" autocomplete="off"></div>
<div><label for="{{FIELD_ID}}-city">[[Commune]]</label> <div class="lookup-box"><input type="text" id="{{FIELD_ID}}-city" name="{{FIELD_NAME}}.city" value="{{ADDRESS_CITY}}" autocomplete="off" data-lookup="{{ADDRESS_LOOKUP_URL}}"><input type="hidden" name="{{FIELD_NAME}}.city_code" value="{{ADDRESS_CITY_CODE}}"></div></div>
</div>
</fieldset>
</div>
