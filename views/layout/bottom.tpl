{{%AUTOESCAPE context="HTML"}}
{{! The foot of every page, from the closing of <main>.
	FOOT_PAGES rows { FOOT_PAGE_URL FOOT_PAGE_NAME }   SITEMAP_URL ABOUT_URL
	SOURCE_URL: the source of what runs here, on every page (AGPL, section 13)
	FOOT_DATA { DATA_URL }   LANGUAGES rows { LANGUAGE_URL LANGUAGE_CODE LANGUAGE_NAME }
	FOOT_NOTE { FOOT_NOTE_TEXT } a sentence of the platform (funders, licence) }}
</main>
<footer class="site-foot">
<div class="wrap">
<ul>
{{#FOOT_DATA}}<li><a href="{{DATA_URL}}">[[Données ouvertes]]</a></li>
{{/FOOT_DATA}}{{#FOOT_PAGES}}<li><a href="{{FOOT_PAGE_URL}}">{{FOOT_PAGE_NAME}}</a></li>
{{/FOOT_PAGES}}
<li><a href="{{SITEMAP_URL}}">[[Plan du site]]</a></li>
{{#LANGUAGES}}<li><a href="{{LANGUAGE_URL}}" lang="{{LANGUAGE_CODE}}" hreflang="{{LANGUAGE_CODE}}">{{LANGUAGE_NAME}}</a></li>
{{/LANGUAGES}}<li><a href="{{ABOUT_URL}}">[[Propulsé par Terreau, logiciel libre]]</a></li>
<li><a href="{{SOURCE_URL}}">[[Code source]]</a></li>
</ul>
{{#FOOT_NOTE}}<p>{{FOOT_NOTE_TEXT}}</p>
{{/FOOT_NOTE}}</div>
</footer>
</body>
</html>
