{{%AUTOESCAPE context="HTML"}}
{{! One's own account. PERSON_NAME_SHOWN PERSON_EMAIL
	INVITATIONS { INVITATION_ROWS { INVITATION_URL INVITATION_TEXT INVITATION_SAID } }
	OWN_ORGANISATIONS rows { ORGANISATION_URL ORGANISATION_NAME ORGANISATION_SAID } NO_ORGANISATION
	NEW_ORGANISATION_URL
	OWN_SPACES { SPACE_ROWS { SPACE_URL SPACE_NAME } }, when there are several platforms
	VAULT_URL
	OWN_ROLES { ROLE_ROWS { ROLE_TEXT ROLE_SAID } }
	TERMS rows (partials/terms.tpl): what the account holds
	DATA_PAGE_URL CLOSE_URL }}
[[> layout/top.tpl]]
<div class="wrap narrow">
<h1>[[Votre compte]]</h1>
{{#INVITATIONS}}<section class="section" aria-labelledby="s-invitations">
<h2 id="s-invitations">[[On vous attend]]</h2>
<ul class="plain-list">
{{#INVITATION_ROWS}}<li class="notice"><p><a href="{{INVITATION_URL}}">{{INVITATION_TEXT}}</a> <span class="soft">{{INVITATION_SAID}}</span></p></li>
{{/INVITATION_ROWS}}</ul>
</section>
{{/INVITATIONS}}<section class="section" aria-labelledby="s-compte">
<h2 id="s-compte">[[Vos informations]]</h2>
[[> partials/terms.tpl]]
</section>
{{#OWN_SPACES}}<section class="section" aria-labelledby="s-espaces">
<h2 id="s-espaces">[[Vos projets]]</h2>
<ul class="plain-list">
{{#SPACE_ROWS}}<li><a href="{{SPACE_URL}}">{{SPACE_NAME}}</a></li>
{{/SPACE_ROWS}}</ul>
</section>
{{/OWN_SPACES}}<section class="section" aria-labelledby="s-organisations">
<h2 id="s-organisations">[[Vos organisations]]</h2>
{{#NO_ORGANISATION}}<p class="soft">[[Vous déposez en votre nom. Pour porter des projets au nom d’une association, d’une commune ou d’une entreprise, inscrivez-la, ou demandez à y être invité.]]</p>
{{/NO_ORGANISATION}}<ul class="plain-list">
{{#OWN_ORGANISATIONS}}<li><a href="{{ORGANISATION_URL}}">{{ORGANISATION_NAME}}</a> <span class="soft">{{ORGANISATION_SAID}}</span></li>
{{/OWN_ORGANISATIONS}}</ul>
<p class="acts"><a class="button button-plain" href="{{NEW_ORGANISATION_URL}}">[[Inscrire une organisation]]</a></p>
</section>
<section class="section" aria-labelledby="s-coffre">
<h2 id="s-coffre">[[Documents]]</h2>
<p>[[Statuts, RIB, attestations : déposés une fois, repris dans chaque dossier.]]</p>
<p class="acts"><a class="button button-plain" href="{{VAULT_URL}}">[[Ouvrir le coffre]]</a></p>
</section>
{{#OWN_ROLES}}<section class="section" aria-labelledby="s-roles">
<h2 id="s-roles">[[Vos rôles]]</h2>
<ul class="plain-list">
{{#ROLE_ROWS}}<li>{{ROLE_TEXT}} <span class="soft">{{ROLE_SAID}}</span></li>
{{/ROLE_ROWS}}</ul>
</section>
{{/OWN_ROLES}}<section class="section" aria-labelledby="s-donnees">
<h2 id="s-donnees">[[Vos données]]</h2>
<p>[[Elles sont à vous : emportez-les quand vous voulez, ou fermez votre compte.]]</p>
<p class="cluster"><a class="button button-plain" href="{{DATA_PAGE_URL}}">[[Emporter mes données]]</a> <a href="{{CLOSE_URL}}">[[Fermer mon compte]]</a></p>
</section>
</div>
[[> layout/bottom.tpl]]
