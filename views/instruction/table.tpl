{{%AUTOESCAPE context="HTML"}}
{{! The table of answers.
	FORM_URL CSV_URL XLSX_URL CALLS_URL TABLE_SAID TABLE_SORTED { TABLE_SORT TABLE_WAY } TABLE_FILTERED { FILTER_CHIPS { CHIP_TEXT CHIP_URL } }
	TABLE_FILTERS { FILTER_NUMBER FILTER_Q FILTER_O FILTER_V FILTER_VALUE FILTER_QUESTIONS FILTER_OPS (options) FILTER_ERROR { FILTER_ERROR_TEXT } }
	COLUMNS_SAID COLUMN_OPTIONS (options) COLUMNS_CHOSEN { COLUMNS_URL } COLUMNS_MOST { COLUMNS_MOST_SAID }
	TABLE_EMPTY { EMPTY_FILTERED or EMPTY_WHOLE } or TABLE_SHOWN { TABLE_HEADS { HEAD_TEXT HEAD_URL HEAD_NUMBER HEAD_SORTED { HEAD_SORT } } TABLE_ROWS { ROW_HEAD ROW_URL ROW_TITLE ROW_HOLDER ROW_CELLS { CELL_TEXT CELL_NUMBER } } }
	TABLE_PAGER { PAGER_WHERE TABLE_FIRST { TABLE_FIRST_URL } PAGER_PREVIOUS { PAGER_PREVIOUS_URL } PAGER_NEXT { PAGER_NEXT_URL } } }}
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
{{#TABLE_FILTERED}}<p class="cluster filter-chips">{{#FILTER_CHIPS}}<a class="chip chip-neutral" href="{{CHIP_URL}}"><span class="unseen">[[Retirer le filtre :]] </span>{{CHIP_TEXT}} <span aria-hidden="true">×</span></a> {{/FILTER_CHIPS}}</p>
{{/TABLE_FILTERED}}<details class="table-columns"><summary>{{COLUMNS_SAID}}</summary>
{{#COLUMNS_MOST}}<p class="hint">{{COLUMNS_MOST_SAID}}</p>
{{/COLUMNS_MOST}}<div class="choices-grid">
{{#COLUMN_OPTIONS}}<label><input type="checkbox" name="colonne" value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} checked{{/OPTION_CHOSEN}}> {{OPTION_TEXT}}</label>
{{/COLUMN_OPTIONS}}</div>
{{#COLUMNS_CHOSEN}}<p><a href="{{COLUMNS_URL}}">[[Revenir aux colonnes proposées]]</a></p>
{{/COLUMNS_CHOSEN}}</details>
<p class="cluster"><button class="button button-small" type="submit">[[Afficher]]</button> {{#TABLE_FILTERED}}<a href="{{FORM_URL}}">[[Tout afficher]]</a> {{/TABLE_FILTERED}}<a href="{{CSV_URL}}" download>[[Tout exporter en CSV]]</a> <a href="{{XLSX_URL}}" download>[[en tableur (XLSX)]]</a></p>
<p class="hint">[[L’adresse de cette page garde les colonnes, les filtres et l’ordre : ajoutez-la à vos favoris pour retrouver cette vue. Les exports contiennent toutes les questions.]]</p>
</form>
{{#TABLE_EMPTY}}<div class="empty">{{#EMPTY_FILTERED}}<h2>[[Aucune candidature ne répond à ces filtres]]</h2><p>[[Retirez-en un ci-dessus, ou :]] <a href="{{FORM_URL}}">[[Tout afficher]]</a></p>{{/EMPTY_FILTERED}}{{#EMPTY_WHOLE}}<h2>[[Aucune candidature déposée]]</h2><p>[[Les réponses viennent ici dès qu’un dossier est présenté à un appel. Rien n’est à faire d’ici là, sinon faire connaître les appels ouverts :]] <a href="{{CALLS_URL}}">[[Appels]]</a></p>{{/EMPTY_WHOLE}}</div>
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
{{#TABLE_FIRST}}<a class="button button-plain button-small" href="{{TABLE_FIRST_URL}}">[[Au début]]</a>
{{/TABLE_FIRST}}{{#PAGER_PREVIOUS}}<a class="button button-plain button-small" rel="prev" href="{{PAGER_PREVIOUS_URL}}">← [[Page précédente]]</a>
{{/PAGER_PREVIOUS}}<span class="pager-where">{{PAGER_WHERE}}</span>
{{#PAGER_NEXT}}<a class="button button-plain button-small pager-next" rel="next" href="{{PAGER_NEXT_URL}}">[[Page suivante]] →</a>
{{/PAGER_NEXT}}</nav>
{{/TABLE_PAGER}}</div>
[[> layout/bottom.tpl]]
