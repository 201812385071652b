{{%AUTOESCAPE context="HTML"}}
{{! A day and an hour on the platform's clock: "2026-11-23T14:30" in FIELD_VALUE. }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
[[> partials/field_label.tpl]]
[[> partials/field_about.tpl]]
<input class="input-moment" type="datetime-local" id="{{FIELD_ID}}" name="{{FIELD_NAME}}" value="{{FIELD_VALUE}}" aria-describedby="{{FIELD_ID}}-aide"{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}>
</div>
