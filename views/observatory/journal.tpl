{{%AUTOESCAPE context="HTML"}}
{{! The public journal.
	JOURNAL_ROWS rows (journal_row.tpl)   PAGED { pager.tpl }   EMPTY
	VERIFY_URL FEED_LINK_URL }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="hero">
<h1>[[Journal public]]</h1>
<p class="lead">[[Tout ce qui a été décidé, dans l’ordre, avec ses raisons. Chaque acte porte l’empreinte du précédent : en changer un seul se verrait.]]</p>
<p class="acts"><a class="button button-plain" href="{{VERIFY_URL}}">[[Vérifier le journal vous-même]]</a> <a href="{{FEED_LINK_URL}}">[[S’abonner (Atom)]]</a></p>
</div>
<ol class="journal">
{{#JOURNAL_ROWS}}
[[> partials/journal_row.tpl]]
{{/JOURNAL_ROWS}}</ol>
[[> partials/empty.tpl]]
{{#PAGED}}
[[> partials/pager.tpl]]
{{/PAGED}}
</div>
[[> layout/bottom.tpl]]
