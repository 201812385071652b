{{%AUTOESCAPE context="HTML"}}
{{! A commons, a place, a resource being described. FORM_TITLE FORM_URL FORM_ACT ERRORS_SHOWN
	FLOW_SAID { FLOW_TITLE FLOW_REASON_TEXT }   ABOUT { FIELDS rows }   markers of listen_words.tpl }}
[[> layout/top.tpl]]
<div class="wrap narrow">
<h1>{{FORM_TITLE}}</h1>
[[> partials/error_summary.tpl]]
{{#FLOW_SAID}}<section class="notice"><h2>{{FLOW_TITLE}}</h2><p class="pre-line">{{FLOW_REASON_TEXT:p}}</p></section>
{{/FLOW_SAID}}<p class="soft">[[Ce qui sert à plusieurs et que l’on partage : un four à pain, une recette, un atelier, une carte, un savoir-faire. Quelqu’un relit avant de montrer à tous.]]</p>
<form class="form" method="post" action="{{FORM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#ABOUT}}{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}{{/ABOUT}}
[[> partials/listen_words.tpl]]
<p class="acts"><button class="button" type="submit">{{FORM_ACT}}</button></p>
</form>
</div>
[[> layout/bottom.tpl]]
