{{%AUTOESCAPE context="HTML"}}
{{! What may be done with an application, and the end of the two panes.
	WORK_ACTS_SHOWN WORK_ACTS_STILL (not over the form of the page)   WORK_ACTS rows, each with one of
	ACT_LINK { ACT_URL ACT_TEXT ACT_PLAIN }   ACT_QUIET { ACT_URL ACT_TEXT }   ACT_FORM { FORM_URL CSRF_TOKEN REVISION FILTER ACT_TEXT ACT_PLAIN } }}
{{#WORK_ACTS_SHOWN}}<div class="acts acts-ruled work-acts{{#WORK_ACTS_STILL}} work-acts-still{{/WORK_ACTS_STILL}}">
{{#WORK_ACTS}}{{#ACT_LINK}}<a class="button{{#ACT_PLAIN}} button-plain{{/ACT_PLAIN}}" href="{{ACT_URL}}">{{ACT_TEXT}}</a>
{{/ACT_LINK}}{{#ACT_QUIET}}<a class="small" href="{{ACT_URL}}">{{ACT_TEXT}}</a>
{{/ACT_QUIET}}{{#ACT_FORM}}<form method="post" action="{{FORM_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="revision" value="{{REVISION}}"><input type="hidden" name="filtre" value="{{FILTER}}"><button class="button{{#ACT_PLAIN}} button-plain{{/ACT_PLAIN}}" type="submit">{{ACT_TEXT}}</button></form>
{{/ACT_FORM}}{{/WORK_ACTS}}</div>
{{/WORK_ACTS_SHOWN}}</article>
</div>
