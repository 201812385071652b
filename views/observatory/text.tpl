{{%AUTOESCAPE context="HTML"}}
{{! A text of the platform. TEXT_TITLE
	TEXT_HTML: made by cmark in safe mode from Markdown, the only unescaped marker }}
[[> layout/top.tpl]]
<div class="wrap">
<h1>{{TEXT_TITLE}}</h1>
<div class="prose">
{{TEXT_HTML:none}}
</div>
</div>
[[> layout/bottom.tpl]]
