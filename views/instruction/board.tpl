{{%AUTOESCAPE context="HTML"}}
{{! The private board. breadcrumb.tpl tabs.tpl LISTENING_NAME LISTENING_SAID ERRORS_SHOWN BOARD_URL COLUMN_URL SELECT_URL
	selection.tpl COLUMN_MORE COLUMN_TYPED EMPTY   COLUMNS rows { COLUMN_ID COLUMN_NAME COLUMN_WRITTEN COLUMN_COUNT COLUMN_LEFT COLUMN_RIGHT COLUMN_EMPTY
	    BOARD_CARDS rows { FOUND_ID FOUND_URL FOUND_TITLE FOUND_WHO FOUND_MATURITY FOUND_THEME CARD_CHOICE CARD_LABELS { LABELS rows { LABELS_TEXT } }
		CARD_NOTES { CARD_NOTES_TEXT } CARD_SHOWN CARD_GONE CARD_UP CARD_DOWN COLUMN_OPTIONS rows } } }}
[[> layout/top.tpl]]
<div class="wrap wide">
[[> partials/breadcrumb.tpl]]
<h1>{{LISTENING_NAME}}</h1>
<p class="soft">[[Ce tableau n’est vu que de votre équipe.]]</p>
[[> partials/tabs.tpl]]
[[> partials/error_summary.tpl]]
[[> partials/empty.tpl]]
<div class="board" data-board="{{BOARD_URL}}" data-csrf="{{CSRF_TOKEN}}">
{{#COLUMNS}}<section class="board-column" aria-labelledby="colonne-{{COLUMN_ID}}" data-column="{{COLUMN_ID}}">
<h2 class="h3" id="colonne-{{COLUMN_ID}}">{{COLUMN_NAME}} <span class="soft">{{COLUMN_COUNT}}</span></h2>
<ol class="board-cards" data-cards>
{{#BOARD_CARDS}}<li class="card board-card" id="carte-{{FOUND_ID}}" data-card="{{FOUND_ID}}">
<p class="small">{{#CARD_CHOICE}}<label class="choice-bare"><input type="checkbox" name="projet" value="{{FOUND_ID}}" form="selection"><span class="unseen">[[Choisir]] {{FOUND_TITLE}}</span></label> {{/CARD_CHOICE}}{{#CARD_SHOWN}}<span class="chip chip-neutral">{{FOUND_MATURITY}}</span>{{/CARD_SHOWN}}{{#CARD_GONE}}<span class="chip chip-wait">[[retiré du public]]</span>{{/CARD_GONE}}</p>
<h3><a href="{{FOUND_URL}}">{{FOUND_TITLE}}</a></h3>
{{#CARD_SHOWN}}<p class="small soft">{{FOUND_WHO}} · {{FOUND_THEME}}</p>{{/CARD_SHOWN}}
{{#CARD_LABELS}}<p class="small">{{#LABELS}}<span class="chip chip-info">{{LABELS_TEXT}}</span> {{/LABELS}}</p>
{{/CARD_LABELS}}{{#CARD_NOTES}}<p class="small"><a href="{{FOUND_URL}}#notes">{{CARD_NOTES_TEXT}}</a></p>
{{/CARD_NOTES}}<form class="board-moves" method="post" action="{{BOARD_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="projet" value="{{FOUND_ID}}">{{#CARD_UP}}<button class="button button-plain button-small" type="submit" name="acte" value="monter"><span aria-hidden="true">↑</span><span class="unseen">[[Monter]] : {{FOUND_TITLE}}</span></button> {{/CARD_UP}}{{#CARD_DOWN}}<button class="button button-plain button-small" type="submit" name="acte" value="descendre"><span aria-hidden="true">↓</span><span class="unseen">[[Descendre]] : {{FOUND_TITLE}}</span></button> {{/CARD_DOWN}}<label class="unseen" for="vers-{{FOUND_ID}}">[[Colonne de]] {{FOUND_TITLE}}</label><select id="vers-{{FOUND_ID}}" name="colonne">
{{#COLUMN_OPTIONS}}<option value="{{OPTION_VALUE}}"{{#OPTION_CHOSEN}} selected{{/OPTION_CHOSEN}}>{{OPTION_TEXT}}</option>
{{/COLUMN_OPTIONS}}</select> <button class="button button-plain button-small" type="submit" name="acte" value="deplacer">[[Déplacer]]<span class="unseen"> : {{FOUND_TITLE}}</span></button> <button class="button-link small" type="submit" name="acte" value="retirer">[[Retirer]]<span class="unseen"> : {{FOUND_TITLE}}</span></button></form>
</li>
{{/BOARD_CARDS}}</ol>
<details class="small"><summary>[[Cette colonne]]<span class="unseen"> : {{COLUMN_NAME}}</span></summary>
<form class="board-moves" method="post" action="{{COLUMN_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="colonne" value="{{COLUMN_ID}}"><label class="unseen" for="nom-{{COLUMN_ID}}">[[Nom de la colonne]] {{COLUMN_NAME}}</label><input id="nom-{{COLUMN_ID}}" type="text" name="nom" value="{{COLUMN_WRITTEN}}"> <button class="button button-plain button-small" type="submit" name="acte" value="renommer">[[Renommer]]</button>{{#COLUMN_LEFT}} <button class="button button-plain button-small" type="submit" name="acte" value="gauche">[[Vers la gauche]]</button>{{/COLUMN_LEFT}}{{#COLUMN_RIGHT}} <button class="button button-plain button-small" type="submit" name="acte" value="droite">[[Vers la droite]]</button>{{/COLUMN_RIGHT}}{{#COLUMN_EMPTY}} <button class="button-link" type="submit" name="acte" value="supprimer">[[Supprimer]]</button>{{/COLUMN_EMPTY}}</form></details>
</section>
{{/COLUMNS}}</div>
{{#COLUMN_MORE}}<form class="cluster board-new" method="post" action="{{COLUMN_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><label for="f-nom">[[Nouvelle colonne]]</label> <input id="f-nom" type="text" name="nom" value="{{COLUMN_TYPED}}"> <button class="button button-plain button-small" type="submit" name="acte" value="ajouter">[[Ajouter]]</button></form>
{{/COLUMN_MORE}}<form id="selection" method="post" action="{{SELECT_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
[[> partials/selection.tpl]]
</form>
</div>
[[> layout/bottom.tpl]]
