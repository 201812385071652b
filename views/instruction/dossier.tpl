{{%AUTOESCAPE context="HTML"}}
{{! The answers of a deposit, beside the list; work_top.tpl and work_bottom.tpl around.
	SHOWN_SAID "Dossier tel que présenté le…"   SHOWN_FORMS   CHANGES { CHANGES_TEXT CHANGES_ALL { CHANGES_URL CHANGES_URL_TEXT } }
	CORRECTION_SHOWN { CORRECTION_TITLE CORRECTION_MESSAGE CORRECTION_META }
	ANSWER_PARTS rows { ANSWER_PART_NAME ANSWERS rows { ANSWER_NAME ANSWER_VALUE ANSWER_KEY ANSWER_NEW ANSWER_PRIVATE
	    ANSWER_BEFORE { ANSWER_BEFORE_TEXT } ANSWER_ASKED { ANSWER_ASKED_TEXT } ANSWER_FILES_SHOWN { FILES } } }
	FILES_TOP { FILES_TOP_TEXT FILES rows }: the documents beside the answers
	NOT_PRESENTED when there is no deposit to read }}
[[> layout/top.tpl]]
[[> partials/work_top.tpl]]
{{#CORRECTION_SHOWN}}<aside class="notice notice-wait">
<h2>{{CORRECTION_TITLE}}</h2>
<p class="pre-line">{{CORRECTION_MESSAGE:p}}</p>
<p class="small soft">{{CORRECTION_META}}</p>
</aside>
{{/CORRECTION_SHOWN}}<p class="small soft">{{SHOWN_SAID}} {{SHOWN_FORMS}}</p>
{{#CHANGES}}<p class="small"><span class="chip chip-info">{{CHANGES_TEXT}}</span> {{#CHANGES_ALL}}<a href="{{CHANGES_URL}}">{{CHANGES_URL_TEXT}}</a>{{/CHANGES_ALL}}</p>
{{/CHANGES}}{{#FILES_TOP}}<details class="questions files-top" open>
<summary>{{FILES_TOP_TEXT}}</summary>
[[> partials/files.tpl]]
</details>
{{/FILES_TOP}}{{#NOT_PRESENTED}}<p>[[Ce dossier vient d’un import : il n’a pas été présenté ici, ses réponses ne sont donc pas figées.]]</p>
{{/NOT_PRESENTED}}{{#ANSWER_PARTS}}<section>
<h2>{{ANSWER_PART_NAME}}</h2>
<dl class="answers">
{{#ANSWERS}}<div class="answer{{#ANSWER_NEW}} answer-new{{/ANSWER_NEW}}{{#ANSWER_ASKED}} answer-asked{{/ANSWER_ASKED}}" id="q-{{ANSWER_KEY}}"><dt>{{ANSWER_NAME}}{{#ANSWER_PRIVATE}} <span class="optional">[[(non publié)]]</span>{{/ANSWER_PRIVATE}}{{#ANSWER_NEW}} <span class="chip chip-info">[[changé]]</span>{{/ANSWER_NEW}}</dt>{{#ANSWER_PLAIN}}<dd class="pre-line">{{ANSWER_VALUE:p}}</dd>{{/ANSWER_PLAIN}}{{#ANSWER_RICH}}<dd class="answer-text">{{ANSWER_HTML:none}}</dd>{{/ANSWER_RICH}}{{#ANSWER_BEFORE}}<dd class="answer-before"><span class="small">[[Avant :]]</span> <del class="pre-line">{{ANSWER_BEFORE_TEXT:p}}</del></dd>{{/ANSWER_BEFORE}}{{#ANSWER_ASKED}}<dd class="asked">[[Correction demandée :]] {{ANSWER_ASKED_TEXT}}</dd>{{/ANSWER_ASKED}}{{#ANSWER_FILES_SHOWN}}<dd>
[[> partials/files.tpl]]
</dd>{{/ANSWER_FILES_SHOWN}}</div>
{{/ANSWERS}}</dl>
</section>
{{/ANSWER_PARTS}}
[[> partials/work_bottom.tpl]]
[[> layout/bottom.tpl]]
