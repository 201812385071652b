{{%AUTOESCAPE context="HTML"}}
{{! The agents' work list (PANES shown in the layout).
	markers of queue_list.tpl
	QUEUE_TITLE_SAID   NEXT_WORK { NEXT_WORK_URL NEXT_WORK_TEXT }
	CALL_LINKS_SHOWN { CALL_LINKS rows { CALL_LINK_URL CALL_LINK_TEXT } }: rankings
	TABLE_URL CALL_TABLES rows as CALL_LINKS: tables of answers }}
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
{{/CALL_LINKS_SHOWN}}<section class="section" aria-labelledby="tables">
<h2 id="tables" class="h3">[[Table des réponses]]</h2>
<p class="soft">[[Toutes les réponses déposées, question par question : filtrer, trier, exporter.]]</p>
<ul>
<li><a href="{{TABLE_URL}}">[[Toute la plateforme]]</a></li>
{{#CALL_TABLES}}<li><a href="{{CALL_LINK_URL}}">{{CALL_LINK_TEXT}}</a></li>
{{/CALL_TABLES}}</ul>
</section>
</div>
</div>
[[> layout/bottom.tpl]]
