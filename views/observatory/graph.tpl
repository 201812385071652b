{{%AUTOESCAPE context="HTML"}}
{{! Links as a drawing and as a list, all or around one. TABS   GRAPH_ALL
	GRAPH_AROUND { AROUND_TITLE AROUND_ALL_URL AROUND_PAGE { AROUND_URL } }
	FORM_URL FIELDS rows (field.tpl)
	GRAPH_SHOWN { GRAPH_WIDTH GRAPH_HEIGHT GRAPH_SAID GRAPH_HEADS rows { HEAD_X HEAD_NAME }
	EDGES rows { X1 Y1 BEND_X1 BEND_Y1 BEND_X2 BEND_Y2 X2 Y2 EDGE_SAID }
	NODES rows { NODE_LOOK NODE_X NODE_Y NODE_WIDTH NODE_HEIGHT NODE_CORNER NODE_TITLE NODE_URL
	NODE_LINES rows { NODE_TEXT_X NODE_TEXT_Y NODE_NAME } }
	GRAPH_MORE { GRAPH_MORE_TEXT }
	RELATIONS rows { RELATION_NAME RELATION_COUNT LINKS rows { LINK_FROM LINK_FROM_URL LINK_WORD LINK_TO LINK_TO_URL } } }
	EMPTY }}
[[> layout/top.tpl]]
<div class="wrap">
{{#GRAPH_ALL}}<div class="hero">
<h1>[[Les liens du territoire]]</h1>
<p class="lead">[[Qui porte quoi, qui s’en sert, où cela se trouve, qui l’anime, qui soutient. Chaque lien a l’accord des deux côtés ; seules les personnes qui l’ont voulu y sont nommées.]]</p>
</div>
{{/GRAPH_ALL}}{{#GRAPH_AROUND}}<div class="hero">
<h1>[[Autour de « {{AROUND_TITLE}} »]]</h1>
<p>{{#AROUND_PAGE}}<a href="{{AROUND_URL}}">[[Voir sa page]]</a> · {{/AROUND_PAGE}}<a href="{{AROUND_ALL_URL}}">[[Tous les liens du territoire]]</a></p>
</div>
{{/GRAPH_AROUND}}
[[> partials/tabs.tpl]]
<form class="form graph-form" action="{{FORM_URL}}">
{{#FIELDS}}
[[> partials/field.tpl]]
{{/FIELDS}}
<button class="button button-plain" type="submit">[[Voir]]</button>
</form>
[[> partials/empty.tpl]]
{{#GRAPH_SHOWN}}<figure class="scroll graph-frame" role="region" tabindex="0" aria-label="[[Dessin des liens]]">
<svg class="graph" width="{{GRAPH_WIDTH}}" height="{{GRAPH_HEIGHT}}" viewBox="0 0 {{GRAPH_WIDTH}} {{GRAPH_HEIGHT}}" role="group" aria-labelledby="dessin">
<title id="dessin">{{GRAPH_SAID}}</title>
{{#GRAPH_HEADS}}<text class="graph-head" x="{{HEAD_X}}" y="20">{{HEAD_NAME}}</text>
{{/GRAPH_HEADS}}{{#EDGES}}<path class="graph-edge" d="M{{X1}} {{Y1}}C{{BEND_X1}} {{BEND_Y1}} {{BEND_X2}} {{BEND_Y2}} {{X2}} {{Y2}}"><title>{{EDGE_SAID}}</title></path>
{{/EDGES}}{{#NODES}}<g class="graph-node graph-{{NODE_LOOK}}"><a href="{{NODE_URL}}"><title>{{NODE_TITLE}}</title><rect x="{{NODE_X}}" y="{{NODE_Y}}" width="{{NODE_WIDTH}}" height="{{NODE_HEIGHT}}" rx="{{NODE_CORNER}}"/>{{#NODE_LINES}}<text x="{{NODE_TEXT_X}}" y="{{NODE_TEXT_Y}}">{{NODE_NAME}}</text>{{/NODE_LINES}}</a></g>
{{/NODES}}</svg>
</figure>
<p class="small soft">[[Choisissez une fiche du dessin pour voir ce qui l’entoure.]]{{#GRAPH_MORE}} {{GRAPH_MORE_TEXT}}{{/GRAPH_MORE}}</p>
<section class="section" aria-labelledby="liste"><h2 id="liste">[[Les mêmes liens, en liste]]</h2>
{{#RELATIONS}}<h3>{{RELATION_NAME}} <span class="soft">{{RELATION_COUNT}}</span></h3>
<ul class="lines">
{{#LINKS}}<li><a href="{{LINK_FROM_URL}}">{{LINK_FROM}}</a> {{LINK_WORD}} <a href="{{LINK_TO_URL}}">{{LINK_TO}}</a></li>
{{/LINKS}}</ul>
{{/RELATIONS}}</section>
{{/GRAPH_SHOWN}}</div>
[[> layout/bottom.tpl]]
