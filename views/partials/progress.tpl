{{%AUTOESCAPE context="HTML"}}
{{! Work that goes on in the background; the reply carries a Refresh header.
	PROGRESS { PROGRESS_TEXT PROGRESS_URL PROGRESS_BAR { PROGRESS_DONE PROGRESS_TOTAL }
	    PROGRESS_UNKNOWN   PROGRESS_LATE { PROGRESS_LATE_TEXT } } }}
{{#PROGRESS}}<section class="notice" role="status">
<p><strong>{{PROGRESS_TEXT}}</strong></p>
{{#PROGRESS_BAR}}<p><progress value="{{PROGRESS_DONE}}" max="{{PROGRESS_TOTAL}}" aria-label="{{PROGRESS_TEXT}}"></progress></p>
{{/PROGRESS_BAR}}{{#PROGRESS_UNKNOWN}}<p><progress aria-label="{{PROGRESS_TEXT}}"></progress></p>
{{/PROGRESS_UNKNOWN}}{{#PROGRESS_LATE}}<p>{{PROGRESS_LATE_TEXT}}</p>
{{/PROGRESS_LATE}}<p class="small soft">[[Cette page s’actualise toute seule ; vous pouvez la quitter, le travail continue.]] <a href="{{PROGRESS_URL}}">[[Actualiser]]</a></p>
</section>
{{/PROGRESS}}
