{{%AUTOESCAPE context="HTML"}}
{{! The agents' work list (PANES shown in the layout).
	markers of queue_list.tpl
	QUEUE_TITLE_SAID   NEXT_WORK { NEXT_WORK_URL NEXT_WORK_TEXT }
	CALL_LINKS_SHOWN { CALL_LINKS rows { CALL_LINK_URL CALL_LINK_TEXT } }: rankings }}
[[> layout/top.tpl]]
<div class="panes">
[[> partials/queue_list.tpl]]
<div class="pane-work">
<h1>{{QUEUE_TITLE_SAID}}</h1>
{{#NEXT_WORK}}<p class="acts"><a class="button" href="{{NEXT_WORK_URL}}" data-key="j">{{NEXT_WORK_TEXT}}</a></p>
{{/NEXT_WORK}}<p class="soft">[[Choisissez un dossier dans la liste : il s’ouvre ici, la liste reste à côté.]]</p>
{{#CALL_LINKS_SHOWN}}<section class="section" aria-labelledby="classements">
<h2 id="classements" class="h3">[[Classement d’un appel]]</h2>
<ul>
{{#CALL_LINKS}}<li><a href="{{CALL_LINK_URL}}">{{CALL_LINK_TEXT}}</a></li>
{{/CALL_LINKS}}</ul>
</section>
{{/CALL_LINKS_SHOWN}}</div>
</div>
[[> layout/bottom.tpl]]
