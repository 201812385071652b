{{%AUTOESCAPE context="HTML"}}
{{! A table: rows of typed cells, totals kept by table.js and counted again by the server.
	TABLE_HEADS rows { HEAD_TEXT HEAD_NUMBER }  TABLE_ROW_HEAD when rows are fixed
	TABLE_ROWS rows { ROW_NAME, CELLS rows { CELL_NAME CELL_HEAD CELL_SAID, one of CELL_TEXT
	    CELL_DATE { CELL_VALUE CELL_TYPE } CELL_NUMBER { CELL_VALUE CELL_SUM }
	    CELL_SELECT { CELL_OPTIONS } CELL_CALCULATED { CELL_VALUE } },
	    ROW_TOTAL { ROW_TOTAL_TEXT } }
	TABLE_FOOT { FOOT_CELLS rows { FOOT_TEXT, FOOT_HEAD { FOOT_HEAD_TEXT }, and how it follows: FOOT_TOTAL { FOOT_SUM }
	    by table.js, FOOT_CALCULATED { FOOT_NAME } by the server } }
	TABLE_ADD { TABLE_ADD_NAME }; TABLE_TOTAL_HEAD when rows add up }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
<fieldset data-group="{{FIELD_NAME}}" aria-describedby="{{FIELD_ID}}-aide">
<legend class="field-label" id="{{FIELD_ID}}" tabindex="-1">{{FIELD_LABEL}}
[[> partials/field_note.tpl]]
</legend>
[[> partials/field_about.tpl]]
<div class="scroll">
<table class="field-lines field-table" data-lines data-table>
<thead><tr>{{#TABLE_ROW_HEAD}}<td></td>{{/TABLE_ROW_HEAD}}{{#TABLE_HEADS}}<th scope="col"{{#HEAD_NUMBER}} class="number"{{/HEAD_NUMBER}}>{{HEAD_TEXT}}</th>{{/TABLE_HEADS}}{{#TABLE_TOTAL_HEAD}}<th scope="col" class="number">[[Total]]</th>{{/TABLE_TOTAL_HEAD}}</tr></thead>
<tbody>
{{#TABLE_ROWS}}<tr>{{#ROW_NAMED}}<th scope="row">{{ROW_NAME}}</th>{{/ROW_NAMED}}{{#CELLS}}<td data-name="{{CELL_HEAD}}">{{#CELL_TEXT}}<input type="{{CELL_TYPE}}" name="{{CELL_NAME}}" value="{{CELL_VALUE}}" aria-label="{{CELL_SAID}}" autocomplete="off"{{#CELL_WRONG}} aria-invalid="true"{{/CELL_WRONG}}>{{/CELL_TEXT}}{{#CELL_NUMBER}}<input class="number" type="text" inputmode="decimal" autocomplete="off" name="{{CELL_NAME}}" value="{{CELL_VALUE}}" aria-label="{{CELL_SAID}}" data-sum="{{CELL_SUM}}"{{#CELL_WRONG}} aria-invalid="true"{{/CELL_WRONG}}>{{/CELL_NUMBER}}{{#CELL_SELECT}}<select name="{{CELL_NAME}}" aria-label="{{CELL_SAID}}"{{#CELL_WRONG}} aria-invalid="true"{{/CELL_WRONG}}><option value=""></option>{{#CELL_OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>{{/CELL_OPTIONS}}</select>{{/CELL_SELECT}}{{#CELL_CALCULATED}}<output class="calculated" aria-label="{{CELL_SAID}}" data-calculated="{{CELL_NAME}}">{{CELL_VALUE}}</output>{{/CELL_CALCULATED}}</td>{{/CELLS}}{{#ROW_TOTAL}}<td class="number" data-name="[[Total]]" data-row-total="{{ROW_TOTAL_SUM}}">{{ROW_TOTAL_TEXT}}</td>{{/ROW_TOTAL}}</tr>
{{/TABLE_ROWS}}</tbody>
{{#TABLE_FOOT}}<tfoot><tr>{{#TABLE_ROW_HEAD}}<th scope="row">[[Total]]</th>{{/TABLE_ROW_HEAD}}{{#FOOT_CELLS}}<td class="number"{{#FOOT_HEAD}} data-name="{{FOOT_HEAD_TEXT}}"{{/FOOT_HEAD}}{{#FOOT_TOTAL}} data-column-total="{{FOOT_SUM}}"{{/FOOT_TOTAL}}>{{#FOOT_CALCULATED}}<output data-calculated="{{FOOT_NAME}}">{{/FOOT_CALCULATED}}{{FOOT_TEXT}}{{#FOOT_CALCULATED}}</output>{{/FOOT_CALCULATED}}</td>{{/FOOT_CELLS}}{{#TABLE_TOTAL_HEAD}}<td></td>{{/TABLE_TOTAL_HEAD}}</tr></tfoot>
{{/TABLE_FOOT}}</table>
</div>
{{#TABLE_ADD}}<button class="button-link" type="submit" name="_ajouter" value="{{TABLE_ADD_NAME}}" data-add-line>[[Ajouter une ligne]]</button>
{{/TABLE_ADD}}</fieldset>
</div>
