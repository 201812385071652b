{{%AUTOESCAPE context="HTML"}}
{{! The head of every page, to the opening of <main>.
	LANG TITLE SITE_NAME STATIC_URL ("/static" or "/static/v-abc123")
	TITLE_SITE shown when the title is not the name of the site
	TITLE_ERROR shown when the form came back with errors
	DESCRIPTION { DESCRIPTION_TEXT }   CANONICAL { CANONICAL_URL }
	THEME { THEME_CSS_URL }   NOINDEX   PANES shown on two-pane pages
	FEEDS rows { FEED_URL FEED_TITLE FEED_TYPE }
	ALTERNATES rows { ALTERNATE_URL ALTERNATE_LANG }
	HOME_URL MARK_URL ICON_URL
	TAGLINE { TAGLINE_TEXT }
	NAV_PUBLIC, NAV_HOLDER, NAV_AGENT: at most one, each with
	    NAV_ITEMS rows { ITEM_URL ITEM_NAME ITEM_CURRENT
	    ITEM_COUNT { ITEM_COUNT_TEXT ITEM_COUNT_SAID } }
	DEPOSIT { DEPOSIT_URL }
	SIGNED_OUT { SIGN_IN_URL }
	SIGNED_IN { PERSON_NAME ACCOUNT_URL SIGN_OUT_URL CSRF_TOKEN
	    ACCOUNT_ITEMS rows { ACCOUNT_ITEM_URL ACCOUNT_ITEM_NAME } }
	FLASH { FLASH_KIND (ok wait refuse info) FLASH_TEXT }
	A page without a platform shows no NAV_ and no TAGLINE. }}
<!DOCTYPE html>
<html lang="{{LANG}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{#TITLE_ERROR}}[[Erreur :]] {{/TITLE_ERROR}}{{TITLE}}{{#TITLE_SITE}} – {{SITE_NAME}}{{/TITLE_SITE}}</title>
{{#DESCRIPTION}}<meta name="description" content="{{DESCRIPTION_TEXT}}">
{{/DESCRIPTION}}{{#NOINDEX}}<meta name="robots" content="noindex">
{{/NOINDEX}}<meta name="color-scheme" content="light dark">
<link rel="preload" href="{{STATIC_URL}}/fonts/inter-400.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="{{STATIC_URL}}/fonts/vollkorn-600.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="{{STATIC_URL}}/css/terreau.css">
{{#THEME}}<link rel="stylesheet" href="{{THEME_CSS_URL}}">
{{/THEME}}<link rel="icon" href="{{ICON_URL}}" type="image/svg+xml">
{{#CANONICAL}}<link rel="canonical" href="{{CANONICAL_URL}}">
{{/CANONICAL}}{{#ALTERNATES}}<link rel="alternate" href="{{ALTERNATE_URL}}" hreflang="{{ALTERNATE_LANG}}">
{{/ALTERNATES}}{{#FEEDS}}<link rel="alternate" href="{{FEED_URL}}" type="{{FEED_TYPE}}" title="{{FEED_TITLE}}">
{{/FEEDS}}<script type="module" src="{{STATIC_URL}}/js/terreau.js"></script>
</head>
<body class="page{{#PANES}} panes-page{{/PANES}}">
<a class="skip" href="#contenu">[[Aller au contenu]]</a>
<header class="site-head">
<div class="wrap site-head-in">
<a class="identity" href="{{HOME_URL}}">
<img class="identity-mark" src="{{MARK_URL}}" alt="" width="40" height="40">
<span class="identity-words"><span class="identity-name">{{SITE_NAME}}</span>{{#TAGLINE}} <span class="identity-tagline">{{TAGLINE_TEXT}}</span>{{/TAGLINE}}</span>
</a>
<button class="menu-button" type="button" popovertarget="menu"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 7h16M4 12h16M4 17h16"/></svg>[[Menu]]</button>
<div class="site-menu" id="menu" popover>
{{#NAV_PUBLIC}}<nav class="site-nav" aria-label="[[Navigation principale]]">
[[> partials/nav_items.tpl]]
</nav>
{{/NAV_PUBLIC}}{{#NAV_HOLDER}}<nav class="site-nav" aria-label="[[Votre espace de porteur de projet]]">
[[> partials/nav_items.tpl]]
</nav>
{{/NAV_HOLDER}}{{#NAV_AGENT}}<nav class="site-nav" aria-label="[[Espace d’instruction]]">
[[> partials/nav_items.tpl]]
</nav>
{{/NAV_AGENT}}<div class="site-acts">
{{#DEPOSIT}}<a class="button button-small" href="{{DEPOSIT_URL}}">[[Déposer un projet]]</a>
{{/DEPOSIT}}{{#SIGNED_OUT}}<a href="{{SIGN_IN_URL}}">[[Se connecter]]</a>
{{/SIGNED_OUT}}{{#SIGNED_IN}}<details class="account" data-menu>
<summary><span class="unseen">[[Votre compte :]] </span>{{PERSON_NAME}}</summary>
<ul class="account-menu">
{{#ACCOUNT_ITEMS}}<li><a href="{{ACCOUNT_ITEM_URL}}">{{ACCOUNT_ITEM_NAME}}</a></li>
{{/ACCOUNT_ITEMS}}<li><a href="{{ACCOUNT_URL}}">[[Votre compte]]</a></li>
<li class="apart"><form method="post" action="{{SIGN_OUT_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><button type="submit">[[Se déconnecter]]</button></form></li>
</ul>
</details>
{{/SIGNED_IN}}</div>
</div>
</div>
</header>
{{#FLASH}}<div class="wrap">
<div class="toast toast-{{FLASH_KIND}}" role="status" data-toast><p>{{FLASH_TEXT}}</p></div>
</div>
{{/FLASH}}<main id="contenu" tabindex="-1">
