{{%AUTOESCAPE context="HTML"}}
{{! Maturity, needs, offers and tags, inside a form.
	FIELDS rows (field.tpl)   SIDES rows { SIDE_NAME SIDE_CONTROL NEED_ROWS { NEED_KIND NEED_LABEL NEED_NAME
	    NEED_DETAIL NEED_CHOSEN FIELD_ERROR { FIELD_ERROR_TEXT } } }   TAGS_FIELD { FIELDS rows } }}
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
{{#SIDES}}<fieldset class="field needs" id="f-{{SIDE_CONTROL}}" tabindex="-1">
<legend class="field-label">{{SIDE_NAME}} <span class="optional">[[(facultatif)]]</span></legend>
<p class="hint">[[Cochez, puis précisez en quelques mots si vous le souhaitez.]]</p>
{{#NEED_ROWS}}<div class="need" id="f-{{NEED_NAME}}" tabindex="-1"><label class="choice"><input type="checkbox" name="{{SIDE_CONTROL}}" value="{{NEED_KIND}}"{{#NEED_CHOSEN}} checked{{/NEED_CHOSEN}}><span>{{NEED_LABEL}}</span></label> <input type="text" name="{{NEED_NAME}}" value="{{NEED_DETAIL}}" maxlength="160" aria-label="[[Précision :]] {{SIDE_NAME}}, {{NEED_LABEL}}">{{#FIELD_ERROR}}<p class="error">{{FIELD_ERROR_TEXT}}</p>{{/FIELD_ERROR}}</div>
{{/NEED_ROWS}}</fieldset>
{{/SIDES}}{{#TAGS_FIELD}}{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
{{/TAGS_FIELD}}
