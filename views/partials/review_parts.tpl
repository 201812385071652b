{{%AUTOESCAPE context="HTML"}}
{{! Answers to read again, step by step: REVIEW_PARTS rows, see review.tpl }}
{{#REVIEW_PARTS}}<section class="section">
<div class="browse-head"><h2>{{REVIEW_PART_NAME}}</h2> {{#REVIEW_EDIT}}<a class="screen-only" href="{{REVIEW_PART_URL}}">[[Modifier]]<span class="unseen"> : {{REVIEW_PART_NAME}}</span></a>{{/REVIEW_EDIT}}</div>
<dl class="answers">
{{#REVIEW_ANSWERS}}<div class="answer"><dt>{{ANSWER_NAME}}{{#ANSWER_PRIVATE}} <span class="soft small">[[(jamais public)]]</span>{{/ANSWER_PRIVATE}}</dt>{{#ANSWER_PLAIN}}<dd class="pre-line{{#ANSWER_NONE}} soft{{/ANSWER_NONE}}">{{ANSWER_VALUE:p}}</dd>{{/ANSWER_PLAIN}}{{#ANSWER_RICH}}<dd class="answer-text">{{ANSWER_HTML:none}}</dd>{{/ANSWER_RICH}}{{#ANSWER_FILED}}<dd>
[[> partials/files.tpl]]
</dd>{{/ANSWER_FILED}}{{#ANSWER_FLAW}}<dd class="answer-flaw"><a href="{{ANSWER_URL}}">{{ANSWER_FLAW_TEXT}}</a></dd>{{/ANSWER_FLAW}}{{#ANSWER_COMMENT}}<dd class="small answer-act"><a href="{{COMMENT_URL}}">[[Commenter]]<span class="unseen"> : {{ANSWER_NAME}}</span></a></dd>{{/ANSWER_COMMENT}}</div>
{{/REVIEW_ANSWERS}}</dl>
</section>
{{/REVIEW_PARTS}}
