{{%AUTOESCAPE context="HTML"}}
{{! What this installation is. ABOUT_VERSION   SOURCE_URL
	ABOUT_PLATFORMS rows { ABOUT_NAME ABOUT_LEGAL_URL ABOUT_PRIVACY_URL ABOUT_A11Y_URL } }}
[[> layout/top.tpl]]
<div class="wrap">
<h1>[[À propos de cette installation]]</h1>
<div class="prose">
<p>[[Ce site fonctionne avec Terreau, version {{ABOUT_VERSION}}. Terreau est un logiciel libre, sous licence AGPL 3 ou suivante : chacun peut l’utiliser, l’étudier, le modifier et le partager.]]
<a href="{{SOURCE_URL}}">[[Le code source de ce qui tourne ici est à vous.]]</a></p>
<h2 id="mentions">[[Qui publie]]</h2>
<p>[[Chaque plateforme est publiée par un service, qui en répond. Ses mentions légales, ce qu’elle fait de vos données et son accessibilité se lisent ici :]]</p>
<ul>
{{#ABOUT_PLATFORMS}}<li>{{ABOUT_NAME}} · <a href="{{ABOUT_LEGAL_URL}}">[[mentions légales]]</a>, <a href="{{ABOUT_PRIVACY_URL}}">[[confidentialité]]</a>, <a href="{{ABOUT_A11Y_URL}}">[[accessibilité]]</a></li>
{{/ABOUT_PLATFORMS}}</ul>
<h2 id="donnees">[[Vos données ici]]</h2>
<p>[[Un témoin de connexion (« cookie ») garde votre session, un autre la langue choisie. Il n’y a ni mesure d’audience, ni publicité, ni appel à un autre site. Votre compte est le même sur toutes les plateformes de cette installation ; chacune ne voit que ce que vous lui présentez.]]</p>
<h2 id="accessibilite">[[Accessibilité]]</h2>
<p>[[Toutes les pages se lisent et se remplissent sans JavaScript, au clavier et avec un lecteur d’écran. Si quelque chose vous bloque, écrivez au service de la plateforme : il doit vous donner la même information autrement.]]</p>
</div>
</div>
[[> layout/bottom.tpl]]
