{{%AUTOESCAPE context="HTML"}}
{{! The foot of a chart: CHART_TABLE { CHART_HEADS rows { CHART_HEAD_TEXT CHART_HEAD_NUMBER }
	    CHART_ROWS rows { CHART_ROW_NAME CHART_CELLS rows { CHART_CELL_TEXT } } }
	CHART_SOURCE   CHART_FILES rows { CHART_FILE_URL CHART_FILE_NAME "Télécharger (CSV)" } }}
{{#CHART_TABLE}}<details class="chart-data">
<summary>[[Voir les chiffres]]<span class="unseen"> : {{CHART_TITLE}}</span></summary>
<div class="scroll">
<table>
<caption class="unseen">{{CHART_TITLE}}</caption>
<thead><tr>
{{#CHART_HEADS}}<th scope="col"{{#CHART_HEAD_NUMBER}} class="number"{{/CHART_HEAD_NUMBER}}>{{CHART_HEAD_TEXT}}</th>
{{/CHART_HEADS}}</tr></thead>
<tbody>
{{#CHART_ROWS}}<tr><th scope="row">{{CHART_ROW_NAME}}</th>{{#CHART_CELLS}}<td class="number">{{CHART_CELL_TEXT}}</td>{{/CHART_CELLS}}</tr>
{{/CHART_ROWS}}</tbody>
</table>
</div>
</details>
{{/CHART_TABLE}}<p class="chart-foot"><span>{{CHART_SOURCE}}</span>{{#CHART_FILES}} <a href="{{CHART_FILE_URL}}">{{CHART_FILE_NAME}}<span class="unseen"> : {{CHART_TITLE}}</span></a>{{/CHART_FILES}}</p>
</figure>
