{{%AUTOESCAPE context="HTML"}}
{{! Calls a dossier may be presented to.
	CHOICES rows { CALL_URL CALL_TITLE CALL_PROMISE ELSEWHERE { ELSEWHERE_SAID }
	    FITS rows { FIT_KIND FIT_SAID FIT_TEXT }
	    CHOOSE { CHOOSE_URL CHOOSE_SAID CONSENT { CONSENT_ID CONSENT_TEXT CONSENT_ERROR { CONSENT_ERROR_TEXT } } }
	    UNFIT   BEGUN { BEGUN_URL BEGUN_SAID } } }}
{{#CHOICES}}<li class="card choice-call">
<h2><a href="{{CALL_URL}}">{{CALL_TITLE}}</a></h2>
{{#ELSEWHERE}}<p class="soft small">{{ELSEWHERE_SAID}}</p>
{{/ELSEWHERE}}<p>{{CALL_PROMISE}}</p>
<ul class="fits">
{{#FITS}}<li class="fit"><span class="chip chip-{{FIT_KIND}}">{{FIT_SAID}}</span> {{FIT_TEXT}}</li>
{{/FITS}}</ul>
{{#CHOOSE}}<form method="post" action="{{CHOOSE_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">{{#CONSENT}}{{#CONSENT_ERROR}}<p class="error" id="{{CONSENT_ID}}-error">{{CONSENT_ERROR_TEXT}}</p>{{/CONSENT_ERROR}}<p class="check"><input type="checkbox" id="{{CONSENT_ID}}" name="accord" value="1"{{#CONSENT_ERROR}} aria-invalid="true" aria-describedby="{{CONSENT_ID}}-error"{{/CONSENT_ERROR}}> <label for="{{CONSENT_ID}}">{{CONSENT_TEXT}}</label></p>
{{/CONSENT}}<button class="button" type="submit">[[Présenter le projet]]<span class="unseen"> : {{CHOOSE_SAID}}</span></button></form>
{{/CHOOSE}}{{#UNFIT}}<p class="soft">[[Votre projet ne remplit pas toutes les conditions de cet appel.]]</p>
{{/UNFIT}}{{#BEGUN}}<p class="acts"><a class="button button-plain" href="{{BEGUN_URL}}">{{BEGUN_SAID}}<span class="unseen"> : {{CALL_TITLE}}</span></a></p>
{{/BEGUN}}</li>
{{/CHOICES}}
