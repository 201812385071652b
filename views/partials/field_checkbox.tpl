{{%AUTOESCAPE context="HTML"}}
{{! One box to tick: the label is what is accepted. BOX_CHECKED }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
[[> partials/field_about.tpl]]
<label class="choice"><input type="checkbox" id="{{FIELD_ID}}" name="{{FIELD_NAME}}" value="oui" aria-describedby="{{FIELD_ID}}-aide"{{#BOX_CHECKED}} checked{{/BOX_CHECKED}}{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}><span>{{FIELD_LABEL}}
[[> partials/field_note.tpl]]
</span></label>
</div>
