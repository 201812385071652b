{{%AUTOESCAPE context="HTML"}}
{{! Sign up. As sign_in.tpl, with NAME_VALUE NAME_ERROR { NAME_ERROR_TEXT }   SIGN_IN_URL PRIVACY_URL }}
[[> layout/top.tpl]]
<div class="wrap"><div class="account-page">
<h1>[[Créer un compte]]</h1>
<p class="soft">[[Un compte suffit pour déposer vos projets et suivre ceux des autres. Nous ne demandons rien de plus.]]</p>
[[> partials/error_summary.tpl]]
<form class="form" method="post" action="{{FORM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="retour" value="{{BACK}}">
<div class="field{{#NAME_ERROR}} field-wrong{{/NAME_ERROR}}">
<label class="field-label" for="f-name">[[Vos prénom et nom]]</label>
<div id="f-name-aide"><p class="hint">[[Tels que les agents les liront.]]</p>{{#NAME_ERROR}}<p class="error"><span class="unseen">[[Erreur :]] </span>{{NAME_ERROR_TEXT}}</p>{{/NAME_ERROR}}</div>
<input type="text" id="f-name" name="name" value="{{NAME_VALUE}}" autocomplete="name" aria-describedby="f-name-aide"{{#NAME_ERROR}} aria-invalid="true"{{/NAME_ERROR}}>
</div>
<div class="field{{#EMAIL_ERROR}} field-wrong{{/EMAIL_ERROR}}">
<label class="field-label" for="f-email">[[Adresse électronique]]</label>
<div id="f-email-aide">{{#EMAIL_ERROR}}<p class="error"><span class="unseen">[[Erreur :]] </span>{{EMAIL_ERROR_TEXT}}</p>{{/EMAIL_ERROR}}</div>
<input type="email" id="f-email" name="email" value="{{EMAIL_VALUE}}" autocomplete="email" aria-describedby="f-email-aide"{{#EMAIL_ERROR}} aria-invalid="true"{{/EMAIL_ERROR}}>
</div>
<div class="field{{#PASSWORD_ERROR}} field-wrong{{/PASSWORD_ERROR}}">
<label class="field-label" for="f-password">[[Mot de passe]]</label>
<div id="f-password-aide"><p class="hint">[[12 caractères au moins. Une phrase facile à retenir convient très bien.]]</p>{{#PASSWORD_ERROR}}<p class="error"><span class="unseen">[[Erreur :]] </span>{{PASSWORD_ERROR_TEXT}}</p>{{/PASSWORD_ERROR}}</div>
<input type="password" id="f-password" name="password" autocomplete="new-password" aria-describedby="f-password-aide"{{#PASSWORD_ERROR}} aria-invalid="true"{{/PASSWORD_ERROR}}>
</div>
<button class="button" type="submit">[[Créer mon compte]]</button>
</form>
<p class="soft small">[[Vous recevrez un message pour confirmer votre adresse.]] <a href="{{PRIVACY_URL}}">[[Ce que nous faisons de vos données]]</a></p>
<p class="soft">[[Déjà un compte ?]] <a href="{{SIGN_IN_URL}}">[[Se connecter]]</a></p>
</div></div>
[[> layout/bottom.tpl]]
