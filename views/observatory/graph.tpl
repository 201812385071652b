{{%AUTOESCAPE context="HTML"}}
{{! Links as a drawing and as a list. TABS   GRAPH_SHOWN { GRAPH_WIDTH GRAPH_HEIGHT GRAPH_SAID
	GRAPH_HEADS rows { HEAD_X HEAD_NAME }   EDGES rows { X1 Y1 X2 Y2 EDGE_SAID }
	NODES rows { NODE_X NODE_Y NODE_TEXT_X NODE_TEXT_Y NODE_NAME NODE_TITLE NODE_PAGE { NODE_URL } } }
	LINKS rows as in around.tpl   GRAPH_MORE { GRAPH_MORE_TEXT }   EMPTY }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="hero">
<h1>[[Les liens du territoire]]</h1>
<p class="lead">[[Qui utilise quoi, qui documente quoi, où cela se trouve, qui l’anime : chaque lien a l’accord des deux côtés.]]</p>
</div>
[[> partials/tabs.tpl]]
[[> partials/empty.tpl]]
{{#GRAPH_SHOWN}}<figure class="scroll" role="region" tabindex="0" aria-label="[[Dessin des liens]]">
<svg class="graph" viewBox="0 0 {{GRAPH_WIDTH}} {{GRAPH_HEIGHT}}" role="group" aria-labelledby="dessin">
<title id="dessin">{{GRAPH_SAID}}</title>
{{#GRAPH_HEADS}}<text class="graph-head" x="{{HEAD_X}}" y="20">{{HEAD_NAME}}</text>
{{/GRAPH_HEADS}}{{#EDGES}}<line class="graph-edge" x1="{{X1}}" y1="{{Y1}}" x2="{{X2}}" y2="{{Y2}}"><title>{{EDGE_SAID}}</title></line>
{{/EDGES}}{{#NODES}}<g class="graph-node">{{#NODE_PAGE}}<a href="{{NODE_URL}}">{{/NODE_PAGE}}<title>{{NODE_TITLE}}</title><rect x="{{NODE_X}}" y="{{NODE_Y}}" width="196" height="30" rx="6"/><text x="{{NODE_TEXT_X}}" y="{{NODE_TEXT_Y}}">{{NODE_NAME}}</text>{{#NODE_PAGE}}</a>{{/NODE_PAGE}}</g>
{{/NODES}}</svg>
</figure>
{{#GRAPH_MORE}}<p class="small soft">{{GRAPH_MORE_TEXT}}</p>
{{/GRAPH_MORE}}<section class="section" aria-labelledby="liste"><h2 id="liste">[[Les mêmes liens, en liste]]</h2>
<ul class="lines">
{{#LINKS}}<li><a href="{{LINK_FROM_URL}}">{{LINK_FROM}}</a> {{LINK_WORD}} {{#LINK_TO_PAGE}}<a href="{{LINK_TO_URL}}">{{/LINK_TO_PAGE}}{{LINK_TO}}{{#LINK_TO_PAGE}}</a>{{/LINK_TO_PAGE}}</li>
{{/LINKS}}</ul>
</section>
{{/GRAPH_SHOWN}}</div>
[[> layout/bottom.tpl]]
