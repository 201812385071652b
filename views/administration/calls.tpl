{{%AUTOESCAPE context="HTML"}}
{{! The calls of the platform, for who writes them. NEW_URL   CALL_ROWS { CALL_URL CALL_TITLE STATE_KIND STATE_TEXT
	CALL_WHEN CALL_SAID }   EMPTY }}
[[> layout/top.tpl]]
<div class="wrap">
<header class="page-head">
<h1>[[Appels]]</h1>
<p class="lead">[[Un appel est un moment du flux des projets : un financeur, des dates, des critères. Les porteurs n’y retapent rien.]]</p>
<p><a class="button" href="{{NEW_URL}}">[[Nouvel appel]]</a></p>
</header>
<ul class="call-list">
{{#CALL_ROWS}}<li class="card">
<p><span class="chip chip-{{STATE_KIND}}">{{STATE_TEXT}}</span></p>
<h2 class="h3"><a href="{{CALL_URL}}">{{CALL_TITLE}}</a></h2>
<p class="small soft">{{CALL_WHEN}} · {{CALL_SAID}}</p>
</li>
{{/CALL_ROWS}}</ul>
[[> partials/empty.tpl]]
</div>
[[> layout/bottom.tpl]]
