{{%AUTOESCAPE context="HTML"}}
{{! One file of a list. FILE_URL FILE_NAME FILE_META "PDF, 1,2 Mo, déposé le 4 mars 2025"
	FILE_STATE { FILE_STATE_KIND FILE_STATE_TEXT }
	FILE_REMOVE { FILE_REMOVE_VALUE } a button of the form around: name="_retirer" }}
<li class="file"><a class="file-name" href="{{FILE_URL}}">{{FILE_NAME}}</a> <span class="file-meta">{{FILE_META}}</span>{{#FILE_STATE}} <span class="chip chip-{{FILE_STATE_KIND}}">{{FILE_STATE_TEXT}}</span>{{/FILE_STATE}}{{#FILE_REMOVE}} <span class="file-acts"><button class="button-link small" type="submit" name="_retirer" value="{{FILE_REMOVE_VALUE}}">[[Retirer]]<span class="unseen"> {{FILE_NAME}}</span></button></span>{{/FILE_REMOVE}}</li>
