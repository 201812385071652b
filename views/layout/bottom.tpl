{{%AUTOESCAPE context="HTML"}}
{{! The foot of every page, from the closing of <main>.
	A11Y_URL LEGAL_URL PRIVACY_URL SITEMAP_URL SOURCE_URL
	FOOT_DATA { DATA_URL }   LANGUAGES rows { LANGUAGE_URL LANGUAGE_CODE LANGUAGE_NAME }
	FOOT_NOTE { FOOT_NOTE_TEXT } a sentence of the platform (funders, licence) }}
</main>
<footer class="site-foot">
<div class="wrap">
<ul>
<li><a href="{{A11Y_URL}}">[[Accessibilité : partiellement conforme]]</a></li>
{{#FOOT_DATA}}<li><a href="{{DATA_URL}}">[[Données ouvertes]]</a></li>
{{/FOOT_DATA}}<li><a href="{{LEGAL_URL}}">[[Mentions légales]]</a></li>
<li><a href="{{PRIVACY_URL}}">[[Confidentialité]]</a></li>
<li><a href="{{SITEMAP_URL}}">[[Plan du site]]</a></li>
{{#LANGUAGES}}<li><a href="{{LANGUAGE_URL}}" lang="{{LANGUAGE_CODE}}" hreflang="{{LANGUAGE_CODE}}">{{LANGUAGE_NAME}}</a></li>
{{/LANGUAGES}}<li><a href="{{SOURCE_URL}}">[[Propulsé par Terreau, logiciel libre]]</a></li>
</ul>
{{#FOOT_NOTE}}<p>{{FOOT_NOTE_TEXT}}</p>
{{/FOOT_NOTE}}</div>
</footer>
</body>
</html>
