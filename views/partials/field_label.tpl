{{%AUTOESCAPE context="HTML"}}
{{! The label of a control: FIELD_ID FIELD_LABEL FIELD_OPTIONAL }}
<label class="field-label" for="{{FIELD_ID}}">{{FIELD_LABEL}}{{#FIELD_OPTIONAL}} <span class="optional">[[(facultatif)]]</span>{{/FIELD_OPTIONAL}}</label>
