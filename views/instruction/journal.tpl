{{%AUTOESCAPE context="HTML"}}
{{! What happened to an application, newest first; work_top.tpl and work_bottom.tpl around.
	EVENTS rows as timeline.tpl   PUBLIC_URL: the public journal
	NOTES_SHOWN { NOTES rows { NOTE_AUTHOR NOTE_ISO NOTE_DATE NOTE_BODY NOTE_DROP { FORM_URL CSRF_TOKEN FILTER NOTE_ID } }
	    NOTE_FORM { FORM_URL CSRF_TOKEN REVISION FILTER FIELDS rows } } }}
[[> layout/top.tpl]]
[[> partials/work_top.tpl]]
[[> partials/timeline.tpl]]
<p class="small"><a href="{{PUBLIC_URL}}">[[Le journal public, vérifiable par tous]]</a></p>
{{#NOTES_SHOWN}}<section class="section" aria-labelledby="notes">
<h2 id="notes">[[Notes du service]]</h2>
<p class="small soft">[[Seul le service les lit ; le porteur, jamais.]]</p>
<ul class="notes">
{{#NOTES}}<li class="note"><p class="message-head"><strong>{{NOTE_AUTHOR}}</strong> <time class="soft" datetime="{{NOTE_ISO}}">{{NOTE_DATE}}</time></p><p class="message-body">{{NOTE_BODY:p}}</p>{{#NOTE_DROP}}<form method="post" action="{{FORM_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="filtre" value="{{FILTER}}"><button class="button-link small" type="submit" name="note" value="{{NOTE_ID}}">[[Supprimer ma note]]</button></form>{{/NOTE_DROP}}</li>
{{/NOTES}}</ul>
{{#NOTE_FORM}}<form class="form" method="post" action="{{FORM_URL}}" data-keep="{{FORM_URL}}">
[[> partials/form_hidden.tpl]]
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}<button class="button button-plain" type="submit">[[Ajouter la note]]</button>
</form>
{{/NOTE_FORM}}</section>
{{/NOTES_SHOWN}}
[[> partials/work_bottom.tpl]]
[[> layout/bottom.tpl]]
