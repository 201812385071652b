{{%AUTOESCAPE context="HTML"}}
{{! A short answer to what was just done. TOAST_KIND: ok wait refuse info   TOAST_TEXT }}
<div class="toast toast-{{TOAST_KIND}}" role="status" data-toast><p>{{TOAST_TEXT}}</p></div>
