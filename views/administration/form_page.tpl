{{%AUTOESCAPE context="HTML"}}
{{! One form and its revisions.
	FORM_NAME FORM_STATE FORM_URL CSRF_TOKEN DRAFT_GO or DRAFT_BEGIN
	VERSION_ROWS { VERSION_NAME VERSION_URL VERSION_STATE VERSION_BY VERSION_USES VERSION_SHA256 VERSION_JSON_URL VERSION_OFFER { OFFER_URL OFFERED_NOW or OFFERED_NOT } }
	FORM_CALLS { CALL_ROWS { CALL_URL CALL_TITLE } } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<header class="page-head">
<h1>{{FORM_NAME}}</h1>
<p class="lead">{{FORM_STATE}}</p>
<form method="post" action="{{FORM_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<button class="button" type="submit">{{#DRAFT_GO}}[[Continuer le brouillon]]{{/DRAFT_GO}}{{#DRAFT_BEGIN}}[[Écrire une nouvelle révision]]{{/DRAFT_BEGIN}}</button>
</form>
</header>
<section class="section" aria-labelledby="s-revisions">
<h2 id="s-revisions">[[Révisions]]</h2>
<div class="stacks">
<table>
<thead><tr><th scope="col">[[Révision]]</th><th scope="col">[[État]]</th><th scope="col">[[Par]]</th><th scope="col">[[Utilisée par]]</th><th scope="col">[[Empreinte]]</th><th scope="col"><span class="unseen">[[Fichier]]</span></th></tr></thead>
<tbody>
{{#VERSION_ROWS}}<tr><th scope="row"><a href="{{VERSION_URL}}">{{VERSION_NAME}}</a></th><td class="first-capital" data-name="[[État]]">{{VERSION_STATE}}{{#VERSION_OFFER}}<form class="version-offer" method="post" action="{{OFFER_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><span class="small soft">{{#OFFERED_NOW}}[[proposée aux dossiers en cours]]{{/OFFERED_NOW}}{{#OFFERED_NOT}}[[pour les nouveaux dossiers seulement]]{{/OFFERED_NOT}}</span> {{#OFFERED_NOW}}<button class="button-link" type="submit" name="proposer" value="non">[[Ne plus la proposer]]</button>{{/OFFERED_NOW}}{{#OFFERED_NOT}}<button class="button-link" type="submit" name="proposer" value="oui">[[La proposer]]</button>{{/OFFERED_NOT}}</form>{{/VERSION_OFFER}}</td><td data-name="[[Par]]">{{VERSION_BY}}</td><td data-name="[[Utilisée par]]">{{VERSION_USES}}</td><td data-name="[[Empreinte]]"><code class="hash">{{VERSION_SHA256}}</code></td><td><a class="small" href="{{VERSION_JSON_URL}}">JSON<span class="unseen"> : {{VERSION_NAME}}</span></a></td></tr>
{{/VERSION_ROWS}}</tbody>
</table>
</div>
</section>
{{#FORM_CALLS}}<section class="section" aria-labelledby="s-appels">
<h2 id="s-appels">[[Appels qui le demandent]]</h2>
<ul class="plain-list">
{{#CALL_ROWS}}<li><a href="{{CALL_URL}}">{{CALL_TITLE}}</a></li>
{{/CALL_ROWS}}</ul>
</section>
{{/FORM_CALLS}}</div>
[[> layout/bottom.tpl]]
