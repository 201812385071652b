{{%AUTOESCAPE context="HTML"}}
{{! The receipt of a deposit.
	CRUMBS CRUMB_HERE RECEIPT_TITLE, markers of receipt.tpl
	EVENTS rows: what happens now, and when   APPLICATION_URL SNAPSHOT_URL }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<div class="aside-page">
<div>
<h1>{{RECEIPT_TITLE}}</h1>
[[> partials/receipt.tpl]]
</div>
<aside class="side" aria-label="[[La suite]]">
<section class="card" aria-labelledby="suite">
<h2 id="suite">[[Ce qui se passe maintenant]]</h2>
[[> partials/timeline.tpl]]
<p><a href="{{APPLICATION_URL}}">[[Suivre cette candidature]]</a></p>
<p class="small"><a href="{{SNAPSHOT_URL}}">[[Le dossier déposé, en JSON]]</a></p>
</section>
</aside>
</div>
</div>
[[> layout/bottom.tpl]]
