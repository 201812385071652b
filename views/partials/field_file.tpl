{{%AUTOESCAPE context="HTML"}}
{{! A file to give: the native control is the drop area, upload.js adds progress.
	FIELD_ACCEPT ".pdf,.odt" FIELD_FILE_LIMIT "20 Mo au plus : PDF, images, textes, tableurs."
	FIELD_UPLOAD_URL for upload.js (multipart POST, CSRF_TOKEN), or FIELD_HOLD: the
	file goes with the form; FIELD_PIECES_URL where big files go in pieces;
	FIELD_SENDING { FIELD_SENDING_TOKEN FIELD_SENDING_NAME FIELD_SENDING_SIZE } the file came already;
	FIELD_MANY when several may be chosen;
	FIELD_MODEL { FIELD_MODEL_URL FIELD_MODEL_NAME }: a file to fill in first
	FIELD_FILES_SHOWN { FIELD_FILES rows as files.tpl }
	FIELD_OFFERS_SHOWN { FIELD_OFFERS rows { OFFER_NAME OFFER_META OFFER_STATE_KIND OFFER_STATE_TEXT
	    OFFER_TAKE { OFFER_VALUE } OFFER_TAKEN } } what the vault has }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
[[> partials/field_label.tpl]]
[[> partials/field_about.tpl]]
{{#FIELD_MODEL}}<p class="model"><a href="{{FIELD_MODEL_URL}}" download>[[Télécharger le modèle à remplir :]] {{FIELD_MODEL_NAME}}</a></p>
{{/FIELD_MODEL}}{{#FIELD_FILES_SHOWN}}<ul class="files">
{{#FIELD_FILES}}
[[> partials/file.tpl]]
{{/FIELD_FILES}}</ul>
{{/FIELD_FILES_SHOWN}}{{#FIELD_OFFERS_SHOWN}}<div class="offers" role="group" aria-label="[[Reprendre du coffre]]">
<p class="offers-title">[[Reprendre du coffre]]</p>
<ul class="files">
{{#FIELD_OFFERS}}<li class="file"><span class="offer-name">{{OFFER_NAME}}</span> <span class="file-meta">{{OFFER_META}}</span> <span class="chip chip-{{OFFER_STATE_KIND}}">{{OFFER_STATE_TEXT}}</span>{{#OFFER_TAKE}} <span class="file-acts"><button class="button button-plain button-small" type="submit" name="_reprendre" value="{{OFFER_VALUE}}">[[Reprendre]]<span class="unseen"> {{OFFER_NAME}}</span></button></span>{{/OFFER_TAKE}}</li>
{{/FIELD_OFFERS}}</ul>
</div>
{{/FIELD_OFFERS_SHOWN}}<div class="file-drop" data-upload="{{FIELD_UPLOAD_URL}}" data-pieces="{{FIELD_PIECES_URL}}"{{#FIELD_HOLD}} data-hold{{/FIELD_HOLD}} data-text-sending="[[Envoi en cours…]]" data-text-sent="[[Fichier reçu]]" data-text-failed="[[L’envoi a échoué. Choisissez le fichier de nouveau.]]" data-text-waiting="[[La connexion est coupée. L’envoi reprendra où il en est.]]" data-text-cancel="[[Annuler l’envoi]]" data-text-cancelled="[[Envoi annulé]]" data-text-resume="[[L’envoi de ce fichier s’est arrêté. Choisissez-le de nouveau : il reprendra où il en est.]]" data-text-ready="[[Fichier reçu : il partira avec le formulaire]]">
<input type="file" id="{{FIELD_ID}}" name="{{FIELD_NAME}}" accept="{{FIELD_ACCEPT}}"{{#FIELD_MANY}} multiple{{/FIELD_MANY}} aria-describedby="{{FIELD_ID}}-aide"{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}>
{{#FIELD_SENDING}}<input type="hidden" name="envoi" value="{{FIELD_SENDING_TOKEN}}">
<p class="held" data-held>[[Déjà reçu : {{FIELD_SENDING_NAME}} ({{FIELD_SENDING_SIZE}}). Il partira avec le formulaire ; en choisir un autre le remplace.]]</p>
{{/FIELD_SENDING}}<p class="hint">{{FIELD_FILE_LIMIT}}</p>
<noscript><p class="hint">[[Sans JavaScript : 20 Mo au plus.]]</p></noscript>
</div>
{{#FIELD_REUSED}}<p class="reused">{{FIELD_REUSED_TEXT}}</p>
{{/FIELD_REUSED}}</div>
