{{%AUTOESCAPE context="HTML"}}
{{! A project at the permanent flow, for its holder.
	MINE_URL DOSSIER_URL DOSSIER_TITLE   ERRORS_SHOWN   FLOW_KIND FLOW_TITLE FLOW_TEXT FLOW_REASON { FLOW_REASON_TEXT }
	OFFERS_SHOWN { OFFERS rows { OFFER_ID OFFER_URL OFFER_BY OFFER_PERSON OFFER_KIND OFFER_MESSAGE OFFER_DATE
	    OFFER_STATE_KIND OFFER_STATE_TEXT OFFER_ANSWER { SHARE_UNTIL SHARE_PIECES { OFFER_ID SHARE_PIECES_SAID SHARE_PIECES_CHOSEN } SHARE_WORDS FIELD_ERROR } OFFER_STOP } }
	ASK_FORM { FORM_URL FORM_ACT FIELDS rows, markers of listen_words.tpl }
	ALIKE_SHOWN { ALIKE rows { ALIKE_URL ALIKE_TITLE ALIKE_WHO ALIKE_WHY ALIKE_SLUG MERGE_TYPED ALIKE_MERGE { MERGE_URL } } }
	MERGES_SHOWN, MERGES rows { MERGE_TEXT MERGE_OTHER_URL MERGE_SAID { MERGE_MESSAGE } MERGE_URL MERGE_ASKED MERGE_WAITS MERGE_DONE }
	HISTORY { EVENTS rows }   SHOWN { PUBLIC_URL }   LEAVE { LEAVE_URL }   CSRF_TOKEN }}
