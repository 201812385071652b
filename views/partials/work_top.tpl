{{%AUTOESCAPE context="HTML"}}
{{! The head of an application beside the list; PANES is shown in the layout.
	markers of queue_list.tpl   BACK_URL
	WORK_WHERE "2 sur 12"   WORK_PREVIOUS { WORK_PREVIOUS_URL } WORK_NEXT { WORK_NEXT_URL }
	WORK_CHANGED { WORK_CHANGED_URL WORK_CHANGED_TEXT FILTER }   SEEN_URL CSRF_TOKEN
	WORK_TITLE WORK_NUMBER WORK_STATE_KIND WORK_STATE_TEXT WORK_SAID
	WORK_CHARGE { WORK_CHARGE_TEXT WORK_CHARGE_CHANGE { WORK_CHARGE_URL } }
	WORK_TABS rows { WORK_TAB_URL WORK_TAB_NAME WORK_TAB_CURRENT WORK_TAB_COUNT { WORK_TAB_COUNT_TEXT } }
	WORK_STALE shown when the form came back because the application changed   ERRORS_SHOWN }}
<div class="panes panes-reading">
[[> partials/queue_list.tpl]]
<article class="pane-work" data-seen="{{SEEN_URL}}">
<p class="pane-back small"><a href="{{BACK_URL}}">[[Retour à la liste]]</a></p>
<p class="pane-top"><span>{{WORK_WHERE}}{{#WORK_NEXT}} <a href="{{WORK_NEXT_URL}}" rel="next" data-key="j"><kbd>J</kbd> [[suivant]]</a>{{/WORK_NEXT}}{{#WORK_PREVIOUS}} <a href="{{WORK_PREVIOUS_URL}}" rel="prev" data-key="k"><kbd>K</kbd> [[précédent]]</a>{{/WORK_PREVIOUS}}</span> {{#WORK_CHANGED}}<span class="work-changed"><a href="{{WORK_CHANGED_URL}}">{{WORK_CHANGED_TEXT}}</a> <form class="inline" method="post" action="{{SEEN_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="filtre" value="{{FILTER}}"><button class="button-link" type="submit">[[C’est vu]]</button></form></span>{{/WORK_CHANGED}}</p>
<h1>{{WORK_TITLE}}</h1>
<p class="work-said"><span class="chip chip-{{WORK_STATE_KIND}}">{{WORK_STATE_TEXT}}</span> <span class="soft">{{WORK_SAID}}</span></p>
{{#WORK_CHARGE}}<p class="small soft work-charge">{{WORK_CHARGE_TEXT}} · {{WORK_NUMBER}}{{#WORK_CHARGE_CHANGE}} · <a href="{{WORK_CHARGE_URL}}">[[Confier le dossier]]</a>{{/WORK_CHARGE_CHANGE}}</p>
{{/WORK_CHARGE}}<nav class="tabs" aria-label="[[Parties du dossier]]">
<ul>
{{#WORK_TABS}}<li><a href="{{WORK_TAB_URL}}"{{#WORK_TAB_CURRENT}} aria-current="page"{{/WORK_TAB_CURRENT}}>{{WORK_TAB_NAME}}{{#WORK_TAB_COUNT}} <span>{{WORK_TAB_COUNT_TEXT}}</span>{{/WORK_TAB_COUNT}}</a></li>
{{/WORK_TABS}}</ul>
</nav>
{{#WORK_STALE}}<div class="error-summary" role="alert" tabindex="-1" data-focus>
<h2>[[Ce dossier a changé entre-temps]]</h2>
<p>[[Quelqu’un l’a modifié pendant que vous écriviez. Rien de ce que vous avez écrit n’est perdu : relisez, puis envoyez à nouveau.]]</p>
</div>
{{/WORK_STALE}}
[[> partials/error_summary.tpl]]
