{{%AUTOESCAPE context="HTML"}}
{{! The service's own trail: who changed a right, newest first.
	TRAIL { TRAIL_ROWS { TRAIL_WHEN TRAIL_TEXT } TRAIL_MORE { TRAIL_URL } } }}
{{#TRAIL}}<section class="section" aria-labelledby="s-trace">
<h2 id="s-trace">[[Derniers changements]]</h2>
<ul class="plain-list">
{{#TRAIL_ROWS}}<li><span class="soft small">{{TRAIL_WHEN}}</span> {{TRAIL_TEXT}}</li>
{{/TRAIL_ROWS}}</ul>
{{#TRAIL_MORE}}<p><a href="{{TRAIL_URL}}">[[Plus anciens]]</a></p>
{{/TRAIL_MORE}}</section>
{{/TRAIL}}