[[> layout/top.tpl]]
<div class="wrap">
<nav class="crumbs" aria-label="[[Fil d’Ariane]]"><ol><li><a href="{{MINE_URL}}">[[Mes projets]]</a></li><li><a href="{{DOSSIER_URL}}">{{DOSSIER_TITLE}}</a></li><li><span aria-current="page">[[À l’écoute]]</span></li></ol></nav>
<div class="aside-page">
<div>
<h1>[[Sans attendre un appel]]</h1>
[[> partials/error_summary.tpl]]
<section class="notice notice-{{FLOW_KIND}}" aria-labelledby="flux">
<h2 id="flux">{{FLOW_TITLE}}</h2>
<p>{{FLOW_TEXT}}</p>
{{#FLOW_REASON}}<blockquote class="pre-line">{{FLOW_REASON_TEXT:p}}</blockquote>
{{/FLOW_REASON}}{{#SHOWN}}<p><a href="{{PUBLIC_URL}}">[[Voir sa page publique]]</a></p>
{{/SHOWN}}</section>
{{#OFFERS_SHOWN}}<section class="section" id="soutiens" aria-labelledby="soutiens-titre">
<h2 id="soutiens-titre">[[Ils sont intéressés]]</h2>
<ul class="call-list">
{{#OFFERS}}<li class="card offer" id="soutien-{{OFFER_ID}}">
<p><span class="chip chip-{{OFFER_STATE_KIND}}">{{OFFER_STATE_TEXT}}</span></p>
<h3>{{OFFER_BY}}</h3>
<p><strong>{{OFFER_KIND}}</strong> <span class="soft small">{{OFFER_PERSON}} · {{OFFER_DATE}}</span></p>
<p class="prose pre-line">{{OFFER_MESSAGE:p}}</p>
{{#OFFER_ANSWER}}<form class="form" method="post" action="{{OFFER_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#FIELD_ERROR}}<p class="error">{{FIELD_ERROR_TEXT}}</p>
{{/FIELD_ERROR}}<p class="field"><label class="field-label" for="fin-{{OFFER_ID}}">[[Partager mon dossier jusqu’au]]</label> <input id="fin-{{OFFER_ID}}" name="fin" type="date" value="{{SHARE_UNTIL}}"></p>
{{#SHARE_PIECES}}<p class="field"><label class="choice" for="pieces-{{OFFER_ID}}"><input id="pieces-{{OFFER_ID}}" type="checkbox" name="pieces" value="1"{{#SHARE_PIECES_CHOSEN}} checked{{/SHARE_PIECES_CHOSEN}}> <span>{{SHARE_PIECES_SAID}}</span></label></p>
{{/SHARE_PIECES}}<p class="field"><label class="field-label" for="reponse-{{OFFER_ID}}">[[Un mot de réponse]] <span class="optional">[[(facultatif)]]</span></label> <textarea id="reponse-{{OFFER_ID}}" name="reponse" rows="3">
{{SHARE_WORDS:p}}</textarea></p>
<p class="small soft">[[En acceptant, vous lui ouvrez la lecture de votre dossier jusqu’à ce jour, et de ses pièces si vous le cochez ; jamais vos échanges avec un autre service. Vous pourrez arrêter plus tôt.]]</p>
<p class="acts"><button class="button" type="submit" name="acte" value="accepter">[[Accepter et partager mon dossier]]</button> <button class="button button-plain" type="submit" name="acte" value="decliner">[[Décliner]]</button></p>
</form>
{{/OFFER_ANSWER}}{{#OFFER_STOP}}<form method="post" action="{{OFFER_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><button class="button-link" type="submit" name="acte" value="arreter">[[Ne plus partager]]<span class="unseen"> : {{OFFER_BY}}</span></button></form>
{{/OFFER_STOP}}</li>
{{/OFFERS}}</ul>
</section>
{{/OFFERS_SHOWN}}{{#MERGES_SHOWN}}<section class="section" aria-labelledby="reunir">
<h2 id="reunir">[[Un même projet, deux pages]]</h2>
<ul class="call-list">
{{#MERGES}}<li class="card">
<p>{{MERGE_TEXT}} <a href="{{MERGE_OTHER_URL}}">[[Voir l’autre projet]]</a></p>
{{#MERGE_SAID}}<blockquote class="pre-line">{{MERGE_MESSAGE:p}}</blockquote>
{{/MERGE_SAID}}<form class="acts" method="post" action="{{MERGE_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">{{#MERGE_ASKED}}<button class="button button-small" type="submit" name="acte" value="accepter">[[Je suis d’accord]]</button> <button class="button button-plain button-small" type="submit" name="acte" value="refuser">[[Non, ce sont deux projets]]</button>{{/MERGE_ASKED}}{{#MERGE_WAITS}}<span class="soft">[[Attend l’accord de l’autre porteur.]]</span> <button class="button-link" type="submit" name="acte" value="separer">[[Annuler la demande]]</button>{{/MERGE_WAITS}}{{#MERGE_DONE}}<button class="button button-plain button-small" type="submit" name="acte" value="separer">[[Revenir à deux pages]]</button>{{/MERGE_DONE}}</form>
</li>
{{/MERGES}}</ul>
</section>
{{/MERGES_SHOWN}}{{#ALIKE_SHOWN}}<section class="section" aria-labelledby="proches">
<h2 id="proches">[[Des projets qui lui ressemblent]]</h2>
<p class="soft">[[Peut-être des alliés. Si c’est le même projet, proposez à son porteur de réunir les deux pages.]]</p>
<ul class="lines">
{{#ALIKE}}<li><a href="{{ALIKE_URL}}">{{ALIKE_TITLE}}</a> <span class="soft small">{{ALIKE_WHO}}</span><br><span class="small">{{ALIKE_WHY}}</span>
{{#ALIKE_MERGE}}<details><summary class="small">[[C’est le même projet]]</summary>
<form class="form" method="post" action="{{MERGE_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="projet" value="{{ALIKE_SLUG}}">
<p class="field"><label class="field-label" for="message-{{ALIKE_SLUG}}">[[Votre message à son porteur]]</label> <textarea id="message-{{ALIKE_SLUG}}" name="message" rows="3">
{{MERGE_TYPED:p}}</textarea></p>
<button class="button button-plain button-small" type="submit">[[Proposer de réunir]]<span class="unseen"> : {{ALIKE_TITLE}}</span></button></form></details>
{{/ALIKE_MERGE}}</li>
{{/ALIKE}}</ul>
</section>
{{/ALIKE_SHOWN}}{{#ASK_FORM}}<section class="section" aria-labelledby="mots-titre">
<h2 id="mots-titre">[[Ce que tout le monde lira]]</h2>
<form class="form" method="post" action="{{FORM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
[[> partials/listen_words.tpl]]
<p class="acts"><button class="button" type="submit">{{FORM_ACT}}</button></p>
</form>
</section>
{{/ASK_FORM}}</div>
<aside class="side" aria-label="[[Repères]]">
{{#HISTORY}}<section class="card" aria-labelledby="histoire">
<h2 id="histoire">[[Son parcours]]</h2>
[[> partials/timeline.tpl]]
</section>
{{/HISTORY}}{{#LEAVE}}<form class="small" method="post" action="{{LEAVE_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><button class="button-link" type="submit">[[Ne plus le montrer]]</button></form>
{{/LEAVE}}</aside>
</div>
</div>
[[> layout/bottom.tpl]]
