{{%AUTOESCAPE context="HTML"}}
{{! Messages about a dossier, oldest first.
	MESSAGES rows { MESSAGE_ID MESSAGE_AUTHOR MESSAGE_ROLE MESSAGE_ISO MESSAGE_DATE MESSAGE_BODY
	    MESSAGE_MINE   MESSAGE_NEW   MESSAGE_FILES_SHOWN { MESSAGE_FILES rows as file.tpl } }
	REPLY { REPLY_URL CSRF_TOKEN REPLY_VALUE REPLY_HINT REPLY_ACCEPT
	    REPLY_ERROR { REPLY_ERROR_TEXT } } }}
<ol class="thread">
{{#MESSAGES}}<li class="message{{#MESSAGE_MINE}} message-mine{{/MESSAGE_MINE}}" id="message-{{MESSAGE_ID}}">
<p class="message-head"><strong>{{MESSAGE_AUTHOR}}</strong> <span class="soft">{{MESSAGE_ROLE}}</span> <time class="soft" datetime="{{MESSAGE_ISO}}">{{MESSAGE_DATE}}</time>{{#MESSAGE_NEW}} <span class="chip chip-info">[[nouveau]]</span>{{/MESSAGE_NEW}}</p>
<p class="message-body">{{MESSAGE_BODY:p}}</p>
{{#MESSAGE_FILES_SHOWN}}<ul class="files">
{{#MESSAGE_FILES}}
[[> partials/file.tpl]]
{{/MESSAGE_FILES}}</ul>
{{/MESSAGE_FILES_SHOWN}}</li>
{{/MESSAGES}}</ol>
{{#REPLY}}<form class="form" method="post" action="{{REPLY_URL}}" enctype="multipart/form-data" data-keep="{{REPLY_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<div class="field{{#REPLY_ERROR}} field-wrong{{/REPLY_ERROR}}">
<label class="field-label" for="f-message">[[Votre message]]</label>
<div id="f-message-aide"><p class="hint">{{REPLY_HINT}}</p>{{#REPLY_ERROR}}<p class="error"><span class="unseen">[[Erreur :]] </span>{{REPLY_ERROR_TEXT}}</p>{{/REPLY_ERROR}}</div>
<textarea id="f-message" name="message" rows="5" aria-describedby="f-message-aide"{{#REPLY_ERROR}} aria-invalid="true"{{/REPLY_ERROR}}>
{{REPLY_VALUE:p}}</textarea>
</div>
<div class="field">
<label class="field-label" for="f-message-fichier">[[Joindre un fichier]] <span class="optional">[[(facultatif)]]</span></label>
<input type="file" id="f-message-fichier" name="fichier" accept="{{REPLY_ACCEPT}}">
</div>
<button class="button" type="submit">[[Envoyer le message]]</button>
</form>
{{/REPLY}}
