{{%AUTOESCAPE context="HTML"}}
{{! A call being written. breadcrumb.tpl   FORM_TITLE   ERRORS_SHOWN   STATE_KIND STATE_TEXT
	EDIT_FORM { FORM_URL FORM_ACT FIELDS rows CHOSEN_SHOWN { CHOSEN rows { FOUND_ID FOUND_TITLE } } }
	PUBLISH { PUBLISH_URL PUBLISH_TEXT }   PUBLIC { PUBLIC_URL }   PRESET
	INVITED_SHOWN { INVITED rows { INVITED_TITLE INVITED_URL INVITED_WHO INVITED_KIND INVITED_STATE } } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<div class="aside-page">
<div>
<h1>{{FORM_TITLE}}</h1>
[[> partials/error_summary.tpl]]
{{#PRESET}}<p class="notice">[[Cet appel vient du dossier de la plateforme (preset) : il se modifie là. Vous pouvez ici inviter des porteurs.]]</p>
{{/PRESET}}{{#EDIT_FORM}}<form class="form" method="post" action="{{FORM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
{{#CHOSEN_SHOWN}}<fieldset class="field"><legend class="field-label">[[Porteurs à inviter]]</legend>
<p class="hint">[[Ils recevront un message à la publication. Leur dossier est déjà rempli.]]</p>
{{#CHOSEN}}<label class="choice"><input type="checkbox" name="projet" value="{{FOUND_ID}}" checked><span>{{FOUND_TITLE}}</span></label>
{{/CHOSEN}}</fieldset>
{{/CHOSEN_SHOWN}}<p class="acts"><button class="button" type="submit">{{FORM_ACT}}</button></p>
</form>
{{/EDIT_FORM}}</div>
<aside class="side" aria-label="[[Repères]]">
<section class="card" aria-labelledby="etat"><h2 id="etat">[[État]]</h2>
<p><span class="chip chip-{{STATE_KIND}}">{{STATE_TEXT}}</span></p>
{{#PUBLIC}}<p><a href="{{PUBLIC_URL}}">[[Voir sa page publique]]</a></p>
{{/PUBLIC}}{{#PUBLISH}}<form method="post" action="{{PUBLISH_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><p class="small">{{PUBLISH_TEXT}}</p><button class="button" type="submit">[[Publier l’appel]]</button></form>
{{/PUBLISH}}</section>
{{#INVITED_SHOWN}}<section class="card" aria-labelledby="invites"><h2 id="invites">[[Porteurs invités]]</h2>
<ul class="lines">
{{#INVITED}}<li><a href="{{INVITED_URL}}">{{INVITED_TITLE}}</a> <span class="soft small">{{INVITED_WHO}}</span><br><span class="chip chip-{{INVITED_KIND}}">{{INVITED_STATE}}</span></li>
{{/INVITED}}</ul>
</section>
{{/INVITED_SHOWN}}</aside>
</div>
</div>
[[> layout/bottom.tpl]]
