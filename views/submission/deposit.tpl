{{%AUTOESCAPE context="HTML"}}
{{! Before a deposit: what it takes; a new project, or one begun already.
	DEPOSIT_INTRO   DEPOSIT_STEPS rows { DEPOSIT_STEP_NAME DEPOSIT_STEP_TEXT }
	DEPOSIT_PAPERS rows { DEPOSIT_PAPER }
	DEPOSIT_CALLS_SHOWN { DEPOSIT_CALLS rows { CALL_URL CALL_TITLE CALL_WHEN } }
	SIGN_FIRST { SIGN_IN_FIRST_URL SIGN_UP_URL }
	DRAFTS_SHOWN { DRAFTS rows { DRAFT_URL DRAFT_TITLE DRAFT_SAID } MINE_URL }
	BEGIN { BEGIN_URL CSRF_TOKEN, markers of field_text.tpl (titre),
	    PREFILLED { PREFILLED_SAID PREFILLED_ROWS { PREFILLED_NAME PREFILLED_VALUE FORM_HIDDEN rows } }
	    HOLDERS_SHOWN { FIELD_OPTIONS rows { OPTION_VALUE OPTION_TEXT OPTION_CHOSEN } } } }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="aside-page">
<div>
<h1>[[Déposer un projet]]</h1>
<p class="lead">{{DEPOSIT_INTRO}}</p>
{{#SIGN_FIRST}}<section class="section" aria-labelledby="qui">
<h2 id="qui">[[D’abord, dites-nous qui vous êtes]]</h2>
<p class="prose">[[Votre compte garde vos réponses, où que vous soyez. Une adresse électronique suffit.]]</p>
<p class="acts"><a class="button" href="{{SIGN_UP_URL}}">[[Créer un compte]]</a> <a class="button button-plain" href="{{SIGN_IN_FIRST_URL}}">[[Se connecter]]</a></p>
</section>
{{/SIGN_FIRST}}{{#DRAFTS_SHOWN}}<section class="section" aria-labelledby="reprendre">
<h2 id="reprendre">[[Reprendre un projet]]</h2>
<ul class="lines">
{{#DRAFTS}}<li><a href="{{DRAFT_URL}}">{{DRAFT_TITLE}}</a> <span class="soft small">{{DRAFT_SAID}}</span></li>
{{/DRAFTS}}</ul>
<p class="small"><a href="{{MINE_URL}}">[[Tous mes projets]]</a></p>
</section>
{{/DRAFTS_SHOWN}}{{#BEGIN}}<section class="section" aria-labelledby="nouveau">
<h2 id="nouveau">[[Commencer un nouveau projet]]</h2>
<form class="form" method="post" action="{{BEGIN_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
[[> partials/field_text.tpl]]
{{#PREFILLED}}<section class="notice" aria-labelledby="deja">
<h3 id="deja">{{PREFILLED_SAID}}</h3>
<p class="small">[[Ce n’est qu’une proposition : vous pourrez tout changer avant de présenter le projet.]]</p>
<dl class="answers">
{{#PREFILLED_ROWS}}<div class="answer"><dt>{{PREFILLED_NAME}}</dt><dd class="pre-line">{{PREFILLED_VALUE:p}}</dd>{{#FORM_HIDDEN}}<input type="hidden" name="{{HIDDEN_NAME}}" value="{{HIDDEN_VALUE}}">{{/FORM_HIDDEN}}</div>
{{/PREFILLED_ROWS}}</dl>
</section>
{{/PREFILLED}}{{#HOLDERS_SHOWN}}<div class="field">
<fieldset>
<legend class="field-label">[[Qui le porte ?]]</legend>
<div class="choices">
{{#FIELD_OPTIONS}}<label class="choice"><input type="radio" name="porteur" value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} checked{{/OPTION_CHOSEN}}><span>{{OPTION_TEXT}}</span></label>
{{/FIELD_OPTIONS}}</div>
</fieldset>
</div>
{{/HOLDERS_SHOWN}}<div class="acts"><button class="button" type="submit">[[Commencer]]</button></div>
</form>
</section>
{{/BEGIN}}</div>
<aside class="side" aria-label="[[Ce qu’il faut savoir]]">
<section class="card" aria-labelledby="etapes">
<h2 id="etapes">[[Ce qui vous sera demandé]]</h2>
<ol class="asked-list">
{{#DEPOSIT_STEPS}}<li><strong>{{DEPOSIT_STEP_NAME}}</strong> <span class="soft small">{{DEPOSIT_STEP_TEXT}}</span></li>
{{/DEPOSIT_STEPS}}</ol>
</section>
<section class="card" aria-labelledby="pieces">
<h2 id="pieces">[[À avoir sous la main]]</h2>
<ul>
{{#DEPOSIT_PAPERS}}<li>{{DEPOSIT_PAPER}}</li>
{{/DEPOSIT_PAPERS}}</ul>
</section>
{{#DEPOSIT_CALLS_SHOWN}}<section class="card" aria-labelledby="ouverts">
<h2 id="ouverts">[[Les appels ouverts]]</h2>
<ul class="lines">
{{#DEPOSIT_CALLS}}<li><a href="{{CALL_URL}}">{{CALL_TITLE}}</a> <span class="soft small">{{CALL_WHEN}}</span></li>
{{/DEPOSIT_CALLS}}</ul>
</section>
{{/DEPOSIT_CALLS_SHOWN}}</aside>
</div>
</div>
[[> layout/bottom.tpl]]
