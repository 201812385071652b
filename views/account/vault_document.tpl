{{%AUTOESCAPE context="HTML"}}
{{! One document of a vault.
	breadcrumb   VALID_KIND VALID_TEXT   DOCUMENT_LABEL   DOCUMENT_NOTICE { NOTICE_KIND NOTICE_TEXT RESTORE }
	DOWNLOAD { DOWNLOAD_URL }   VAULT_ACTS { VERSION_URL EDIT_URL }   TERMS rows
	FILES rows (files.tpl): the versions
	CONSENTS { CONSENT_ROWS { CONSENT_TO CONSENT_SAID CONSENT_OVER CONSENT_SHARED { SHARED_URL } REVOKE { REVOKE_ID REVOKE_URL CSRF_TOKEN } } } NO_CONSENT
	COPIES { COPY_ROWS { COPY_TO COPY_SAID COPY_DATE COPY_NUMBER } }
	REMOVE { REMOVE_URL CSRF_TOKEN REMOVE_TEXT } }}
[[> layout/top.tpl]]
<div class="wrap narrow">
[[> partials/breadcrumb.tpl]]
<span class="chip chip-{{VALID_KIND}}">{{VALID_TEXT}}</span>
<h1>{{DOCUMENT_LABEL}}</h1>
{{#DOCUMENT_NOTICE}}<div class="notice notice-{{NOTICE_KIND}}"><p>{{NOTICE_TEXT}}</p>{{#RESTORE}}<form method="post" action="{{RESTORE_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><button class="button button-small" type="submit">[[Remettre au coffre]]</button></form>{{/RESTORE}}</div>
{{/DOCUMENT_NOTICE}}
[[> partials/terms.tpl]]
<p class="cluster">{{#DOWNLOAD}}<a class="button" href="{{DOWNLOAD_URL}}">[[Télécharger]]</a> {{/DOWNLOAD}}{{#VAULT_ACTS}}<a class="button button-plain" href="{{VERSION_URL}}">[[Déposer une nouvelle version]]</a> <a href="{{EDIT_URL}}">[[Renommer, changer les dates]]</a>{{/VAULT_ACTS}}</p>
<section class="section" aria-labelledby="s-accords">
<h2 id="s-accords">[[Qui peut le recevoir]]</h2>
{{#NO_CONSENT}}<p class="soft">[[Personne pour l’instant. Votre accord est demandé, financeur par financeur, quand vous présentez un dossier.]]</p>
{{/NO_CONSENT}}{{#CONSENTS}}<ul class="plain-list">
{{#CONSENT_ROWS}}<li class="spread"><span>{{#CONSENT_OVER}}<s>{{/CONSENT_OVER}}{{CONSENT_TO}}{{#CONSENT_OVER}}</s>{{/CONSENT_OVER}} <span class="soft small">{{CONSENT_SAID}}</span></span>{{#CONSENT_SHARED}} <a href="{{SHARED_URL}}">[[Voir ce partage]]</a>{{/CONSENT_SHARED}}{{#REVOKE}} <form method="post" action="{{REVOKE_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="accord" value="{{REVOKE_ID}}"><button class="button-link" type="submit">[[Retirer mon accord]]<span class="unseen"> : {{CONSENT_TO}}</span></button></form>{{/REVOKE}}</li>
{{/CONSENT_ROWS}}</ul>
<p class="soft small">[[Retirer un accord vaut pour la suite : ce qui a déjà été déposé reste dans les dossiers déposés.]]</p>
{{/CONSENTS}}</section>
{{#COPIES}}<section class="section" aria-labelledby="s-recus">
<h2 id="s-recus">[[Qui l’a reçu]]</h2>
<div class="stacks">
<table>
<thead><tr><th scope="col">[[Destinataire]]</th><th scope="col">[[Pour]]</th><th scope="col">[[Version]]</th><th scope="col">[[Le]]</th></tr></thead>
<tbody>
{{#COPY_ROWS}}<tr><th scope="row">{{COPY_TO}}</th><td data-name="[[Pour]]">{{COPY_SAID}}</td><td data-name="[[Version]]">{{COPY_NUMBER}}</td><td data-name="[[Le]]">{{COPY_DATE}}</td></tr>
{{/COPY_ROWS}}</tbody>
</table>
</div>
</section>
{{/COPIES}}<section class="section" aria-labelledby="s-versions">
<h2 id="s-versions">[[Versions]]</h2>
[[> partials/files.tpl]]
</section>
{{#REMOVE}}<section class="section" aria-labelledby="s-retirer">
<h2 id="s-retirer">[[Retirer du coffre]]</h2>
<p class="soft">{{REMOVE_TEXT}}</p>
<form method="post" action="{{REMOVE_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><button class="button button-plain" type="submit">[[Retirer du coffre]]</button></form>
</section>
{{/REMOVE}}</div>
[[> layout/bottom.tpl]]
