{{%AUTOESCAPE context="HTML"}}
{{! Sign in. FORM_URL CSRF_TOKEN BACK (where to return) EMAIL_VALUE
	EMAIL_ERROR { EMAIL_ERROR_TEXT } PASSWORD_ERROR { PASSWORD_ERROR_TEXT } ERRORS_SHOWN
	KEPT shown when a form waits behind this page   LINK_URL SIGN_UP_URL }}
[[> layout/top.tpl]]
<div class="wrap"><div class="account-page" data-unsettled>
<h1>[[Se connecter]]</h1>
{{#KEPT}}<div class="notice"><p>[[Votre session a pris fin. Ce que vous aviez écrit est gardé : vous le retrouverez après vous être reconnecté.]]</p></div>
{{/KEPT}}
[[> partials/error_summary.tpl]]
<form class="form" method="post" action="{{FORM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="retour" value="{{BACK}}">
<div class="field{{#EMAIL_ERROR}} field-wrong{{/EMAIL_ERROR}}">
<label class="field-label" for="f-email">[[Adresse électronique]]</label>
<div id="f-email-aide">{{#EMAIL_ERROR}}<p class="error"><span class="unseen">[[Erreur :]] </span>{{EMAIL_ERROR_TEXT}}</p>{{/EMAIL_ERROR}}</div>
<input type="email" id="f-email" name="email" value="{{EMAIL_VALUE}}" autocomplete="username" aria-describedby="f-email-aide"{{#EMAIL_ERROR}} aria-invalid="true"{{/EMAIL_ERROR}}>
</div>
<div class="field{{#PASSWORD_ERROR}} field-wrong{{/PASSWORD_ERROR}}">
<label class="field-label" for="f-password">[[Mot de passe]]</label>
<div id="f-password-aide">{{#PASSWORD_ERROR}}<p class="error"><span class="unseen">[[Erreur :]] </span>{{PASSWORD_ERROR_TEXT}}</p>{{/PASSWORD_ERROR}}</div>
<input type="password" id="f-password" name="password" autocomplete="current-password" aria-describedby="f-password-aide"{{#PASSWORD_ERROR}} aria-invalid="true"{{/PASSWORD_ERROR}}>
</div>
<button class="button" type="submit">[[Se connecter]]</button>
</form>
<p class="or">[[ou]]</p>
<p><a class="button button-plain" href="{{LINK_URL}}">[[Recevoir un lien de connexion]]</a></p>
<p class="soft">[[Pas encore de compte ?]] <a href="{{SIGN_UP_URL}}">[[Créer un compte]]</a></p>
</div></div>
[[> layout/bottom.tpl]]
