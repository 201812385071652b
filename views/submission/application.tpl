{{%AUTOESCAPE context="HTML"}}
{{! A project before a call, for its holder: before the deposit, and after.
	MINE_URL DOSSIER_URL DOSSIER_TITLE CALL_URL CALL_TITLE
	FOLLOWUP { STATE_KIND STATE_TEXT APPLICATION_NUMBER RECEIPT_URL
	    WAITING { MINE_EXPECTED MINE_WHO }
	    CORRECTION { CORRECTION_TITLE CORRECTION_TEXT CORRECTION_SAID CORRECTED_URL
		CORRECTION_FIELDS rows { CORRECTION_FIELD CORRECTION_FIELD_URL CORRECTION_NOTE } }
	    DECISION { DECISION_KIND DECISION_TEXT DECISION_DATE DECISION_BY DECISION_REASONS
		DECISION_CONDITIONS { DECISION_CONDITIONS_TEXT } DECISION_GRANT { DECISION_AMOUNT }
		REMEDIES { REMEDIES_TEXT } RETURN { RETURN_URL } }
	    EVENTS rows   UNREAD { UNREAD_SAID SEEN_URL }   MESSAGES rows, REPLY   WITHDRAW { WITHDRAW_URL } }
	PRESENTING { FITS rows   INELIGIBLE (ineligible.tpl)   REUSE { REUSE_SAID REUSE_PERCENT REUSE_MORE }   THROUGH { THROUGH_SAID THROUGH_URL THROUGH_ACT PARTICULARS_SHOWN { PARTICULARS rows { PARTICULAR_NAME PARTICULAR_URL } } }   OFFERED { OFFERED_URL }   OWN { OWN_TITLE OWN_INTRO OWN_ANSWERED
	    OWN_PERCENT OWN_URL OWN_ACT KEEPS rows { KEEP_NAME KEPT or KEEP { KEEP_URL KEEP_KEY KEEP_WHAT } } }
	    MISSING_SHOWN { MISSING_TITLE MISSING rows { MISSING_NAME MISSING_SAID MISSING_LINK { MISSING_URL } } }
	    CHANGES { CHANGES_SAID CHANGED_SHOWN { CHANGED rows { CHANGED_NAME } } }
	    REVIEW_URL   READY { SUBMIT_URL CSRF_TOKEN READY_TEXT SUBMIT_TEXT
		SHARED { SHARED_SAID SHARED_FILES rows { SHARED_NAME SHARED_META SHARED_OVER { SHARED_OVER_TEXT } }
		    CONSENT { CONSENT_MARK CONSENT_TEXT CONSENT_ERROR } } } } }}
