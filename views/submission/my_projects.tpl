{{%AUTOESCAPE context="HTML"}}
{{! The projects of the person signed in.
	MINE_SHOWN { MINE rows { MINE_URL MINE_TITLE MINE_PLACE MINE_STATE_KIND MINE_STATE_TEXT
	    MINE_EXPECTED (what is expected of me, by when)   MINE_WHO (who answers)
	    MINE_ACT { MINE_ACT_URL MINE_ACT_TEXT }   MINE_PROGRESS { MINE_PERCENT MINE_ANSWERED }
	    MINE_APPLICATIONS_SHOWN { MINE_APPLICATIONS rows { APPLICATION_URL APPLICATION_CALL APPLICATION_STATE_KIND APPLICATION_STATE_TEXT APPLICATION_SAID } REUSE { REUSE_SAID REUSE_PERCENT } } } }
	EMPTY   NEW_URL   pager.tpl markers   OTHERS { SPACE_ROWS rows { SPACE_URL SPACE_NAME SPACE_SAID } } }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="browse-head"><h1>[[Mes projets]]</h1> <a class="button button-plain" href="{{NEW_URL}}">[[Déposer un projet]]</a></div>
[[> partials/empty.tpl]]
{{#MINE_SHOWN}}<ul class="call-list">
{{#MINE}}<li class="card mine">
<div class="mine-head">
<span class="chip chip-{{MINE_STATE_KIND}}">{{MINE_STATE_TEXT}}</span>
<h2><a href="{{MINE_URL}}">{{MINE_TITLE}}</a></h2>
<p class="soft small">{{MINE_PLACE}}</p>
</div>
<div class="mine-next">
<h3 class="facet-name">[[Ce qui est attendu de vous]]</h3>
<p>{{MINE_EXPECTED}}</p>
{{#MINE_ACT}}<p><a class="button button-plain button-small" href="{{MINE_ACT_URL}}">{{MINE_ACT_TEXT}}<span class="unseen"> : {{MINE_TITLE}}</span></a></p>
{{/MINE_ACT}}<p class="soft small">{{MINE_WHO}}</p>
</div>
<div class="mine-far">
{{#MINE_PROGRESS}}<p class="small"><strong>{{MINE_ANSWERED}}</strong></p>
<progress value="{{MINE_PERCENT}}" max="100" aria-label="[[Réponses déjà données]]"></progress>
{{/MINE_PROGRESS}}{{#MINE_APPLICATIONS_SHOWN}}<div class="stacks"><table class="table-dense">
<caption class="unseen">[[Où ce projet a été présenté]]</caption>
<thead><tr><th scope="col">[[Appel]]</th><th scope="col">[[État]]</th></tr></thead>
<tbody>
{{#MINE_APPLICATIONS}}<tr><th scope="row"><a href="{{APPLICATION_URL}}">{{APPLICATION_CALL}}</a></th><td><span class="chip chip-{{APPLICATION_STATE_KIND}}">{{APPLICATION_STATE_TEXT}}</span> <span class="small soft">{{APPLICATION_SAID}}</span></td></tr>
{{/MINE_APPLICATIONS}}</tbody>
</table></div>
{{#REUSE}}<div class="reused">
<p>{{REUSE_SAID}}</p>
<progress value="{{REUSE_PERCENT}}" max="100" aria-label="[[Réponses reprises de votre dossier]]"></progress>
</div>
{{/REUSE}}{{/MINE_APPLICATIONS_SHOWN}}</div>
</li>
{{/MINE}}</ul>
{{/MINE_SHOWN}}
{{#PAGED}}
[[> partials/pager.tpl]]
{{/PAGED}}
{{#OTHERS}}<section class="section" aria-labelledby="ailleurs">
<h2 id="ailleurs">[[Vos projets sur d’autres plateformes]]</h2>
<p class="soft">[[Ils se présentent aussi aux appels d’ici, sans rien retaper : ouvrez-les, puis « Présenter à un appel ».]]</p>
<ul class="plain-list">
{{#SPACE_ROWS}}<li><a href="{{SPACE_URL}}">{{SPACE_NAME}}</a> <span class="soft small">{{SPACE_SAID}}</span></li>
{{/SPACE_ROWS}}</ul>
</section>
{{/OTHERS}}</div>
[[> layout/bottom.tpl]]
