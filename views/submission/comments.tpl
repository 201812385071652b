{{%AUTOESCAPE context="HTML"}}
{{! The comments of the team of a dossier.
	DOSSIER_URL DOSSIER_TITLE   COMMENTS_NONE
	COMMENT_THREADS rows { COMMENT_ABOUT COMMENT_WHERE { COMMENT_URL } COMMENT_ID COMMENT_AUTHOR COMMENT_ISO COMMENT_DATE COMMENT_BODY
	    COMMENT_REPLIES rows { COMMENT_ID COMMENT_AUTHOR COMMENT_ISO COMMENT_DATE COMMENT_BODY }
	    COMMENT_OPEN { COMMENTS_URL } or COMMENT_SETTLED }
	COMMENT_NEW { COMMENTS_URL COMMENT_KEY COMMENT_THREAD COMMENT_ABOUT COMMENT_WHERE { COMMENT_URL } COMMENT_TYPED COMMENT_ERROR { COMMENT_ERROR_TEXT } } }}
[[> layout/top.tpl]]
<div class="wrap narrow">
<nav class="crumbs" aria-label="[[Fil d’Ariane]]"><ol><li><a href="{{DOSSIER_URL}}">{{DOSSIER_TITLE}}</a></li><li><span aria-current="page">[[Commentaires]]</span></li></ol></nav>
<h1>[[Commentaires de l’équipe]]</h1>
<p class="lead">[[Seules les personnes de ce dossier les lisent. Ils ne sont jamais présentés à un appel.]]</p>
{{#COMMENTS_NONE}}<p class="soft">[[Personne n’a encore commenté ce dossier.]]</p>
{{/COMMENTS_NONE}}{{#COMMENT_THREADS}}<section class="card section" id="fil-{{COMMENT_ID}}" aria-labelledby="titre-{{COMMENT_ID}}">
<h2 id="titre-{{COMMENT_ID}}">{{#COMMENT_WHERE}}<a href="{{COMMENT_URL}}">{{/COMMENT_WHERE}}{{COMMENT_ABOUT}}{{#COMMENT_WHERE}}</a>{{/COMMENT_WHERE}}</h2>
<p class="soft small"><strong>{{COMMENT_AUTHOR}}</strong>, <time datetime="{{COMMENT_ISO}}">{{COMMENT_DATE}}</time></p>
<p class="pre-line">{{COMMENT_BODY:p}}</p>
<ul class="plain-list">
{{#COMMENT_REPLIES}}<li id="fil-{{COMMENT_ID}}"><p class="soft small"><strong>{{COMMENT_AUTHOR}}</strong>, <time datetime="{{COMMENT_ISO}}">{{COMMENT_DATE}}</time></p><p class="pre-line">{{COMMENT_BODY:p}}</p></li>
{{/COMMENT_REPLIES}}</ul>
{{#COMMENT_SETTLED}}<p><span class="chip chip-ok">[[réglé]]</span></p>
{{/COMMENT_SETTLED}}{{#COMMENT_OPEN}}<form class="form" method="post" action="{{COMMENTS_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="fil" value="{{COMMENT_ID}}">
<label class="field-label" for="reponse-{{COMMENT_ID}}">[[Votre réponse]]</label>
<textarea id="reponse-{{COMMENT_ID}}" name="texte" rows="2" maxlength="4000"></textarea>
<div class="acts"><button class="button button-plain button-small" type="submit">[[Répondre]]</button> <button class="button-link small" type="submit" name="regle" value="{{COMMENT_ID}}">[[C’est réglé]]</button></div>
</form>
{{/COMMENT_OPEN}}</section>
{{/COMMENT_THREADS}}{{#COMMENT_NEW}}<section class="section" id="nouveau" aria-labelledby="nouveau-titre">
<h2 id="nouveau-titre">[[Nouveau commentaire]]</h2>
<form class="form" method="post" action="{{COMMENTS_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<input type="hidden" name="question" value="{{COMMENT_KEY}}">
<input type="hidden" name="fil" value="{{COMMENT_THREAD}}">
<div class="field{{#COMMENT_ERROR}} field-wrong{{/COMMENT_ERROR}}">
<label class="field-label" for="texte">{{COMMENT_ABOUT}}</label>
<p class="hint">[[Pour commenter une question, partez de la page « Relire votre dossier ».]]</p>
{{#COMMENT_ERROR}}<p class="error" id="texte-erreur">{{COMMENT_ERROR_TEXT}}</p>
{{/COMMENT_ERROR}}<textarea id="texte" name="texte" rows="4" maxlength="4000"{{#COMMENT_ERROR}} aria-invalid="true" aria-describedby="texte-erreur"{{/COMMENT_ERROR}}>{{COMMENT_TYPED:p}}</textarea>
</div>
<button class="button" type="submit">[[Commenter]]</button>
</form>
</section>
{{/COMMENT_NEW}}</div>
[[> layout/bottom.tpl]]
