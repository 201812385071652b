{{%AUTOESCAPE context="HTML"}}
{{! One step of the dossier.
	step_rail.tpl markers   STEP_WHERE "Étape 3 sur 6 · Appel ..."   STEP_TITLE
	STEP_NOTICE { STEP_NOTICE_TEXT }   ERRORS_SHOWN (error_summary.tpl)
	FORM_URL AUTOSAVE_URL CSRF_TOKEN REVISION   FIELDS rows (field.tpl)
	NEXT_TEXT "Enregistrer et continuer"   SAVE_STATE_TEXT
	PREVIOUS { PREVIOUS_URL } }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="step-page">
[[> partials/step_rail.tpl]]
<div>
<p class="step-where">{{STEP_WHERE}}</p>
<h1>{{STEP_TITLE}}</h1>
[[> partials/error_summary.tpl]]
{{#STEP_NOTICE}}<div class="notice"><p>{{STEP_NOTICE_TEXT}}</p></div>
{{/STEP_NOTICE}}<form class="form" method="post" action="{{FORM_URL}}" enctype="multipart/form-data" novalidate data-autosave="{{AUTOSAVE_URL}}"
[[> partials/autosave_texts.tpl]]
>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="revision" value="{{REVISION}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}<div class="acts acts-ruled">
<button class="button" type="submit">{{NEXT_TEXT}}</button>
[[> partials/save_state.tpl]]
</div>
{{#PREVIOUS}}<p><a href="{{PREVIOUS_URL}}">[[Étape précédente]]</a></p>
{{/PREVIOUS}}</form>
</div>
</div>
</div>
[[> layout/bottom.tpl]]
