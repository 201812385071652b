{{%AUTOESCAPE context="HTML"}}
{{! One thing that asks to be shown. breadcrumb.tpl   MODERATED_TITLE _KIND _SUMMARY _WHO _BODY _WAITS
	FLOW_REASON { FLOW_REASON_TEXT }   TERMS rows   ANSWER { FORM_URL FIELDS rows }   ERRORS_SHOWN   MODERATED_ASKED   SHOWN { PUBLIC_URL }
	ALIKE_SHOWN { ALIKE rows { ALIKE_URL ALIKE_TITLE ALIKE_WHO ALIKE_WHY ALIKE_MERGE { MERGE_URL ALIKE_ID } } } }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<div class="aside-page">
<div>
<span class="chip chip-wait">{{MODERATED_KIND}}</span>
<h1>{{MODERATED_TITLE}}</h1>
<p class="lead">{{MODERATED_SUMMARY}}</p>
<p class="soft">{{MODERATED_WHO}}</p>
{{#SHOWN}}<p><a href="{{PUBLIC_URL}}">[[Voir sa page publique]]</a></p>
{{/SHOWN}}
[[> partials/error_summary.tpl]]
{{#FLOW_REASON}}<section class="notice" aria-labelledby="avant"><h2 id="avant">[[Ce que nous avions demandé]]</h2><p class="pre-line">{{FLOW_REASON_TEXT:p}}</p></section>
{{/FLOW_REASON}}<section class="section" aria-labelledby="texte">
<h2 id="texte">[[Ce que tout le monde lit une fois publié]]</h2>
<p class="prose pre-line">{{MODERATED_BODY:p}}</p>
[[> partials/terms.tpl]]
</section>
{{#ANSWER}}<section class="section" aria-labelledby="reponse">
<h2 id="reponse">[[Répondre]]</h2>
<form class="form" method="post" action="{{FORM_URL}}" novalidate>
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
<p class="acts"><button class="button" type="submit">[[Envoyer la réponse]]</button></p>
</form>
</section>
{{/ANSWER}}</div>
<aside class="side" aria-label="[[Repères]]">
{{#MODERATED_ASKED}}<section class="card" aria-labelledby="depuis"><h2 id="depuis">[[Demandé le]]</h2><p>{{MODERATED_WAITS}}</p></section>
{{/MODERATED_ASKED}}{{#ALIKE_SHOWN}}<section class="card" aria-labelledby="proches">
<h2 id="proches">[[Peut-être déjà là]]</h2>
<ul class="lines">
{{#ALIKE}}<li><a href="{{ALIKE_URL}}">{{ALIKE_TITLE}}</a> <span class="soft small">{{ALIKE_WHO}}</span><br><span class="small">{{ALIKE_WHY}}</span>
{{#ALIKE_MERGE}}<form method="post" action="{{MERGE_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="vers" value="{{ALIKE_ID}}"><button class="button-link small" type="submit">[[Proposer aux deux porteurs de les réunir]]<span class="unseen"> : {{ALIKE_TITLE}}</span></button></form>
{{/ALIKE_MERGE}}</li>
{{/ALIKE}}</ul>
</section>
{{/ALIKE_SHOWN}}</aside>
</div>
</div>
[[> layout/bottom.tpl]]
