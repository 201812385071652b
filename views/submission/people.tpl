{{%AUTOESCAPE context="HTML"}}
{{! The people of a dossier, for who manages it.
	breadcrumb.tpl markers
	PEOPLE_SHOWN { PEOPLE_ROWS { PERSON_LINE_NAME PERSON_LINE_EMAIL PERSON_LINE_SINCE PERSON_LINE_ID
	    LEVEL_OPTIONS rows { OPTION_VALUE OPTION_TEXT OPTION_CHOSEN } } }
	WAITING { WAITING_ROWS { WAITING_EMAIL WAITING_SAID WAITING_ID } }
	PEOPLE_URL CSRF_TOKEN   INVITE { FORM_URL ERRORS_SHOWN FIELDS rows } }}
[[> layout/top.tpl]]
<div class="wrap narrow">
[[> partials/breadcrumb.tpl]]
<h1>[[Qui peut ouvrir ce dossier]]</h1>
<p class="soft">[[Un dossier s’écrit mieux à plusieurs. Les personnes invitées ne voient que ce projet ; vous pouvez changer d’avis à tout moment.]]</p>
{{#INVITE}}
[[> partials/error_summary.tpl]]
{{/INVITE}}
{{#PEOPLE_SHOWN}}<section class="section" aria-labelledby="s-invites">
<h2 id="s-invites">[[Personnes invitées]]</h2>
<ul class="plain-list">
{{#PEOPLE_ROWS}}<li class="cluster spread"><span>{{PERSON_LINE_NAME}}<br><span class="soft small">{{PERSON_LINE_EMAIL}}, {{PERSON_LINE_SINCE}}</span></span> <form class="cluster" method="post" action="{{PEOPLE_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="personne" value="{{PERSON_LINE_ID}}"><label class="unseen" for="niveau-{{PERSON_LINE_ID}}">[[Ce que peut faire]] {{PERSON_LINE_NAME}}</label><select id="niveau-{{PERSON_LINE_ID}}" name="niveau">
{{#LEVEL_OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/LEVEL_OPTIONS}}</select> <button class="button button-plain button-small" name="acte" value="niveau" type="submit">[[Changer]]<span class="unseen"> : {{PERSON_LINE_NAME}}</span></button> <button class="button button-plain button-small" name="acte" value="retirer" type="submit">[[Retirer]]<span class="unseen"> {{PERSON_LINE_NAME}}</span></button></form></li>
{{/PEOPLE_ROWS}}</ul>
</section>
{{/PEOPLE_SHOWN}}{{#WAITING}}<section class="section" aria-labelledby="s-attente">
<h2 id="s-attente">[[Invitations en attente]]</h2>
<ul class="plain-list">
{{#WAITING_ROWS}}<li class="cluster spread"><span>{{WAITING_EMAIL}} <span class="soft small">{{WAITING_SAID}}</span></span> <form method="post" action="{{PEOPLE_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="invitation" value="{{WAITING_ID}}"><button class="button-link" name="acte" value="annuler" type="submit">[[Annuler]]<span class="unseen"> : {{WAITING_EMAIL}}</span></button></form></li>
{{/WAITING_ROWS}}</ul>
</section>
{{/WAITING}}{{#INVITE}}<section class="section" aria-labelledby="s-inviter">
<h2 id="s-inviter">[[Inviter quelqu’un]]</h2>
<form class="form" method="post" action="{{FORM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
<button class="button" type="submit">[[Envoyer l’invitation]]</button>
</form>
</section>
{{/INVITE}}</div>
[[> layout/bottom.tpl]]
