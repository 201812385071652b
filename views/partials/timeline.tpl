{{%AUTOESCAPE context="HTML"}}
{{! The life of a dossier, oldest first.
	EVENTS rows { EVENT_KIND (done next wait refuse) EVENT_ISO EVENT_DATE EVENT_TEXT
	    EVENT_NEXT shown for what is to come   EVENT_NEW since the last look
	    EVENT_NOTE { EVENT_NOTE_TEXT }   EVENT_LINK { EVENT_URL EVENT_LINK_TEXT } } }}
<ol class="timeline">
{{#EVENTS}}<li class="timeline-event timeline-{{EVENT_KIND}}"><time class="timeline-date" datetime="{{EVENT_ISO}}">{{EVENT_DATE}}</time><p>{{#EVENT_NEXT}}<span class="unseen">[[À venir :]] </span>{{/EVENT_NEXT}}{{EVENT_TEXT}}{{#EVENT_NEW}} <span class="chip chip-info">[[nouveau]]</span>{{/EVENT_NEW}}</p>{{#EVENT_NOTE}}<p class="timeline-note">{{EVENT_NOTE_TEXT}}</p>{{/EVENT_NOTE}}{{#EVENT_LINK}}<a class="small" href="{{EVENT_URL}}">{{EVENT_LINK_TEXT}}</a>{{/EVENT_LINK}}</li>
{{/EVENTS}}</ol>