[[> layout/top.tpl]]
<div class="wrap">
<nav class="crumbs" aria-label="[[Fil d’Ariane]]"><ol><li><a href="{{MINE_URL}}">[[Mes projets]]</a></li><li><a href="{{DOSSIER_URL}}">{{DOSSIER_TITLE}}</a></li><li><span aria-current="page">{{CALL_TITLE}}</span></li></ol></nav>
<div class="aside-page">
<div>
{{#FOLLOWUP}}<span class="chip chip-{{STATE_KIND}}">{{STATE_TEXT}}</span>
{{/FOLLOWUP}}<h1>{{CALL_TITLE}}</h1>
{{#FOLLOWUP}}{{#WAITING}}<section class="notice" aria-labelledby="attendu">
<h2 id="attendu">[[Ce qui est attendu de vous]]</h2>
<p>{{MINE_EXPECTED}}</p>
<p class="soft small">{{MINE_WHO}}</p>
</section>
{{/WAITING}}{{#CORRECTION}}<section class="notice notice-wait" aria-labelledby="correction">
<h2 id="correction">{{CORRECTION_TITLE}}</h2>
<p class="soft small">{{CORRECTION_SAID}}</p>
<p class="pre-line">{{CORRECTION_TEXT:p}}</p>
<ul>
{{#CORRECTION_FIELDS}}<li><a href="{{CORRECTION_FIELD_URL}}">{{CORRECTION_FIELD}}</a> <span class="small">{{CORRECTION_NOTE}}</span></li>
{{/CORRECTION_FIELDS}}</ul>
<form method="post" action="{{CORRECTED_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><button class="button-link" type="submit">[[Il n’y a rien à changer : prévenir le service]]</button></form>
</section>
{{/CORRECTION}}{{#DECISION}}<section class="section decision" id="decision" aria-labelledby="decision-titre">
<h2 id="decision-titre">[[La décision]]</h2>
<p><span class="chip chip-{{DECISION_KIND}}">{{DECISION_TEXT}}</span> <span class="soft">{{DECISION_DATE}} · {{DECISION_BY}}</span></p>
{{#DECISION_GRANT}}<p class="lead">{{DECISION_AMOUNT}}</p>
{{/DECISION_GRANT}}<h3>[[Pourquoi]]</h3>
<p class="prose pre-line">{{DECISION_REASONS:p}}</p>
{{#DECISION_CONDITIONS}}<h3>[[À quelles conditions]]</h3>
<p class="prose pre-line">{{DECISION_CONDITIONS_TEXT:p}}</p>
{{/DECISION_CONDITIONS}}{{#REMEDIES}}<details class="remedies">
<summary>[[Si vous n’êtes pas d’accord]]</summary>
<p class="prose pre-line">{{REMEDIES_TEXT:p}}</p>
</details>
{{/REMEDIES}}{{#RETURN}}<form class="notice" id="suite" method="post" action="{{RETURN_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<h3>[[Non retenu ne veut pas dire perdu]]</h3>
<p>[[Voulez-vous que votre projet revienne à l’écoute ? D’autres territoires et financeurs le verront, avec son parcours. Rien à retaper, et vous pourrez le retirer quand vous voulez.]]</p>
<p class="acts"><button class="button" type="submit" name="retour" value="oui">[[Oui, le remettre à l’écoute]]</button> <button class="button button-plain" type="submit" name="retour" value="non">[[Non, merci]]</button></p>
</form>
{{/RETURN}}</section>
{{/DECISION}}{{/FOLLOWUP}}{{#PRESENTING}}<section class="section" aria-labelledby="presenter">
<h2 id="presenter">[[Présenter le dossier]]</h2>
<ul class="fits">
{{#FITS}}<li class="fit"><span class="chip chip-{{FIT_KIND}}">{{FIT_SAID}}</span> {{FIT_TEXT}}</li>
{{/FITS}}</ul>
[[> partials/ineligible.tpl]]
{{#REUSE}}<div class="reused">
<p><strong>{{REUSE_SAID}}</strong></p>
<progress value="{{REUSE_PERCENT}}" max="100" aria-label="[[Réponses reprises de votre dossier]]"></progress>
<p class="small">{{REUSE_MORE}}</p>
</div>
{{/REUSE}}{{#THROUGH}}<p class="soft">{{THROUGH_SAID}} <a href="{{THROUGH_URL}}">{{THROUGH_ACT}}</a></p>
{{#PARTICULARS_SHOWN}}<ul class="plain-list small" id="autrement">
{{#PARTICULARS}}<li><a href="{{PARTICULAR_URL}}">{{PARTICULAR_NAME}}</a> <span class="chip chip-info">[[pour cet appel seulement]]</span></li>
{{/PARTICULARS}}</ul>
{{/PARTICULARS_SHOWN}}{{/THROUGH}}
[[> partials/offered.tpl]]
{{#OWN}}<div class="card own-questions">
<h3>{{OWN_TITLE}}</h3>
<p class="soft">{{OWN_INTRO}}</p>
<p class="small"><strong>{{OWN_ANSWERED}}</strong></p>
<progress value="{{OWN_PERCENT}}" max="100" aria-label="[[Réponses déjà données]]"></progress>
<p class="acts"><a class="button button-plain" href="{{OWN_URL}}">{{OWN_ACT}}</a></p>
<ul class="plain-list small" id="propres">
{{#KEEPS}}<li>{{KEEP_NAME}}{{#KEPT}} <span class="chip chip-ok">[[dans votre dossier]]</span>{{/KEPT}}{{#KEEP}}<form method="post" action="{{KEEP_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="champ" value="{{KEEP_KEY}}"><button class="button-link" type="submit">[[Garder pour d’autres appels]]<span class="unseen"> : {{KEEP_WHAT}}</span></button></form>{{/KEEP}}</li>
{{/KEEPS}}</ul>
</div>
{{/OWN}}{{#MISSING_SHOWN}}<section class="notice notice-wait" id="manque" aria-labelledby="manque-titre">
<h3 id="manque-titre">{{MISSING_TITLE}}</h3>
<ul>
{{#MISSING}}<li>{{#MISSING_LINK}}<a href="{{MISSING_URL}}">{{/MISSING_LINK}}{{MISSING_NAME}}{{#MISSING_LINK}}</a>{{/MISSING_LINK}} <span class="small">{{MISSING_SAID}}</span></li>
{{/MISSING}}</ul>
</section>
{{/MISSING_SHOWN}}{{#CHANGES}}<p>{{CHANGES_SAID}}</p>
{{#CHANGED_SHOWN}}<ul>
{{#CHANGED}}<li>{{CHANGED_NAME}}</li>
{{/CHANGED}}</ul>
{{/CHANGED_SHOWN}}{{/CHANGES}}<p><a href="{{REVIEW_URL}}">[[Relire tout le dossier]]</a></p>
{{#READY}}<form class="form" method="post" action="{{SUBMIT_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<p>{{READY_TEXT}}</p>
{{#SHARED}}<div class="shared">
<p>{{SHARED_SAID}}</p>
<ul class="files">
{{#SHARED_FILES}}<li class="file"><span class="file-name">{{SHARED_NAME}}</span> <span class="file-meta">{{SHARED_META}}</span>{{#SHARED_OVER}} <span class="chip chip-wait">{{SHARED_OVER_TEXT}}</span>{{/SHARED_OVER}}</li>
{{/SHARED_FILES}}</ul>
{{#CONSENT}}<div class="field{{#CONSENT_ERROR}} field-wrong{{/CONSENT_ERROR}}" id="accord">
{{#CONSENT_ERROR}}<p class="error" id="accord-erreur"><span class="unseen">[[Erreur :]] </span>[[Cochez cette case pour présenter le dossier, ou retirez du dossier ce que vous ne voulez pas transmettre.]]</p>
{{/CONSENT_ERROR}}<label class="choice"><input type="checkbox" name="accord" value="{{CONSENT_MARK}}"{{#CONSENT_ERROR}} aria-invalid="true" aria-describedby="accord-erreur" data-focus{{/CONSENT_ERROR}}> <span>{{CONSENT_TEXT}}</span></label>
<p class="hint">[[Cet accord vaut pour ce financeur seul. Il se retire dans votre coffre, pour la suite.]]</p>
</div>
{{/CONSENT}}</div>
{{/SHARED}}<div class="acts acts-ruled"><button class="button" type="submit">{{SUBMIT_TEXT}}</button></div>
</form>
{{/READY}}</section>
{{/PRESENTING}}{{#FOLLOWUP}}<section class="section" id="messages" aria-labelledby="messages-titre">
<h2 id="messages-titre">[[Les messages]]</h2>
{{#UNREAD}}<form class="unread" method="post" action="{{SEEN_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><span class="chip chip-info">{{UNREAD_SAID}}</span> <button class="button-link small" type="submit">[[J’ai lu]]</button></form>
{{/UNREAD}}
[[> partials/thread.tpl]]
</section>
{{/FOLLOWUP}}</div>
<aside class="side" aria-label="[[Repères]]">
{{#FOLLOWUP}}<section class="card" aria-labelledby="suivi">
<h2 id="suivi">[[Où en est-on]]</h2>
<p class="soft small">[[Candidature n°]] {{APPLICATION_NUMBER}}</p>
[[> partials/timeline.tpl]]
<p><a href="{{RECEIPT_URL}}">[[Accusé de réception]]</a></p>
{{#WITHDRAW}}<p class="small"><a href="{{WITHDRAW_URL}}">[[Retirer la candidature]]</a></p>
{{/WITHDRAW}}</section>
{{/FOLLOWUP}}<section class="card" aria-labelledby="appel">
<h2 id="appel">[[L’appel]]</h2>
<p><a href="{{CALL_URL}}">{{CALL_TITLE}}</a></p>
<p><a href="{{DOSSIER_URL}}">[[Modifier le dossier]]</a></p>
</section>
</aside>
</div>
</div>
[[> layout/bottom.tpl]]
