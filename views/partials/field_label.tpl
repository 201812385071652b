{{%AUTOESCAPE context="HTML"}}
{{! The label of a control: FIELD_ID FIELD_LABEL and field_note.tpl’s }}
<label class="field-label" for="{{FIELD_ID}}">{{FIELD_LABEL}}
[[> partials/field_note.tpl]]
</label>
