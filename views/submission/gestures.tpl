{{%AUTOESCAPE context="HTML"}}
{{! What somebody may do for an element. ELEMENT_TITLE ELEMENT_SUMMARY PUBLIC_URL NEW_URL ERRORS_SHOWN
	SUPPORT and CONTRIBUTE { BACKING_URL BACKING_COUNT BACKING_GIVE BACKING_TAKE BACKING_NAMED BACKING_TEXT FIELD_ERROR }
	LINKS_SHOWN { BACK_TO LINKS rows { LINK_SAID LINK_STATE_KIND LINK_STATE LINK_ANSWER_URL LINK_AGREE LINK_REFUSE } }
	LINK_FORM { FORM_URL FIELDS rows } }}
[[> layout/top.tpl]]
<div class="wrap narrow">
<p class="small"><a href="{{PUBLIC_URL}}">[[Retour à la page]]</a></p>
<h1>{{ELEMENT_TITLE}}</h1>
<p class="lead">{{ELEMENT_SUMMARY}}</p>
[[> partials/error_summary.tpl]]
{{#SUPPORT}}<section class="section" aria-labelledby="soutien"><h2 id="soutien">[[Je soutiens]] <span class="soft">{{BACKING_COUNT}}</span></h2>
<p>[[Un soutien dit seulement : ce projet compte pour moi. Il est compté une fois, et se retire ici.]]</p>
<form class="form gesture" method="post" action="{{BACKING_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="geste" value="support">
{{#BACKING_GIVE}}<label class="choice"><input type="checkbox" name="nom" value="1"{{#BACKING_NAMED}} checked{{/BACKING_NAMED}}><span>[[Montrer mon nom, sur cette page et parmi les liens du territoire]]</span></label>
<button class="button" type="submit" name="acte" value="donner">[[Je soutiens]]</button>{{/BACKING_GIVE}}{{#BACKING_TAKE}}<p class="chip chip-ok">[[Vous soutenez]]</p> <button class="button button-plain" type="submit" name="acte" value="reprendre">[[Retirer mon soutien]]</button>{{/BACKING_TAKE}}</form>
</section>
{{/SUPPORT}}{{#CONTRIBUTE}}<section class="section" aria-labelledby="contribution"><h2 id="contribution">[[Je contribue]] <span class="soft">{{BACKING_COUNT}}</span></h2>
<form class="form gesture" method="post" action="{{BACKING_URL}}" novalidate><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="geste" value="contribution">
{{#BACKING_GIVE}}<p class="field" id="f-message" tabindex="-1"><label class="field-label" for="message">[[Ce que vous pouvez faire]]</label> <span class="hint">[[Du temps, un outil, un lieu, un savoir-faire. Le porteur reçoit votre message et votre adresse.]]</span>{{#FIELD_ERROR}} <span class="error">{{FIELD_ERROR_TEXT}}</span>{{/FIELD_ERROR}} <textarea id="message" name="message" rows="3">
{{BACKING_TEXT:p}}</textarea></p>
<label class="choice"><input type="checkbox" name="nom" value="1"{{#BACKING_NAMED}} checked{{/BACKING_NAMED}}><span>[[Montrer mon nom, sur cette page et parmi les liens du territoire]]</span></label>
<button class="button" type="submit" name="acte" value="donner">[[Je contribue]]</button>{{/BACKING_GIVE}}{{#BACKING_TAKE}}<p class="chip chip-ok">[[Vous contribuez]]</p> <button class="button button-plain" type="submit" name="acte" value="reprendre">[[Retirer ma contribution]]</button>{{/BACKING_TAKE}}</form>
</section>
{{/CONTRIBUTE}}{{#LINKS_SHOWN}}<section class="section" aria-labelledby="liens"><h2 id="liens">[[Ses liens]]</h2><ul class="lines">
{{#LINKS}}<li>{{LINK_SAID}} <span class="chip chip-{{LINK_STATE_KIND}}">{{LINK_STATE}}</span>
{{#LINK_REFUSE}}<form class="acts" method="post" action="{{LINK_ANSWER_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="retour" value="{{BACK_TO}}">{{#LINK_AGREE}}<button class="button button-small" type="submit" name="acte" value="accepter">[[Je suis d’accord]]<span class="unseen"> : {{LINK_SAID}}</span></button> {{/LINK_AGREE}}<button class="button-link" type="submit" name="acte" value="refuser">[[Retirer]]<span class="unseen"> : {{LINK_SAID}}</span></button></form>
{{/LINK_REFUSE}}</li>
{{/LINKS}}</ul></section>
{{/LINKS_SHOWN}}{{#LINK_FORM}}<section class="section" aria-labelledby="relier"><h2 id="relier">[[Proposer un lien]]</h2>
<form class="form" method="post" action="{{FORM_URL}}" novalidate><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
<button class="button button-plain" type="submit">[[Proposer ce lien]]</button></form>
</section>
{{/LINK_FORM}}<p class="section small"><a href="{{NEW_URL}}">[[Décrire un commun, un lieu, une ressource]]</a></p>
</div>
[[> layout/bottom.tpl]]
