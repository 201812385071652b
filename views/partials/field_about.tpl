{{%AUTOESCAPE context="HTML"}}
{{! Hint, correction asked, error, what somebody else wrote meanwhile: what describes
	a control. Used by the field partials.
	FIELD_HINT { FIELD_HINT_TEXT }   FIELD_ASKED { FIELD_ASKED_TEXT }
	FIELD_ERROR { FIELD_ERROR_TEXT }   FIELD_OTHER { FIELD_OTHER_SAID FIELD_OTHER_TEXT } }}
<div class="field-about" id="{{FIELD_ID}}-aide">{{#FIELD_HINT}}<p class="hint">{{FIELD_HINT_TEXT}}</p>{{/FIELD_HINT}}{{#FIELD_ASKED}}<p class="asked">[[Correction demandée :]] {{FIELD_ASKED_TEXT}}</p>{{/FIELD_ASKED}}{{#FIELD_OTHER}}<div class="other"><p class="asked">{{FIELD_OTHER_SAID}}</p><blockquote class="pre-line">{{FIELD_OTHER_TEXT:p}}</blockquote></div>{{/FIELD_OTHER}}{{#FIELD_ERROR}}<p class="error"><span class="unseen">[[Erreur :]] </span>{{FIELD_ERROR_TEXT}}</p>{{/FIELD_ERROR}}</div>
