{{%AUTOESCAPE context="HTML"}}
{{! Alerts and team of a listening. breadcrumb.tpl tabs.tpl LISTENING_NAME ERRORS_SHOWN ALERT_URL TEAM_URL
	DIGEST { FIELDS rows }   FEED_NEW { FEED_ADDRESS }   FEED_ON
	TEAM rows { MEMBER_NAME MEMBER_EMAIL MEMBER_DROP { MEMBER_ID } }   INVITE { FIELDS rows } }}
[[> layout/top.tpl]]
<div class="wrap narrow">
[[> partials/breadcrumb.tpl]]
<h1>{{LISTENING_NAME}}</h1>
[[> partials/tabs.tpl]]
[[> partials/error_summary.tpl]]
{{#DIGEST}}<section class="section" aria-labelledby="courrier">
<h2 id="courrier">[[Par message]]</h2>
<form class="form" method="post" action="{{ALERT_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
<p class="acts"><button class="button" type="submit" name="acte" value="alertes">[[Enregistrer]]</button> <button class="button button-plain" type="submit" name="acte" value="maintenant">[[M’envoyer tout de suite ce qui est nouveau]]</button></p>
</form>
</section>
{{/DIGEST}}<section class="section" id="flux" aria-labelledby="flux-titre">
<h2 id="flux-titre">[[Par flux Atom]]</h2>
<p>[[Une adresse secrète, à vous, pour un lecteur de flux. Qui la connaît lit ce que cette écoute trouve ; vous pouvez la changer ou la fermer.]]</p>
{{#FEED_NEW}}<p class="notice notice-ok">[[Voici l’adresse. Copiez-la : elle ne sera plus montrée.]]<br><a class="break" href="{{FEED_ADDRESS}}">{{FEED_ADDRESS}}</a></p>
{{/FEED_NEW}}<form class="acts" method="post" action="{{ALERT_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><button class="button button-plain" type="submit" name="acte" value="flux">[[Créer une nouvelle adresse]]</button>{{#FEED_ON}} <button class="button-link" type="submit" name="acte" value="fin_flux">[[Fermer l’adresse actuelle]]</button>{{/FEED_ON}}</form>
</section>
<section class="section" aria-labelledby="equipe">
<h2 id="equipe">[[L’équipe]]</h2>
<ul class="lines">
{{#TEAM}}<li class="cluster spread"><span>{{MEMBER_NAME}} <span class="soft small">{{MEMBER_EMAIL}}</span></span>{{#MEMBER_DROP}} <form method="post" action="{{TEAM_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="personne" value="{{MEMBER_ID}}"><button class="button-link" type="submit" name="acte" value="retirer">[[Retirer]]<span class="unseen"> : {{MEMBER_NAME}}</span></button></form>{{/MEMBER_DROP}}</li>
{{/TEAM}}</ul>
{{#INVITE}}<form class="form" method="post" action="{{TEAM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
<button class="button button-plain" type="submit" name="acte" value="ajouter">[[Ajouter à l’équipe]]</button>
</form>
{{/INVITE}}</section>
</div>
[[> layout/bottom.tpl]]
