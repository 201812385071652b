{{%AUTOESCAPE context="HTML"}}
{{! Several lines of text. As field_text.tpl, with FIELD_ROWS.
	FIELD_COUNT { FIELD_COUNT_MAX }: counter.js says how many characters are left.
	FIELD_VALUE keeps its line breaks: the modifier :p escapes and preserves. }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
[[> partials/field_label.tpl]]
[[> partials/field_about.tpl]]
<textarea id="{{FIELD_ID}}" name="{{FIELD_NAME}}" rows="{{FIELD_ROWS}}"{{#FIELD_COUNT}} data-count="{{FIELD_COUNT_MAX}}" data-text-left="[[%s caractères restants]]" data-text-over="[[%s caractères de trop]]"{{/FIELD_COUNT}} aria-describedby="{{FIELD_ID}}-aide"{{#FIELD_MAX}} maxlength="{{FIELD_MAX_TEXT}}"{{/FIELD_MAX}}{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}>
{{FIELD_VALUE:p}}</textarea>
{{#FIELD_REUSED}}<p class="reused">{{FIELD_REUSED_TEXT}}</p>
{{/FIELD_REUSED}}</div>
