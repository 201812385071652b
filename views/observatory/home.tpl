{{%AUTOESCAPE context="HTML"}}
{{! Home of a platform.
	HOME_TITLE HOME_LEAD SEARCH_URL DEPOSIT_URL
	FIGURES rows (figure.tpl)   MAP markers (map_drawn.tpl) MAP_URL
	HOME_STEPS rows { HOME_STEP_NAME HOME_STEP_TEXT }
	CALLS_SHOWN { CALLS rows (call_card.tpl) CALLS_URL }
	CARDS_SHOWN { CARDS rows (card.tpl) } PROJECTS_URL
	HOME_ACTS { EVENTS rows (timeline.tpl): the last public acts   JOURNAL_URL VERIFY_URL DATA_URL } }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="home-hero">
<div>
<h1>{{HOME_TITLE}}</h1>
<p class="lead">{{HOME_LEAD}}</p>
<form class="search" action="{{SEARCH_URL}}" role="search">
<label class="unseen" for="q">[[Chercher un projet, un lieu, un thème]]</label>
<input type="search" id="q" name="q">
<button class="button" type="submit">[[Chercher]]</button>
</form>
<p class="acts"><a class="button button-plain" href="{{DEPOSIT_URL}}">[[Déposer un projet]]</a> <a href="{{PROJECTS_URL}}">[[Voir tous les projets]]</a></p>
</div>
{{#HOME_MAP}}<div>
<div class="map">
[[> partials/map_drawn.tpl]]
</div>
<p class="map-caption">[[La taille dit le montant, la couleur le thème.]] <a href="{{MAP_URL}}">[[Ouvrir la carte]]</a></p>
</div>
{{/HOME_MAP}}</div>
[[> partials/figures.tpl]]
{{#CARDS_SHOWN}}<section class="section" aria-labelledby="recents">
<div class="browse-head"><h2 id="recents">[[Ce qui avance en ce moment]]</h2> <a href="{{PROJECTS_URL}}">[[Tous les projets]]</a></div>
<ul class="project-list project-list-wide">
{{#CARDS}}<li>
[[> partials/card.tpl]]
</li>
{{/CARDS}}</ul>
</section>
{{/CARDS_SHOWN}}
[[> partials/empty.tpl]]
{{#CALLS_SHOWN}}<section class="section" aria-labelledby="appels">
<div class="browse-head"><h2 id="appels">[[Appels ouverts]]</h2> <a href="{{CALLS_URL}}">[[Tous les appels]]</a></div>
<ul class="call-list">
{{#CALLS}}<li>
[[> partials/call_card.tpl]]
</li>
{{/CALLS}}</ul>
</section>
{{/CALLS_SHOWN}}<section class="section" aria-labelledby="comment">
<h2 id="comment">[[Un seul dépôt, tous les financeurs]]</h2>
<ol class="steps-list">
{{#HOME_STEPS}}<li><h3>{{HOME_STEP_NAME}}</h3><p>{{HOME_STEP_TEXT}}</p></li>
{{/HOME_STEPS}}</ol>
</section>
{{#HOME_ACTS}}<section class="section" aria-labelledby="actes">
<div class="browse-head"><h2 id="actes">[[Les derniers actes publics]]</h2> <a href="{{JOURNAL_URL}}">[[Tout le journal]]</a></div>
<div class="home-acts">
[[> partials/timeline.tpl]]
<div class="card">
<h3>[[Rien ne se réécrit]]</h3>
<p>[[Chaque dépôt, chaque décision, chaque versement est inscrit dans un journal public. Changer un seul acte se verrait : vous pouvez le vérifier vous-même.]]</p>
<p><a href="{{VERIFY_URL}}">[[Vérifier le journal]]</a></p>
<p><a href="{{DATA_URL}}">[[Reprendre les données ouvertes]]</a></p>
</div>
</div>
</section>
{{/HOME_ACTS}}</div>
[[> layout/bottom.tpl]]
