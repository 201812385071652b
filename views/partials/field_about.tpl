{{%AUTOESCAPE context="HTML"}}
{{! Hint, where the answer comes from, correction asked, error, what somebody else
	wrote meanwhile: what describes a control. Used by the field partials.
	FIELD_HINT { FIELD_HINT_TEXT }   FIELD_ASKED { FIELD_ASKED_TEXT }
	FIELD_ERROR { FIELD_ERROR_TEXT }   FIELD_OTHER { FIELD_OTHER_SAID FIELD_OTHER_TEXT }
	FIELD_ORIGIN { FIELD_ORIGIN_TEXT }   FIELD_ACT { ACT_NAME ACT_KEY ACT_TEXT } }}
<div class="field-about" id="{{FIELD_ID}}-aide">{{#FIELD_HINT}}<p class="hint">{{FIELD_HINT_TEXT}}</p>{{/FIELD_HINT}}{{#FIELD_ORIGIN}}<p class="origin">{{FIELD_ORIGIN_TEXT}}</p>{{/FIELD_ORIGIN}}{{#FIELD_ASKED}}<p class="asked">[[Correction demandée :]] {{FIELD_ASKED_TEXT}}</p>{{/FIELD_ASKED}}{{#FIELD_OTHER}}<div class="other"><p class="asked">{{FIELD_OTHER_SAID}}</p><blockquote class="pre-line">{{FIELD_OTHER_TEXT:p}}</blockquote></div>{{/FIELD_OTHER}}{{#FIELD_ERROR}}<p class="error"><span class="unseen">[[Erreur :]] </span>{{FIELD_ERROR_TEXT}}</p>{{/FIELD_ERROR}}</div>{{#FIELD_ACT}}<p class="origin-act"><button class="button-link" type="submit" name="{{ACT_NAME}}" value="{{ACT_KEY}}">{{ACT_TEXT}}<span class="unseen"> : {{FIELD_LABEL}}</span></button></p>{{/FIELD_ACT}}
