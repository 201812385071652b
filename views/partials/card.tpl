{{%AUTOESCAPE context="HTML"}}
{{! Card of a project, inside <ul class="project-list"><li>.
	CARD_URL CARD_TITLE CARD_SUMMARY CARD_HOLDER CARD_PLACE
	CARD_STATE_KIND (neutral wait ok refuse info) CARD_STATE_TEXT
	CARD_LOOK (the palette number of the theme) CARD_THEME
	CARD_PICTURE { CARD_PICTURE_URL } covers the drawn motif; the title beside it says
	    what it shows, so its alt is empty (PICTURE_THUMB_WIDTH × HEIGHT)
	CARD_MONEY { CARD_MONEY_PERCENT (0-100) CARD_MONEY_SUM "38 400 € sur 52 000 €"
	    CARD_MONEY_SAID "réunis sur le plan de financement" } }}
<article class="project-card look-{{CARD_LOOK}}">
<div class="panel">{{#CARD_PICTURE}}<img src="{{CARD_PICTURE_URL}}" alt="" width="480" height="320" loading="lazy" decoding="async">{{/CARD_PICTURE}}<span class="panel-words">{{CARD_THEME}}</span></div>
<div class="project-card-text">
<div class="project-card-top"><span class="chip chip-{{CARD_STATE_KIND}}">{{CARD_STATE_TEXT}}</span> <span>{{CARD_PLACE}}</span></div>
<h3 class="project-card-title"><a href="{{CARD_URL}}">{{CARD_TITLE}}</a></h3>
<p class="project-card-summary">{{CARD_SUMMARY}}</p>
<p class="project-card-holder">{{CARD_HOLDER}}</p>
{{#CARD_MONEY}}<div class="project-card-money"><progress value="{{CARD_MONEY_PERCENT}}" max="100" aria-hidden="true"></progress><strong class="nowrap">{{CARD_MONEY_SUM}}</strong> {{CARD_MONEY_SAID}}</div>
{{/CARD_MONEY}}</div>
</article>
