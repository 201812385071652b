{{%AUTOESCAPE context="HTML"}}
{{! An organisation, for who belongs to it.
	ORGANISATION_NAME ORGANISATION_KIND   TERMS rows   ORGANISATION_EDIT { EDIT_URL }
	VAULT_URL
	MEMBER_ROWS { MEMBER_NAME MEMBER_EMAIL MEMBER_SINCE MEMBER_ADMINISTRATOR
	    MEMBER_ACTS { MEMBER_ID MEMBER_RAISE or MEMBER_LOWER, MEMBER_REMOVE or MEMBER_LEAVE } }
	MEMBERS_URL CSRF_TOKEN   WAITING { WAITING_ROWS { WAITING_EMAIL WAITING_SAID WAITING_ID } }
	HELD { HELD_URL HELD_ROWS { HELD_PROJECT_URL HELD_TITLE HELD_SAID HELD_LEFT { HELD_ID HELD_NAME } } }
	INVITE { FORM_URL, ERRORS_SHOWN, FIELDS rows } }}
[[> layout/top.tpl]]
<div class="wrap narrow">
[[> partials/breadcrumb.tpl]]
<p class="soft">{{ORGANISATION_KIND}}</p>
<h1>{{ORGANISATION_NAME}}</h1>
{{#INVITE}}
[[> partials/error_summary.tpl]]
{{/INVITE}}
[[> partials/terms.tpl]]
{{#ORGANISATION_EDIT}}<p><a class="button button-plain" href="{{EDIT_URL}}">[[Modifier]]</a></p>
{{/ORGANISATION_EDIT}}<section class="section" aria-labelledby="s-coffre">
<h2 id="s-coffre">[[Documents]]</h2>
<p class="soft">[[Statuts, RIB, attestations : déposés une fois, repris dans chaque dossier. Les membres les voient, ceux qui administrent les gèrent.]]</p>
<p class="acts"><a class="button button-plain" href="{{VAULT_URL}}">[[Ouvrir le coffre]]</a></p>
</section>
<section class="section" aria-labelledby="s-membres">
<h2 id="s-membres">[[Membres]]</h2>
<p class="soft">[[Les membres lisent les projets de l’organisation. Ceux qui l’administrent les modifient, les présentent, et invitent.]]</p>
<div class="stacks">
<table>
<thead><tr><th scope="col">[[Personne]]</th><th scope="col">[[Depuis]]</th><th scope="col"><span class="unseen">[[Actions]]</span></th></tr></thead>
<tbody>
{{#MEMBER_ROWS}}<tr><th scope="row">{{MEMBER_NAME}}{{#MEMBER_ADMINISTRATOR}} <span class="chip chip-info">[[administre]]</span>{{/MEMBER_ADMINISTRATOR}}<br><span class="soft small break">{{MEMBER_EMAIL}}</span></th><td data-name="[[Depuis]]">{{MEMBER_SINCE}}</td><td>{{#MEMBER_ACTS}}<form class="cluster" method="post" action="{{MEMBERS_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="personne" value="{{MEMBER_ID}}">{{#MEMBER_RAISE}}<button class="button button-plain button-small" name="acte" value="administrer" type="submit">[[Nommer administrateur]]<span class="unseen"> : {{MEMBER_NAME}}</span></button>{{/MEMBER_RAISE}}{{#MEMBER_LOWER}}<button class="button button-plain button-small" name="acte" value="simple" type="submit">[[Simple membre]]<span class="unseen"> : {{MEMBER_NAME}}</span></button>{{/MEMBER_LOWER}}{{#MEMBER_REMOVE}} <button class="button button-plain button-small" name="acte" value="retirer" type="submit">[[Retirer]]<span class="unseen"> {{MEMBER_NAME}}</span></button>{{/MEMBER_REMOVE}}{{#MEMBER_LEAVE}} <button class="button button-plain button-small" name="acte" value="retirer" type="submit">[[Quitter l’organisation]]</button>{{/MEMBER_LEAVE}}</form>{{/MEMBER_ACTS}}</td></tr>
{{/MEMBER_ROWS}}</tbody>
</table>
</div>
</section>
{{#HELD}}<section class="section" aria-labelledby="s-projets">
<h2 id="s-projets">[[Projets de l’organisation]]</h2>
<ul class="plain-list">
{{#HELD_ROWS}}<li class="cluster spread"><span><a href="{{HELD_PROJECT_URL}}">{{HELD_TITLE}}</a> <span class="soft small">{{HELD_SAID}}</span></span>{{#HELD_LEFT}} <form method="post" action="{{HELD_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><button class="button button-plain button-small" name="projet" value="{{HELD_ID}}" type="submit">[[Reprendre ce projet]]<span class="unseen"> : {{HELD_NAME}}</span></button></form>{{/HELD_LEFT}}</li>
{{/HELD_ROWS}}</ul>
</section>
{{/HELD}}{{#WAITING}}<section class="section" aria-labelledby="s-attente">
<h2 id="s-attente">[[Invitations en attente]]</h2>
<ul class="plain-list">
{{#WAITING_ROWS}}<li class="spread"><span>{{WAITING_EMAIL}} <span class="soft small">{{WAITING_SAID}}</span></span> <form method="post" action="{{MEMBERS_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="invitation" value="{{WAITING_ID}}"><button class="button-link" name="acte" value="annuler" type="submit">[[Annuler]]<span class="unseen"> : {{WAITING_EMAIL}}</span></button></form></li>
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
