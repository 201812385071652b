{{%AUTOESCAPE context="HTML"}}
{{! What every form of an application carries: CSRF_TOKEN REVISION FILTER }}
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="revision" value="{{REVISION}}">
<input type="hidden" name="filtre" value="{{FILTER}}">
