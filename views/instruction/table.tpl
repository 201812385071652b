{{%AUTOESCAPE context="HTML"}}
{{! The table of answers.
	FORM_URL CSV_URL XLSX_URL TABLE_SAID TABLE_SORTED { TABLE_SORT TABLE_WAY } TABLE_FILTERED
	TABLE_FILTERS { FILTER_NUMBER FILTER_Q FILTER_O FILTER_V FILTER_VALUE FILTER_QUESTIONS FILTER_OPS (options) FILTER_ERROR { FILTER_ERROR_TEXT } }
	COLUMN_OPTIONS (options)   TABLE_EMPTY or TABLE_SHOWN { TABLE_HEADS { HEAD_TEXT HEAD_URL HEAD_NUMBER HEAD_SORTED { HEAD_SORT } } TABLE_ROWS { ROW_HEAD ROW_URL ROW_TITLE ROW_HOLDER ROW_CELLS { CELL_TEXT CELL_NUMBER } } }
	TABLE_PAGER { PAGER_WHERE TABLE_FIRST { TABLE_FIRST_URL } PAGER_NEXT { PAGER_NEXT_URL } } }}
[[> layout/top.tpl]]
<div class="wrap wrap-wide">
[[> partials/breadcrumb.tpl]]
<header class="page-head">
<h1>[[Table des réponses]]</h1>
<p class="lead">{{TABLE_SAID}}</p>
</header>
<form class="table-asked" method="get" action="{{FORM_URL}}">
{{#TABLE_SORTED}}<input type="hidden" name="tri" value="{{TABLE_SORT}}">
<input type="hidden" name="sens" value="{{TABLE_WAY}}">
{{/TABLE_SORTED}}<fieldset class="table-filters"><legend>[[Filtrer]]</legend>
{{#TABLE_FILTERS}}<div class="condition-line" role="group" aria-label="[[Filtre]] {{FILTER_NUMBER}}">
<select name="{{FILTER_Q}}" aria-label="[[Question]]"><option value="">[[Choisir une question]]</option>
{{#FILTER_QUESTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/FILTER_QUESTIONS}}</select>
<select name="{{FILTER_O}}" aria-label="[[Comparaison]]">
{{#FILTER_OPS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/FILTER_OPS}}</select>
<input type="text" name="{{FILTER_V}}" value="{{FILTER_VALUE}}" aria-label="[[Valeur]]"{{#FILTER_ERROR}} aria-invalid="true"{{/FILTER_ERROR}} autocomplete="off">
{{#FILTER_ERROR}}<p class="error"><span class="unseen">[[Erreur :]] </span>{{FILTER_ERROR_TEXT}}</p>
{{/FILTER_ERROR}}</div>
{{/TABLE_FILTERS}}</fieldset>
<details class="table-columns"><summary>[[Colonnes]]</summary>
<div class="choices-grid">
{{#COLUMN_OPTIONS}}<label><input type="checkbox" name="colonne" value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} checked{{/OPTION_CHOSEN}}> {{OPTION_TEXT}}</label>
{{/COLUMN_OPTIONS}}</div>
</details>
<p class="cluster"><button class="button button-small" type="submit">[[Afficher]]</button> {{#TABLE_FILTERED}}<a href="{{FORM_URL}}">[[Tout afficher]]</a> {{/TABLE_FILTERED}}<a href="{{CSV_URL}}" download>[[Tout exporter en CSV]]</a> <a href="{{XLSX_URL}}" download>[[en tableur (XLSX)]]</a></p>
<p class="hint">[[L’adresse de cette page garde les colonnes, les filtres et l’ordre : ajoutez-la à vos favoris pour retrouver cette vue. Les exports contiennent toutes les questions.]]</p>
</form>
{{#TABLE_EMPTY}}<div class="empty"><h2>[[Aucune candidature ici]]</h2><p>[[Aucune candidature déposée ne répond à ces filtres.]]</p></div>
{{/TABLE_EMPTY}}{{#TABLE_SHOWN}}<section class="scroll table-tall" tabindex="0" aria-label="[[Réponses]]">
<table class="answers-table">
<thead><tr>
{{#TABLE_HEADS}}<th scope="col"{{#HEAD_NUMBER}} class="number"{{/HEAD_NUMBER}}{{#HEAD_SORTED}} aria-sort="{{HEAD_SORT}}"{{/HEAD_SORTED}}><a href="{{HEAD_URL}}">{{HEAD_TEXT}}</a></th>
{{/TABLE_HEADS}}</tr></thead>
<tbody>
{{#TABLE_ROWS}}<tr><th scope="row"><a href="{{ROW_URL}}">{{ROW_HEAD}}</a></th><td>{{ROW_TITLE}}<br><span class="soft small">{{ROW_HOLDER}}</span></td>{{#ROW_CELLS}}<td{{#CELL_NUMBER}} class="number"{{/CELL_NUMBER}}>{{CELL_TEXT}}</td>{{/ROW_CELLS}}</tr>
{{/TABLE_ROWS}}</tbody>
</table>
</section>
{{/TABLE_SHOWN}}{{#TABLE_PAGER}}<nav class="pager" aria-label="[[Pages de résultats]]">
{{#TABLE_FIRST}}<a class="button button-plain button-small" href="{{TABLE_FIRST_URL}}">← [[Au début]]</a>
{{/TABLE_FIRST}}<span class="pager-where">{{PAGER_WHERE}}</span>
{{#PAGER_NEXT}}<a class="button button-plain button-small pager-next" rel="next" href="{{PAGER_NEXT_URL}}">[[Page suivante]] →</a>
{{/PAGER_NEXT}}</nav>
{{/TABLE_PAGER}}</div>
[[> layout/bottom.tpl]]
