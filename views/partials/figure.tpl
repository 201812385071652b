{{%AUTOESCAPE context="HTML"}}
{{! A number that counts, inside <ul class="figures"><li class="card figure">.
	FIGURE_VALUE ("4,8 M€", with no-break spaces) FIGURE_LABEL
	FIGURE_LINK { FIGURE_URL FIGURE_LINK_TEXT }
	FIGURE_TREND { FIGURE_TREND_KIND: up down flat   FIGURE_TREND_SENSE: good bad none
	    FIGURE_TREND_TEXT "12 de plus qu’en 2025" } }}
<span class="figure-value">{{FIGURE_VALUE}}</span>
<span class="figure-label">{{FIGURE_LABEL}}</span>
{{#FIGURE_TREND}}<span class="trend trend-{{FIGURE_TREND_KIND}} trend-{{FIGURE_TREND_SENSE}}">{{FIGURE_TREND_TEXT}}</span>
{{/FIGURE_TREND}}{{#FIGURE_LINK}}<a class="small" href="{{FIGURE_URL}}">{{FIGURE_LINK_TEXT}}</a>
{{/FIGURE_LINK}}
