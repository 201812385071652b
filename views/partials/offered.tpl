{{%AUTOESCAPE context="HTML"}}
{{! A newer revision of the form is offered. OFFERED { OFFERED_URL } }}
{{#OFFERED}}<p class="notice">[[Le formulaire a changé depuis que vous l’avez commencé.]] <a href="{{OFFERED_URL}}">[[Voir ce qui change]]</a></p>
{{/OFFERED}}
