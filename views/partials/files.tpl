{{%AUTOESCAPE context="HTML"}}
{{! A list of files. FILES rows: see file.tpl }}
<ul class="files">
{{#FILES}}
[[> partials/file.tpl]]
{{/FILES}}</ul>
