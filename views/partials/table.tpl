{{%AUTOESCAPE context="HTML"}}
{{! Any table of data. TABLE_CAPTION
	TABLE_HEADS rows { HEAD_TEXT HEAD_NUMBER }
	TABLE_ROWS rows { ROW_HEAD ROW_LINK { ROW_URL }
	    ROW_CELLS rows { CELL_TEXT CELL_NUMBER }, the cells after the first } }}
<div class="scroll table-tall" role="group" tabindex="0" aria-label="{{TABLE_CAPTION}}">
<table>
<caption class="unseen">{{TABLE_CAPTION}}</caption>
<thead><tr>
{{#TABLE_HEADS}}<th scope="col"{{#HEAD_NUMBER}} class="number"{{/HEAD_NUMBER}}>{{HEAD_TEXT}}</th>
{{/TABLE_HEADS}}</tr></thead>
<tbody>
{{#TABLE_ROWS}}<tr><th scope="row">{{#ROW_LINK}}<a href="{{ROW_URL}}">{{/ROW_LINK}}{{ROW_HEAD}}{{#ROW_LINK}}</a>{{/ROW_LINK}}</th>{{#ROW_CELLS}}<td{{#CELL_NUMBER}} class="number"{{/CELL_NUMBER}}>{{CELL_TEXT}}</td>{{/ROW_CELLS}}</tr>
{{/TABLE_ROWS}}</tbody>
</table>
</div>
