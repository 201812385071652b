{{%AUTOESCAPE context="HTML"}}
{{! An import: progress, preview to choose from, report. CRUMBS CRUMB_HERE IMPORT_TITLE IMPORT_LEAD
	STATE_KIND STATE_TEXT   PROGRESS   FAILED { FAILED_SAID FAILED_REMEDY AGAIN_URL }
	REPORT { FIGURES rows, LIST_LINK { LIST_URL } }
	LISTED { TABS (tabs.tpl) FORM_URL CSRF_TOKEN VERDICT PAGE_AFTER PAGE_BEFORE
	    ROWS { ROW_ID ROW_TITLE ROW_CHOICE { ROW_CHOSEN } ROW_STATE_KIND ROW_STATE_TEXT ROW_SUMMARY
		ROW_URL ROW_TERMS rows { TERM_NAME TERM_VALUE } ROW_NOTE { ROW_NOTE_TEXT }
		ROW_ELEMENT { ELEMENT_URL ELEMENT_NAME } }
	    CHOOSE { CHOOSE_TEXT } PAGED { pager.tpl } EMPTY }
	CANCEL { CANCEL_URL } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<header>
<span class="chip chip-{{STATE_KIND}}">{{STATE_TEXT}}</span>
<h1>{{IMPORT_TITLE}}</h1>
<p class="lead">{{IMPORT_LEAD}}</p>
</header>
[[> partials/progress.tpl]]
{{#FAILED}}<section class="notice notice-refuse">
<h2>{{FAILED_SAID}}</h2>
<p>{{FAILED_REMEDY}}</p>
<p><a class="button button-plain button-small" href="{{AGAIN_URL}}">[[Recommencer]]</a></p>
</section>
{{/FAILED}}{{#REPORT}}
[[> partials/figures.tpl]]
{{#LIST_LINK}}<p><a href="{{LIST_URL}}">[[Voir ces fiches comme le public les voit]]</a></p>
{{/LIST_LINK}}
{{/REPORT}}{{#LISTED}}<section class="section" aria-label="[[Pages trouvées]]">
[[> partials/tabs.tpl]]
<form method="post" action="{{FORM_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="verdict" value="{{VERDICT}}">
<input type="hidden" name="apres" value="{{PAGE_AFTER}}">
<input type="hidden" name="avant" value="{{PAGE_BEFORE}}">
<ul class="wiki-pages">
{{#ROWS}}<li class="card wiki-page">
<div class="wiki-page-head">
<span class="chip chip-{{ROW_STATE_KIND}}">{{ROW_STATE_TEXT}}</span>
<a class="small" href="{{ROW_URL}}" rel="external">[[Voir sur le wiki]]<span class="unseen"> : {{ROW_TITLE}}</span></a>
</div>
{{#ROW_CHOICE}}<input type="hidden" name="vu" value="{{ROW_ID}}">
<label class="choice"><input type="checkbox" name="page" value="{{ROW_ID}}"{{#ROW_CHOSEN}} checked{{/ROW_CHOSEN}}><span><strong>{{ROW_TITLE}}</strong></span></label>
{{/ROW_CHOICE}}{{#ROW_PLAIN}}<h2 class="wiki-page-title">{{ROW_TITLE}}</h2>
{{/ROW_PLAIN}}{{#ROW_TEXT}}<p>{{ROW_SUMMARY}}</p>
{{/ROW_TEXT}}{{#ROW_NOTE}}<p class="hint">{{ROW_NOTE_TEXT}}</p>
{{/ROW_NOTE}}{{#ROW_ELEMENT}}<p class="small">[[Fiche sur la plateforme :]] <a href="{{ELEMENT_URL}}">{{ELEMENT_NAME}}</a></p>
{{/ROW_ELEMENT}}{{#ROW_VALUES}}<details>
<summary>[[Valeurs lues]]<span class="unseen"> : {{ROW_TITLE}}</span></summary>
[[> partials/terms.tpl]]
</details>
{{/ROW_VALUES}}</li>
{{/ROWS}}</ul>
[[> partials/empty.tpl]]
{{#CHOOSE}}<p class="acts"><button class="button" type="submit" name="acte" value="importer">{{CHOOSE_TEXT}}</button> <button class="button button-plain" type="submit" name="acte" value="garder">[[Enregistrer ces choix]]</button></p>
{{/CHOOSE}}</form>
{{#PAGED}}
[[> partials/pager.tpl]]
{{/PAGED}}
</section>
{{/LISTED}}{{#CANCEL}}<form method="post" action="{{CANCEL_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<p><button class="button-link" type="submit">[[Abandonner cet import]]</button></p>
</form>
{{/CANCEL}}</div>
[[> layout/bottom.tpl]]
