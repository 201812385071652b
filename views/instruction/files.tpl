{{%AUTOESCAPE context="HTML"}}
{{! The documents of a deposit by question; work_top.tpl and work_bottom.tpl around.
	FILE_PARTS rows { FILE_PART_NAME FILES rows as file.tpl }   EMPTY (empty.tpl) }}
[[> layout/top.tpl]]
[[> partials/work_top.tpl]]
{{#FILE_PARTS}}<section>
<h2 class="h3">{{FILE_PART_NAME}}</h2>
[[> partials/files.tpl]]
</section>
{{/FILE_PARTS}}{{#NO_FILES}}<p>[[Aucune pièce n’est jointe à ce dossier.]]</p>
{{/NO_FILES}}
[[> partials/work_bottom.tpl]]
[[> layout/bottom.tpl]]
