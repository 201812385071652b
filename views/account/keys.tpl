{{%AUTOESCAPE context="HTML"}}
{{! The keys of one's programs. ACCOUNT_URL KEYS_URL CSRF_TOKEN   KEY_NEW { KEY_TEXT }
	KEYS { KEY_ROWS { KEY_ID KEY_NAME KEY_SAID } }   KEY_FORM { FORM_URL ERRORS_SHOWN FIELDS rows } }}
[[> layout/top.tpl]]
<div class="wrap narrow">
<nav class="crumbs" aria-label="[[Fil d’Ariane]]"><ol><li><a href="{{ACCOUNT_URL}}">[[Votre compte]]</a></li><li><span aria-current="page">[[Clés d’accès]]</span></li></ol></nav>
<h1>[[Vos clés d’accès]]</h1>
<p class="lead">[[Une clé permet à un logiciel de commencer un dossier en votre nom. Elle ne lit rien, ne présente rien, et se retire quand vous voulez.]]</p>
{{#KEY_NEW}}<div class="notice notice-wait" role="status">
<h2>[[Copiez cette clé maintenant]]</h2>
<p><code class="break">{{KEY_TEXT}}</code></p>
<p>[[Elle ne sera plus jamais affichée.]]</p>
</div>
{{/KEY_NEW}}{{#KEYS}}<section class="section" aria-labelledby="s-cles">
<h2 id="s-cles">[[Clés en service]]</h2>
<ul class="plain-list">
{{#KEY_ROWS}}<li class="cluster spread"><span>{{KEY_NAME}}<br><span class="soft small">{{KEY_SAID}}</span></span> <form method="post" action="{{KEYS_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><button class="button button-plain button-small" name="retirer" value="{{KEY_ID}}" type="submit">[[Retirer]]<span class="unseen"> : {{KEY_NAME}}</span></button></form></li>
{{/KEY_ROWS}}</ul>
</section>
{{/KEYS}}{{#KEY_FORM}}<section class="section" aria-labelledby="s-nouvelle">
<h2 id="s-nouvelle">[[Nouvelle clé]]</h2>
[[> partials/error_summary.tpl]]
<form class="form" method="post" action="{{FORM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
<button class="button" type="submit">[[Créer la clé]]</button>
</form>
</section>
{{/KEY_FORM}}</div>
[[> layout/bottom.tpl]]
