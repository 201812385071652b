{{%AUTOESCAPE context="HTML"}}
{{! One step of the dossier, or of a call's own questions.
	DOSSIER_URL DOSSIER_TITLE   step_rail.tpl markers
	STEP_WHERE "Étape 3 sur 6"   STEP_TITLE   STEP_NOTICE { STEP_NOTICE_TEXT }   STEP_EMPTY { STEP_EMPTY_TEXT }
	CORRECTION { CORRECTION_TITLE CORRECTION_TEXT CORRECTION_URL }
	ERRORS_SHOWN (error_summary.tpl)   CONFLICTS { CONFLICTS_TEXT, CONFLICT_FIELDS rows { CONFLICT_HREF CONFLICT_LABEL } }   INELIGIBLE (ineligible.tpl)   OFFERED { OFFERED_URL }
	FORM_URL AUTOSAVE_URL CSRF_TOKEN REVISION   FIELDS_NOTE { FIELDS_NOTE_TEXT }   FIELDS rows (question.tpl)
	NEXT_TEXT "Enregistrer et continuer"   save_state.tpl markers
	PREVIOUS { PREVIOUS_URL } }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="step-page">
[[> partials/step_rail.tpl]]
<div>
<p class="step-where"><a href="{{DOSSIER_URL}}">{{DOSSIER_TITLE}}</a> · {{STEP_WHERE}}</p>
<h1>{{STEP_TITLE}}</h1>
[[> partials/error_summary.tpl]]
{{#CONFLICTS}}<section class="notice notice-wait" tabindex="-1" data-focus aria-labelledby="ailleurs">
<h2 id="ailleurs">{{CONFLICTS_TEXT}}</h2>
<ul>
{{#CONFLICT_FIELDS}}<li><a href="{{CONFLICT_HREF}}">{{CONFLICT_LABEL}}</a></li>
{{/CONFLICT_FIELDS}}</ul>
<p>[[Le reste est enregistré. Comparez, gardez votre texte ou reprenez l’autre, puis enregistrez de nouveau.]]</p>
</section>
{{/CONFLICTS}}
{{#CORRECTION}}<section class="notice notice-wait" aria-labelledby="correction">
<h2 id="correction">{{CORRECTION_TITLE}}</h2>
<p class="pre-line">{{CORRECTION_TEXT:p}}</p>
<p><a href="{{CORRECTION_URL}}">[[Relire, puis envoyer le dossier corrigé]]</a></p>
</section>
{{/CORRECTION}}{{#STEP_NOTICE}}<p class="lead">{{STEP_NOTICE_TEXT}}</p>
{{/STEP_NOTICE}}{{#STEP_EMPTY}}<p class="notice">{{STEP_EMPTY_TEXT}}</p>
{{/STEP_EMPTY}}
[[> partials/offered.tpl]]
[[> partials/ineligible.tpl]]
<form class="form" method="post" action="{{FORM_URL}}" enctype="multipart/form-data" novalidate data-autosave="{{AUTOSAVE_URL}}"
[[> partials/autosave_texts.tpl]]
>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="revision" value="{{REVISION}}">
<button class="unseen" type="submit" tabindex="-1" aria-hidden="true">{{NEXT_TEXT}}</button>
{{#FIELDS_NOTE}}<p class="hint">{{FIELDS_NOTE_TEXT}}</p>
{{/FIELDS_NOTE}}{{#FIELDS}}
[[> partials/question.tpl]]
{{/FIELDS}}<div class="acts acts-ruled">
<button class="button" type="submit">{{NEXT_TEXT}}</button>
{{#PREVIOUS}}<a href="{{PREVIOUS_URL}}">[[Étape précédente]]</a>
{{/PREVIOUS}}</div>
<p class="save-line">
[[> partials/save_state.tpl]]
</p>
</form>
</div>
</div>
</div>
[[> layout/bottom.tpl]]
