{{%AUTOESCAPE context="HTML"}}
{{! What a listening finds. breadcrumb.tpl tabs.tpl LISTENING_NAME LISTENING_SAID SELECT_URL
	FOUND rows { FOUND_ID FOUND_URL FOUND_TITLE FOUND_SUMMARY FOUND_MATURITY FOUND_WHO FOUND_WHEN
	    FOUND_NEEDS { FOUND_NEEDS_TEXT } FOUND_COST { FOUND_COST_TEXT } FOUND_RETURNED { FOUND_RETURNED_TEXT }
	    FOUND_NEW FOUND_OFFERED FOUND_MARKED }
	selection.tpl   OLDER { OLDER_URL }   EMPTY }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<h1>{{LISTENING_NAME}}</h1>
<p class="soft">{{LISTENING_SAID}}</p>
[[> partials/tabs.tpl]]
[[> partials/empty.tpl]]
<form method="post" action="{{SELECT_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<h2 class="unseen">[[Projets]]</h2>
<ul class="call-list">
{{#FOUND}}<li class="card found">
<p><label class="choice-bare"><input type="checkbox" name="projet" value="{{FOUND_ID}}"><span class="unseen">[[Choisir]] {{FOUND_TITLE}}</span></label> <span class="chip chip-neutral">{{FOUND_MATURITY}}</span>{{#FOUND_NEW}} <span class="chip chip-info">[[nouveau]]</span>{{/FOUND_NEW}}{{#FOUND_OFFERED}} <span class="chip chip-ok">[[soutien proposé]]</span>{{/FOUND_OFFERED}}{{#FOUND_MARKED}} <span class="chip chip-neutral">[[au tableau]]</span>{{/FOUND_MARKED}}</p>
<h3><a href="{{FOUND_URL}}">{{FOUND_TITLE}}</a></h3>
<p>{{FOUND_SUMMARY}}</p>
{{#FOUND_RETURNED}}<p class="small"><span class="chip chip-wait">{{FOUND_RETURNED_TEXT}}</span></p>
{{/FOUND_RETURNED}}{{#FOUND_NEEDS}}<p class="small"><strong>[[Cherche :]]</strong> {{FOUND_NEEDS_TEXT}}</p>
{{/FOUND_NEEDS}}<p class="small soft">{{FOUND_WHO}} · {{FOUND_WHEN}}{{#FOUND_COST}} · {{FOUND_COST_TEXT}}{{/FOUND_COST}}</p>
</li>
{{/FOUND}}</ul>

[[> partials/selection.tpl]]
</form>
{{#OLDER}}<p><a href="{{OLDER_URL}}">[[Plus anciens]]</a></p>
{{/OLDER}}</div>
[[> layout/bottom.tpl]]
