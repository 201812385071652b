{{%AUTOESCAPE context="HTML"}}
{{! Beside the label of a question: whichever is rarer on its page is marked (web/sheet.h).
	FIELD_OPTIONAL or FIELD_NEEDED; conditions.js and the style sheet follow what is required now }}
{{#FIELD_OPTIONAL}} <span class="optional">[[(facultatif)]]</span>{{/FIELD_OPTIONAL}}{{#FIELD_NEEDED}} <span class="needed">[[(obligatoire)]]</span>{{/FIELD_NEEDED}}
