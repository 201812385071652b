{{%AUTOESCAPE context="HTML"}}
{{! The vault of a person or of an organisation.
	breadcrumb   VAULT_WHOSE "de votre compte"   VAULT_DEPOSIT { DEPOSIT_URL }
	VAULT_SOON { VAULT_SOON_TEXT }   EMPTY (partials/empty.tpl)
	VAULT_KINDS rows { KIND_NAME KIND_DOCUMENTS rows { DOCUMENT_URL DOCUMENT_LABEL DOCUMENT_META
	    VALID_KIND VALID_TEXT DOCUMENT_STATE { DOCUMENT_STATE_KIND DOCUMENT_STATE_TEXT } } }
	VAULT_REMOVED { REMOVED_ROWS { DOCUMENT_LABEL DOCUMENT_META RESTORE { RESTORE_URL CSRF_TOKEN } } }
	VAULT_ROOM { ROOM_USED ROOM_MOST ROOM_HIGH ROOM_SAID ROOM_DOCUMENTS ROOM_SHORT ROOM_FILE }
	VAULT_OTHERS { OTHER_ROWS { OTHER_URL OTHER_NAME } } }}
[[> layout/top.tpl]]
<div class="wrap narrow">
[[> partials/breadcrumb.tpl]]
<h1>[[Coffre]] {{VAULT_WHOSE}}</h1>
<p class="lead">[[Déposez une fois vos statuts, votre RIB, vos attestations : ils se reprennent d’un clic dans chaque dossier. Personne ne les reçoit sans votre accord.]]</p>
{{#VAULT_SOON}}<div class="notice notice-wait"><p>{{VAULT_SOON_TEXT}}</p></div>
{{/VAULT_SOON}}{{#VAULT_DEPOSIT}}<p class="acts"><a class="button" href="{{DEPOSIT_URL}}">[[Déposer un document]]</a></p>
{{/VAULT_DEPOSIT}}
[[> partials/empty.tpl]]
{{#VAULT_KINDS}}<section class="section vault-kind" aria-label="{{KIND_NAME}}">
<h2>{{KIND_NAME}}</h2>
<ul class="plain-list">
{{#KIND_DOCUMENTS}}<li class="vault-row"><p><a href="{{DOCUMENT_URL}}">{{DOCUMENT_LABEL}}</a> <span class="chip chip-{{VALID_KIND}}">{{VALID_TEXT}}</span>{{#DOCUMENT_STATE}} <span class="chip chip-{{DOCUMENT_STATE_KIND}}">{{DOCUMENT_STATE_TEXT}}</span>{{/DOCUMENT_STATE}}</p><p class="soft small">{{DOCUMENT_META}}</p></li>
{{/KIND_DOCUMENTS}}</ul>
</section>
{{/VAULT_KINDS}}{{#VAULT_REMOVED}}<section class="section" aria-labelledby="s-retires">
<h2 id="s-retires">[[Retirés il y a peu]]</h2>
<ul class="plain-list">
{{#REMOVED_ROWS}}<li class="spread"><span>{{DOCUMENT_LABEL}} <span class="soft small">{{DOCUMENT_META}}</span></span>{{#RESTORE}} <form method="post" action="{{RESTORE_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><button class="button-link" type="submit">[[Remettre au coffre]]<span class="unseen"> : {{DOCUMENT_LABEL}}</span></button></form>{{/RESTORE}}</li>
{{/REMOVED_ROWS}}</ul>
</section>
{{/VAULT_REMOVED}}{{#VAULT_ROOM}}<section class="section" aria-labelledby="s-place">
<h2 id="s-place">[[La place]]</h2>
<p class="room"><meter min="0" max="{{ROOM_MOST}}" high="{{ROOM_HIGH}}" value="{{ROOM_USED}}" aria-label="[[Place prise]]">{{ROOM_SAID}}</meter> <strong>{{ROOM_SAID}}</strong> · {{ROOM_DOCUMENTS}}</p>
{{#ROOM_SHORT}}<p class="notice notice-wait">[[La place manque bientôt : retirez les gros documents qui ne servent plus.]]</p>
{{/ROOM_SHORT}}<details><summary>[[Ce qui compte]]</summary>
<p>[[Chaque version des documents du coffre, et les pièces jointes aux dossiers ; le même fichier ne compte qu’une fois. Ce qui a été déposé auprès d’un financeur garde sa place : c’est une preuve. Un document retiré rend la sienne après quatorze jours.]] {{ROOM_FILE}}</p></details>
</section>
{{/VAULT_ROOM}}{{#VAULT_OTHERS}}<section class="section" aria-labelledby="s-autres">
<h2 id="s-autres">[[Les coffres de vos organisations]]</h2>
<ul class="plain-list">
{{#OTHER_ROWS}}<li><a href="{{OTHER_URL}}">{{OTHER_NAME}}</a></li>
{{/OTHER_ROWS}}</ul>
</section>
{{/VAULT_OTHERS}}</div>
[[> layout/bottom.tpl]]
