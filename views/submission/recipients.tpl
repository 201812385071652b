{{%AUTOESCAPE context="HTML"}}
{{! Who received what of a dossier.
	DOSSIER_URL DOSSIER_TITLE   RECIPIENTS_NONE   SHARES { SHARED_URL SHARE_ROWS rows { SHARE_TO SHARE_SAID } }
	RECIPIENTS rows { APPLICATION_URL APPLICATION_CALL APPLICATION_STATE_KIND APPLICATION_STATE_TEXT RECIPIENT_NAME RECIPIENT_WHERE
	    DEPOSITS rows { DEPOSIT_SAID DEPOSIT_URL DEPOSIT_HASH DEPOSIT_READ DEPOSIT_FILES rows { FILE_URL FILE_NAME FILE_META } } } }}
[[> layout/top.tpl]]
<div class="wrap narrow">
<nav class="crumbs" aria-label="[[Fil d’Ariane]]"><ol><li><a href="{{DOSSIER_URL}}">{{DOSSIER_TITLE}}</a></li><li><span aria-current="page">[[Qui a reçu quoi]]</span></li></ol></nav>
<h1>[[Qui a reçu quoi]]</h1>
<p class="lead">[[Chaque dépôt est une copie figée : ce que vous écrivez depuis n’y est pas, et n’est vu qu’après un nouveau dépôt.]]</p>
{{#RECIPIENTS_NONE}}<p class="soft">[[Ce dossier n’a encore été présenté à personne.]]</p>
{{/RECIPIENTS_NONE}}{{#SHARES}}<section class="card section" aria-labelledby="partages">
<h2 id="partages">[[Avec qui vous le partagez]]</h2>
<ul class="lines">
{{#SHARE_ROWS}}<li><strong>{{SHARE_TO}}</strong> {{SHARE_SAID}}</li>
{{/SHARE_ROWS}}</ul>
<p class="small"><a href="{{SHARED_URL}}">[[Arrêter un partage]]</a></p>
</section>
{{/SHARES}}{{#RECIPIENTS}}<section class="card section">
<span class="chip chip-{{APPLICATION_STATE_KIND}}">{{APPLICATION_STATE_TEXT}}</span>
<h2>{{RECIPIENT_NAME}}</h2>
<p><a href="{{APPLICATION_URL}}">{{APPLICATION_CALL}}</a> <span class="soft small">{{RECIPIENT_WHERE}}</span></p>
{{#DEPOSITS}}<h3>{{DEPOSIT_SAID}}</h3>
<p>{{DEPOSIT_READ}}</p>
<ul class="files">
{{#DEPOSIT_FILES}}<li class="file"><a class="file-name" href="{{FILE_URL}}">{{FILE_NAME}}</a> <span class="file-meta">{{FILE_META}}</span></li>
{{/DEPOSIT_FILES}}</ul>
<p class="small"><a href="{{DEPOSIT_URL}}">[[Le contenu exact (JSON)]]</a> <span class="soft">[[empreinte]] <code class="break">{{DEPOSIT_HASH}}</code></span></p>
{{/DEPOSITS}}</section>
{{/RECIPIENTS}}</div>
[[> layout/bottom.tpl]]
