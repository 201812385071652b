{{%AUTOESCAPE context="HTML"}}
{{! A file to give: the native control is the drop area, upload.js adds progress.
	FIELD_ACCEPT ".pdf,.odt" FIELD_FILE_LIMIT "20 Mo au plus : PDF, images, textes, tableurs."
	FIELD_UPLOAD_URL for upload.js (multipart POST, CSRF_TOKEN);
	FIELD_MANY when several may be chosen;
	FIELD_FILES_SHOWN { FIELD_FILES rows as files.tpl } }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
[[> partials/field_label.tpl]]
[[> partials/field_about.tpl]]
{{#FIELD_FILES_SHOWN}}<ul class="files">
{{#FIELD_FILES}}
[[> partials/file.tpl]]
{{/FIELD_FILES}}</ul>
{{/FIELD_FILES_SHOWN}}<div class="file-drop" data-upload="{{FIELD_UPLOAD_URL}}" data-text-sending="[[Envoi en cours…]]" data-text-sent="[[Fichier reçu]]" data-text-failed="[[L’envoi a échoué. Choisissez le fichier de nouveau.]]">
<input type="file" id="{{FIELD_ID}}" name="{{FIELD_NAME}}" accept="{{FIELD_ACCEPT}}"{{#FIELD_MANY}} multiple{{/FIELD_MANY}} aria-describedby="{{FIELD_ID}}-aide"{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}>
<p class="hint">{{FIELD_FILE_LIMIT}}</p>
</div>
{{#FIELD_REUSED}}<p class="reused">{{FIELD_REUSED_TEXT}}</p>
{{/FIELD_REUSED}}</div>
