{{%AUTOESCAPE context="HTML"}}
{{! The saved state, always in view beside the button of an autosaved form. SAVE_STATE_TEXT "Enregistré à 14 h 32" }}
<span class="save-state" role="status" data-save-state>{{SAVE_STATE_TEXT}}</span>
