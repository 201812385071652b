{{%AUTOESCAPE context="HTML"}}
{{! A place: two numbers, and a map to put them when there is script.
	FIELD_ID FIELD_NAME FIELD_LABEL and those of field_about.tpl
	POINT_LAT POINT_LON POINT_CONTOUR_URL }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
<fieldset data-group="{{FIELD_NAME}}" aria-describedby="{{FIELD_ID}}-aide">
<legend class="field-label" id="{{FIELD_ID}}" tabindex="-1">{{FIELD_LABEL}}
[[> partials/field_note.tpl]]
</legend>
[[> partials/field_about.tpl]]
<div class="map map-small" data-point data-contour="{{POINT_CONTOUR_URL}}" data-text-zoom-in="[[Agrandir]]" data-text-zoom-out="[[Réduire]]" data-name="{{FIELD_LABEL}}" hidden></div>
<div class="point-parts">
<div><label for="{{FIELD_ID}}-lat">[[Latitude]]</label> <input class="input-short" type="text" inputmode="decimal" autocomplete="off" id="{{FIELD_ID}}-lat" name="{{FIELD_NAME}}.lat" value="{{POINT_LAT}}"{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}} data-lat></div>
<div><label for="{{FIELD_ID}}-lon">[[Longitude]]</label> <input class="input-short" type="text" inputmode="decimal" autocomplete="off" id="{{FIELD_ID}}-lon" name="{{FIELD_NAME}}.lon" value="{{POINT_LON}}"{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}} data-lon></div>
</div>
</fieldset>
</div>
