{{%AUTOESCAPE context="HTML"}}
{{! The saved state of an autosaved form, always in view. SAVE_STATE_TEXT "Enregistré à 14 h 32";
	SAVE_STATE_NEVER when nothing was saved yet: what the script says then }}
<span class="save-state" role="status" data-save-state{{#SAVE_STATE_NEVER}} data-never="[[Vos réponses s’enregistrent au fur et à mesure.]]"{{/SAVE_STATE_NEVER}}>{{SAVE_STATE_TEXT}}</span>
