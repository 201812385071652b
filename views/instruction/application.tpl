{{%AUTOESCAPE context="HTML"}}
{{! One application beside the list (PANES shown in the layout): queue_list.tpl at left.
	WORK_WHERE "2 sur 12"   WORK_PREVIOUS { WORK_PREVIOUS_URL } WORK_NEXT { WORK_NEXT_URL }   QUEUE_URL
	WORK_CHANGED { WORK_CHANGED_URL WORK_CHANGED_TEXT }
	WORK_TITLE WORK_STATE_KIND WORK_STATE_TEXT WORK_SAID
	WORK_TABS rows { WORK_TAB_URL WORK_TAB_NAME WORK_TAB_CURRENT WORK_TAB_COUNT { WORK_TAB_COUNT_TEXT } }
	One of:
	WORK_ANSWERS { ANSWER_PARTS rows { ANSWER_PART_NAME ANSWERS rows { ANSWER_NAME ANSWER_VALUE ANSWER_NEW ANSWER_ASKED { ANSWER_ASKED_TEXT } } } FILES_SHOWN { FILES } }
	WORK_SCORES { SCORE_URL CSRF_TOKEN REVISION GRIDS rows (scores.tpl) COMMENT_VALUE }
	WORK_FUNDING { funding.tpl }   WORK_THREAD { thread.tpl }   WORK_JOURNAL { EVENTS }
	WORK_ACTS rows { ACT_URL ACT_TEXT ACT_DIALOG }: take under review, ask a correction, propose a decision
	WORK_DECIDE { DECIDE_URL CSRF_TOKEN REVISION ERRORS_SHOWN FIELDS rows (field.tpl) DECIDE_TEXT } }}
[[> layout/top.tpl]]
<div class="panes panes-reading">
[[> partials/queue_list.tpl]]
<article class="pane-work">
<p class="pane-back small"><a href="{{QUEUE_URL}}">[[Retour à la liste]]</a></p>
<p class="pane-top"><span>{{WORK_WHERE}}{{#WORK_NEXT}} · <a href="{{WORK_NEXT_URL}}" rel="next" data-key="j"><kbd>J</kbd> [[suivant]]</a>{{/WORK_NEXT}}{{#WORK_PREVIOUS}} <a href="{{WORK_PREVIOUS_URL}}" rel="prev" data-key="k"><kbd>K</kbd> [[précédent]]</a>{{/WORK_PREVIOUS}}</span> {{#WORK_CHANGED}}<a href="{{WORK_CHANGED_URL}}">{{WORK_CHANGED_TEXT}}</a>{{/WORK_CHANGED}}</p>
<h1>{{WORK_TITLE}}</h1>
<p class="soft"><span class="chip chip-{{WORK_STATE_KIND}}">{{WORK_STATE_TEXT}}</span> {{WORK_SAID}}</p>
<nav class="tabs" aria-label="[[Parties du dossier]]">
<ul>
{{#WORK_TABS}}<li><a href="{{WORK_TAB_URL}}"{{#WORK_TAB_CURRENT}} aria-current="page"{{/WORK_TAB_CURRENT}}>{{WORK_TAB_NAME}}{{#WORK_TAB_COUNT}} <span>{{WORK_TAB_COUNT_TEXT}}</span>{{/WORK_TAB_COUNT}}</a></li>
{{/WORK_TABS}}</ul>
</nav>
{{#WORK_ANSWERS}}{{#ANSWER_PARTS}}<section>
<h2>{{ANSWER_PART_NAME}}</h2>
<dl class="answers">
{{#ANSWERS}}<div class="answer{{#ANSWER_NEW}} answer-new{{/ANSWER_NEW}}{{#ANSWER_ASKED}} answer-asked{{/ANSWER_ASKED}}"><dt>{{ANSWER_NAME}}{{#ANSWER_NEW}} <span class="chip chip-info">[[changé]]</span>{{/ANSWER_NEW}}</dt><dd>{{ANSWER_VALUE:p}}</dd>{{#ANSWER_ASKED}}<dd class="asked">[[Correction demandée :]] {{ANSWER_ASKED_TEXT}}</dd>{{/ANSWER_ASKED}}</div>
{{/ANSWERS}}</dl>
</section>
{{/ANSWER_PARTS}}{{#FILES_SHOWN}}<section class="section">
<h2>[[Pièces]]</h2>
[[> partials/files.tpl]]
</section>
{{/FILES_SHOWN}}{{/WORK_ANSWERS}}{{#WORK_SCORES}}<form method="post" action="{{SCORE_URL}}" data-autosave="{{AUTOSAVE_URL}}"
[[> partials/autosave_texts.tpl]]
>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="revision" value="{{REVISION}}">
{{#GRIDS}}
[[> partials/scores.tpl]]
{{/GRIDS}}<div class="field">
<label class="field-label" for="f-avis">[[Votre avis]] <span class="optional">[[(facultatif)]]</span></label>
<textarea id="f-avis" name="avis" rows="3">
{{COMMENT_VALUE:p}}</textarea>
</div>
<div class="acts">
<button class="button" type="submit">[[Enregistrer et passer au suivant]]</button>
[[> partials/save_state.tpl]]
</div>
</form>
{{/WORK_SCORES}}{{#WORK_FUNDING}}
[[> partials/funding.tpl]]
{{/WORK_FUNDING}}{{#WORK_THREAD}}
[[> partials/thread.tpl]]
{{/WORK_THREAD}}{{#WORK_JOURNAL}}
[[> partials/timeline.tpl]]
{{/WORK_JOURNAL}}{{#WORK_DECIDE}}
[[> partials/error_summary.tpl]]
<form class="form" method="post" action="{{DECIDE_URL}}" novalidate data-keep="{{DECIDE_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="revision" value="{{REVISION}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}<div class="acts acts-ruled"><button class="button" type="submit">{{DECIDE_TEXT}}</button></div>
</form>
{{/WORK_DECIDE}}{{#WORK_ACTS_SHOWN}}<p class="acts">
{{#WORK_ACTS}}<a class="button button-plain" href="{{ACT_URL}}" data-dialog="{{ACT_DIALOG}}">{{ACT_TEXT}}</a>
{{/WORK_ACTS}}</p>
{{/WORK_ACTS_SHOWN}}</article>
</div>
[[> layout/bottom.tpl]]
