{{%AUTOESCAPE context="HTML"}}
{{! Around an element: where it points, links, needs, offers, people.
	MERGED { MERGED_URL MERGED_TITLE }   GATHERED_SHOWN { GATHERED rows { GATHERED_URL GATHERED_TITLE } }
	NEEDS_SHOWN { NEED_LINES rows { NEED_LINE_TONE NEED_LINE_SIDE NEED_LINE_NAME NEED_LINE_DETAIL } NEED_TAGS { NEED_TAGS_TEXT } }
	MATCHES_SHOWN { MATCHES rows { MATCH_URL MATCH_TITLE MATCH_SAID MATCH_WHY { MATCH_WHY_TEXT } } }
	LINKS_SHOWN { LINKS rows { LINK_FROM LINK_FROM_URL LINK_WORD LINK_TO LINK_TO_URL } }   GRAPH_URL
	BACK_URL BACK_SUPPORTS BACK_CONTRIBUTIONS BACK_NAMES { BACK_NAMES_TEXT } }}
{{#MERGED}}<section class="notice" aria-labelledby="rejoint"><h2 id="rejoint">[[Ce projet a rejoint un autre]]</h2><p>[[Leurs porteurs ont réuni les deux pages :]] <a href="{{MERGED_URL}}">{{MERGED_TITLE}}</a></p></section>
{{/MERGED}}{{#GATHERED_SHOWN}}<section class="section" aria-labelledby="reunis"><h2 id="reunis">[[Réunit aussi]]</h2><ul>
{{#GATHERED}}<li><a href="{{GATHERED_URL}}">{{GATHERED_TITLE}}</a></li>
{{/GATHERED}}</ul></section>
{{/GATHERED_SHOWN}}{{#NEEDS_SHOWN}}<section class="section" aria-labelledby="besoins"><h2 id="besoins">[[Ce qu’il cherche, ce qu’il offre]]</h2><ul class="plain-list needs">
{{#NEED_LINES}}<li><span class="chip chip-{{NEED_LINE_TONE}}">{{NEED_LINE_SIDE}}</span> <strong>{{NEED_LINE_NAME}}</strong> <span class="soft">{{NEED_LINE_DETAIL}}</span></li>
{{/NEED_LINES}}</ul>{{#NEED_TAGS}}<p class="small soft">{{NEED_TAGS_TEXT}}</p>{{/NEED_TAGS}}</section>
{{/NEEDS_SHOWN}}{{#MATCHES_SHOWN}}<section class="section" aria-labelledby="rencontres"><h2 id="rencontres">[[Ils pourraient s’entraider]]</h2><ul class="lines">
{{#MATCHES}}<li><a href="{{MATCH_URL}}">{{MATCH_TITLE}}</a> <span class="small soft">{{MATCH_SAID}}</span>{{#MATCH_WHY}} <span class="chip chip-info">{{MATCH_WHY_TEXT}}</span>{{/MATCH_WHY}}</li>
{{/MATCHES}}</ul></section>
{{/MATCHES_SHOWN}}{{#LINKS_SHOWN}}<section class="section" aria-labelledby="liens"><h2 id="liens">[[Ses liens]]</h2><ul class="lines">
{{#LINKS}}<li><a href="{{LINK_FROM_URL}}">{{LINK_FROM}}</a> {{LINK_WORD}} <a href="{{LINK_TO_URL}}">{{LINK_TO}}</a></li>
{{/LINKS}}</ul><p class="small"><a href="{{GRAPH_URL}}">[[Voir ce qui l’entoure]]</a></p></section>
{{/LINKS_SHOWN}}<section class="section" aria-labelledby="gens"><h2 id="gens">[[Avec les habitants]]</h2>
<p>{{BACK_SUPPORTS}} · {{BACK_CONTRIBUTIONS}}</p>
{{#BACK_NAMES}}<p class="small soft">{{BACK_NAMES_TEXT}}</p>
{{/BACK_NAMES}}<p class="acts"><a class="button button-plain" href="{{BACK_URL}}">[[Je soutiens, je contribue]]</a></p>
</section>
