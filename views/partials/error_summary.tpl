{{%AUTOESCAPE context="HTML"}}
{{! What must be corrected, at the head of a form that came back.
	ERRORS_SHOWN { ERRORS_TITLE (ngettext)  ERRORS rows { ERROR_HREF "#f-amount" ERROR_LINE } }
	ERROR_HREF is the id of the field's control, "#" first. }}
{{#ERRORS_SHOWN}}<div class="error-summary" role="alert" tabindex="-1" data-focus>
<h2>{{ERRORS_TITLE}}</h2>
<ul>
{{#ERRORS}}<li><a href="{{ERROR_HREF}}">{{ERROR_LINE}}</a></li>
{{/ERRORS}}</ul>
</div>
{{/ERRORS_SHOWN}}
