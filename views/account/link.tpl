{{%AUTOESCAPE context="HTML"}}
{{! Ask for a sign-in link by e-mail. FORM_URL CSRF_TOKEN BACK EMAIL_VALUE EMAIL_ERROR SIGN_IN_URL ERRORS_SHOWN }}
[[> layout/top.tpl]]
<div class="wrap"><div class="account-page">
<h1>[[Recevoir un lien de connexion]]</h1>
<p class="soft">[[Nous vous envoyons un message. Le lien qu’il contient vous connecte, une seule fois, pendant quinze minutes.]]</p>
[[> partials/error_summary.tpl]]
<form class="form" method="post" action="{{FORM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="retour" value="{{BACK}}">
<div class="field{{#EMAIL_ERROR}} field-wrong{{/EMAIL_ERROR}}">
<label class="field-label" for="f-email">[[Adresse électronique]]</label>
<div id="f-email-aide">{{#EMAIL_ERROR}}<p class="error"><span class="unseen">[[Erreur :]] </span>{{EMAIL_ERROR_TEXT}}</p>{{/EMAIL_ERROR}}</div>
<input type="email" id="f-email" name="email" value="{{EMAIL_VALUE}}" autocomplete="email" aria-describedby="f-email-aide"{{#EMAIL_ERROR}} aria-invalid="true"{{/EMAIL_ERROR}}>
</div>
<button class="button" type="submit">[[Envoyer le lien]]</button>
</form>
<p class="soft"><a href="{{SIGN_IN_URL}}">[[Se connecter avec un mot de passe]]</a></p>
</div></div>
[[> layout/bottom.tpl]]
