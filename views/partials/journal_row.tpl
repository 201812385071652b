{{%AUTOESCAPE context="HTML"}}
{{! One row of the public journal. ROW_NUMBER ROW_ISO ROW_DATE ROW_KIND_KIND ROW_KIND_TEXT (chip)
	ROW_TEXT ROW_HASH (whole) ROW_HASH_SHORT   ROW_ABOUT { ROW_ABOUT_URL ROW_ABOUT_NAME } ROW_URL }}
<li class="journal-row" id="acte-{{ROW_NUMBER}}">
<div class="journal-date"><time datetime="{{ROW_ISO}}">{{ROW_DATE}}</time></div>
<div><p class="journal-text"><span class="chip chip-{{ROW_KIND_KIND}}">{{ROW_KIND_TEXT}}</span> {{#ROW_ABOUT}}<a href="{{ROW_ABOUT_URL}}">{{ROW_ABOUT_NAME}}</a> {{/ROW_ABOUT}}<span>{{ROW_TEXT}}</span></p></div>
<div class="hash"><a href="{{ROW_URL}}"><span class="unseen">[[Preuve de l’acte]] </span>{{ROW_NUMBER}} · {{ROW_HASH_SHORT}}</a></div>
</li>
