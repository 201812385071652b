{{%AUTOESCAPE context="HTML"}}
{{! One wiki. CRUMBS CRUMB_HERE WIKI_NAME STATE_KIND STATE_TEXT WIKI_ADDRESS
	PROGRESS (progress.tpl)   FAILED { FAILED_SAID FAILED_REMEDY FAILED_WORDS { FAILED_WORDS_TEXT } }
	TERMS_SHOWN { TERMS rows }   IMPORT { IMPORT_URL }   CHANGE_URL TEST_URL CSRF_TOKEN
	IMPORTS_SHOWN { IMPORTS rows { IMPORT_ITEM_URL IMPORT_NAME IMPORT_DATE IMPORT_PAGES IMPORT_STATE_KIND IMPORT_STATE_TEXT } } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<div class="aside-page">
<div>
<header>
<span class="chip chip-{{STATE_KIND}}">{{STATE_TEXT}}</span>
<h1>{{WIKI_NAME}}</h1>
<p class="soft">{{WIKI_ADDRESS}}</p>
</header>
[[> partials/progress.tpl]]
{{#FAILED}}<section class="notice notice-refuse">
<h2>{{FAILED_SAID}}</h2>
<p>{{FAILED_REMEDY}}</p>
{{#FAILED_WORDS}}<p class="small soft">[[Ce que la connexion a répondu :]] <span lang="en">{{FAILED_WORDS_TEXT}}</span></p>
{{/FAILED_WORDS}}</section>
{{/FAILED}}{{#IMPORT}}<section class="section">
<p class="acts"><a class="button" href="{{IMPORT_URL}}">[[Importer des pages]]</a></p>
</section>
{{/IMPORT}}{{#IMPORTS_SHOWN}}<section class="section" aria-labelledby="imports">
<h2 id="imports">[[Imports]]</h2>
<div class="stacks">
<table>
<caption class="unseen">[[Imports de ce wiki, du plus récent au plus ancien]]</caption>
<thead><tr><th scope="col">[[Pages]]</th><th scope="col">[[Demandé le]]</th><th scope="col" class="number">[[Nombre]]</th><th scope="col">[[État]]</th></tr></thead>
<tbody>
{{#IMPORTS}}<tr><th scope="row"><a href="{{IMPORT_ITEM_URL}}">{{IMPORT_NAME}}</a></th><td data-name="[[Demandé le]]">{{IMPORT_DATE}}</td><td class="number" data-name="[[Nombre]]">{{IMPORT_PAGES}}</td><td data-name="[[État]]"><span class="chip chip-{{IMPORT_STATE_KIND}}">{{IMPORT_STATE_TEXT}}</span></td></tr>
{{/IMPORTS}}</tbody>
</table>
</div>
</section>
{{/IMPORTS_SHOWN}}</div>
<aside class="side" aria-label="[[Connexion]]">
<section class="card" aria-labelledby="connexion">
<h2 id="connexion">[[Connexion]]</h2>
{{#TERMS_SHOWN}}
[[> partials/terms.tpl]]
{{/TERMS_SHOWN}}<form method="post" action="{{TEST_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<p class="acts"><button class="button button-plain button-small" type="submit">[[Tester la connexion]]</button> <a href="{{CHANGE_URL}}">[[Modifier]]</a></p>
</form>
</section>
</aside>
</div>
</div>
[[> layout/bottom.tpl]]
