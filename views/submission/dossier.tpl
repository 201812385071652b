{{%AUTOESCAPE context="HTML"}}
{{! The home of a dossier.
	DOSSIER_TITLE MINE_STATE_KIND MINE_STATE_TEXT MINE_EXPECTED MINE_WHO
	MINE_ACT { MINE_ACT_URL MINE_ACT_TEXT }   markers of step_rail.tpl
	OFFERED { OFFERED_URL }
	MINE_APPLICATIONS_SHOWN { MINE_APPLICATIONS rows { APPLICATION_URL APPLICATION_CALL
	    APPLICATION_STATE_KIND APPLICATION_STATE_TEXT APPLICATION_SAID } }
	FILES_SHOWN { FILES rows }   HOLDERS rows { HOLDER_NAME HOLDER_SAID }
	PEOPLE { PEOPLE_URL }, for who manages it   COMMENTS { COMMENTS_URL COMMENTS_SAID }   RECIPIENTS_URL   TRANSFER { TRANSFER_URL }   PICTURE { PICTURE_URL }
	SHOWN or HIDDEN { PUBLIC_URL LISTEN { LISTEN_URL LISTEN_TEXT ALIKE_SHOWN { ALIKE_URL ALIKE_TITLE } } }
	TRASH { TRASH_URL }   RESTORE { RESTORE_URL }   REVIEW_URL CALLS_URL MINE_URL }}
[[> layout/top.tpl]]
<div class="wrap">
<nav class="crumbs" aria-label="[[Fil d’Ariane]]"><ol><li><a href="{{MINE_URL}}">[[Mes projets]]</a></li><li><span aria-current="page">{{DOSSIER_TITLE}}</span></li></ol></nav>
<div class="aside-page">
<div>
<span class="chip chip-{{MINE_STATE_KIND}}">{{MINE_STATE_TEXT}}</span>
<h1>{{DOSSIER_TITLE}}</h1>
<section class="notice" aria-labelledby="attendu">
<h2 id="attendu">[[Ce qui est attendu de vous]]</h2>
<p>{{MINE_EXPECTED}}</p>
{{#MINE_ACT}}<p class="acts"><a class="button" href="{{MINE_ACT_URL}}">{{MINE_ACT_TEXT}}</a></p>
{{/MINE_ACT}}<p class="soft small">{{MINE_WHO}}</p>
{{#RESTORE}}<form method="post" action="{{RESTORE_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><button class="button" type="submit">[[Sortir de la corbeille]]</button></form>
{{/RESTORE}}</section>
[[> partials/offered.tpl]]
<section class="section" aria-label="[[Le dossier]]">
[[> partials/step_rail.tpl]]
<p class="acts"><a class="button button-plain" href="{{REVIEW_URL}}">[[Relire tout le dossier]]</a> <a class="button button-plain" href="{{CALLS_URL}}">[[Présenter à un appel]]</a></p>
</section>
{{#MINE_APPLICATIONS_SHOWN}}<section class="section" aria-labelledby="presente">
<h2 id="presente">[[Où il a été présenté]]</h2>
<div class="stacks">
<table class="table-dense">
<thead><tr><th scope="col">[[Appel]]</th><th scope="col">[[État]]</th></tr></thead>
<tbody>
{{#MINE_APPLICATIONS}}<tr><th scope="row"><a href="{{APPLICATION_URL}}">{{APPLICATION_CALL}}</a></th><td><span class="chip chip-{{APPLICATION_STATE_KIND}}">{{APPLICATION_STATE_TEXT}}</span> <span class="small soft">{{APPLICATION_SAID}}</span></td></tr>
{{/MINE_APPLICATIONS}}</tbody>
</table>
</div>
</section>
{{/MINE_APPLICATIONS_SHOWN}}</div>
<aside class="side" aria-label="[[Autour du dossier]]">
{{#FILES_SHOWN}}<section class="card" aria-labelledby="pieces">
<h2 id="pieces">[[Les pièces]]</h2>
[[> partials/files.tpl]]
</section>
{{/FILES_SHOWN}}<section class="card" aria-labelledby="acces">
<h2 id="acces">[[Qui peut l’ouvrir]]</h2>
<ul class="lines">
{{#HOLDERS}}<li>{{HOLDER_NAME}} <span class="soft small">{{HOLDER_SAID}}</span></li>
{{/HOLDERS}}</ul>
{{#PEOPLE}}<p><a href="{{PEOPLE_URL}}">[[Inviter quelqu’un]]</a></p>
{{/PEOPLE}}{{#COMMENTS}}<p><a href="{{COMMENTS_URL}}">[[Commentaires de l’équipe]]</a> <span class="soft small">{{COMMENTS_SAID}}</span></p>
{{/COMMENTS}}<p><a href="{{RECIPIENTS_URL}}">[[Qui a reçu quoi]]</a></p>
{{#PICTURE}}<p><a href="{{PICTURE_URL}}">[[L’image du projet]]</a></p>
{{/PICTURE}}{{#TRANSFER}}<p><a href="{{TRANSFER_URL}}">[[Transmettre à quelqu’un d’autre]]</a></p>
{{/TRANSFER}}</section>
{{#SHOWN}}<section class="card" aria-labelledby="public">
<h2 id="public">[[Visible de tous]]</h2>
<p><a href="{{PUBLIC_URL}}">[[Voir sa page publique]]</a></p>
{{#LISTEN}}<p><a href="{{LISTEN_URL}}">{{LISTEN_TEXT}}</a></p>
{{/LISTEN}}</section>
{{/SHOWN}}{{#HIDDEN}}<section class="card" aria-labelledby="public">
<h2 id="public">[[Visible de vous seulement]]</h2>
<p class="small">[[Vous pouvez montrer votre projet sans attendre un appel : les financeurs l’écoutent, et des appuis peuvent se proposer.]]</p>
{{#LISTEN}}<p><a class="button button-plain button-small" href="{{LISTEN_URL}}">{{LISTEN_TEXT}}</a></p>
{{#ALIKE_SHOWN}}<p class="small"><a href="{{ALIKE_URL}}">{{ALIKE_TITLE}}</a></p>
{{/ALIKE_SHOWN}}{{/LISTEN}}</section>
{{/HIDDEN}}{{#TRASH}}<form class="small" method="post" action="{{TRASH_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><button class="button-link" type="submit">[[Mettre à la corbeille]]</button></form>
{{/TRASH}}</aside>
</div>
</div>
[[> layout/bottom.tpl]]
