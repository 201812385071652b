{{%AUTOESCAPE context="HTML"}}
{{! A project seen from a listening. breadcrumb.tpl   STATE_KIND STATE_TEXT FOUND_MATURED { FOUND_MATURITY }
	PROJECT_TITLE PROJECT_SUMMARY PROJECT_BODY HOLDER_NAME PLACE_NAME PUBLIC_URL   TERMS rows   EVENTS rows
	OFFERS_SHOWN { OFFERS rows { OFFER_STATE_KIND OFFER_STATE_TEXT OFFER_BY OFFER_KIND OFFER_MESSAGE OFFER_DATE
	    OFFER_ANSWERED { OFFER_ANSWER_TEXT } OFFER_SHARED { OFFER_DOSSIER_URL } OFFER_WITHDRAW { OFFER_ID } } } WITHDRAW_URL
	OFFER_FORM { FORM_URL FIELDS rows }   ERRORS_SHOWN
	NOTES_PART { NOTE_URL BOARD_URL FOUND_ID NOTE_TYPED NOTES rows { NOTE_AUTHOR NOTE_DATE NOTE_BODY NOTE_MINE { NOTE_ID } }
	    LABELS { LABELS_TEXT } BOARD_ADD } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<div class="aside-page">
<div>
<p><span class="chip chip-{{STATE_KIND}}">{{STATE_TEXT}}</span>{{#FOUND_MATURED}} <span class="chip chip-neutral">{{FOUND_MATURITY}}</span>{{/FOUND_MATURED}}</p>
<h1>{{PROJECT_TITLE}}</h1>
<p class="lead">{{PROJECT_SUMMARY}}</p>
<p class="soft">{{HOLDER_NAME}} · {{PLACE_NAME}} · <a href="{{PUBLIC_URL}}">[[Page publique]]</a></p>
[[> partials/error_summary.tpl]]
[[> partials/terms.tpl]]
<p class="prose pre-line">{{PROJECT_BODY:p}}</p>
{{#OFFERS_SHOWN}}<section class="section" aria-labelledby="propositions">
<h2 id="propositions">[[Nos propositions]]</h2>
<ul class="call-list">
{{#OFFERS}}<li class="card">
<p><span class="chip chip-{{OFFER_STATE_KIND}}">{{OFFER_STATE_TEXT}}</span></p>
<p><strong>{{OFFER_KIND}}</strong> <span class="soft small">{{OFFER_BY}} · {{OFFER_DATE}}</span></p>
<p class="pre-line">{{OFFER_MESSAGE:p}}</p>
{{#OFFER_ANSWERED}}<blockquote class="pre-line">{{OFFER_ANSWER_TEXT:p}}</blockquote>
{{/OFFER_ANSWERED}}{{#OFFER_SHARED}}<p><a class="button button-plain button-small" href="{{OFFER_DOSSIER_URL}}">[[Lire le dossier partagé]]</a></p>
{{/OFFER_SHARED}}{{#OFFER_WITHDRAW}}<form method="post" action="{{WITHDRAW_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="offre" value="{{OFFER_ID}}"><button class="button-link" type="submit">[[Retirer la proposition]]</button></form>
{{/OFFER_WITHDRAW}}</li>
{{/OFFERS}}</ul>
</section>
{{/OFFERS_SHOWN}}{{#OFFER_FORM}}<section class="section" id="offre" aria-labelledby="interesses">
<h2 id="interesses">[[Nous sommes intéressés]]</h2>
<form class="form" method="post" action="{{FORM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
<p class="acts"><button class="button" type="submit">[[Proposer notre soutien]]</button></p>
</form>
</section>
{{/OFFER_FORM}}</div>
<aside class="side" aria-label="[[Pour notre équipe]]">
<section class="card" aria-labelledby="parcours"><h2 id="parcours">[[Son parcours]]</h2>
[[> partials/timeline.tpl]]
</section>
{{#NOTES_PART}}<section class="card" id="notes" aria-labelledby="notes-titre">
<h2 id="notes-titre">[[Notes de l’équipe]]</h2>
<p class="small soft">[[Personne d’autre ne les lit, ni le porteur.]]</p>
{{#BOARD_ADD}}<form method="post" action="{{BOARD_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="projet" value="{{FOUND_ID}}"><button class="button button-plain button-small" type="submit" name="acte" value="ajouter">[[Mettre au tableau]]</button></form>
{{/BOARD_ADD}}{{#LABELS}}<form class="form" method="post" action="{{NOTE_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><p class="field"><label class="field-label" for="f-etiquettes">[[Étiquettes]]</label> <span class="hint" id="f-etiquettes-aide">[[Séparées par des virgules.]]</span> <input id="f-etiquettes" type="text" name="etiquettes" aria-describedby="f-etiquettes-aide" value="{{LABELS_TEXT}}"></p><button class="button button-plain button-small" type="submit" name="acte" value="etiquettes">[[Enregistrer]]</button></form>
{{/LABELS}}<ul class="lines">
{{#NOTES}}<li><p class="pre-line">{{NOTE_BODY:p}}</p><p class="small soft">{{NOTE_AUTHOR}} · {{NOTE_DATE}}</p>{{#NOTE_MINE}}<form method="post" action="{{NOTE_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="effacer" value="{{NOTE_ID}}"><button class="button-link small" type="submit" name="acte" value="effacer">[[Effacer]]</button></form>{{/NOTE_MINE}}</li>
{{/NOTES}}</ul>
<form class="form" method="post" action="{{NOTE_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><p class="field"><label class="field-label" for="f-note">[[Ajouter une note]]</label> <textarea id="f-note" name="note" rows="3">
{{NOTE_TYPED:p}}</textarea></p><button class="button button-plain button-small" type="submit" name="acte" value="note">[[Noter]]</button></form>
</section>
{{/NOTES_PART}}</aside>
</div>
</div>
[[> layout/bottom.tpl]]
