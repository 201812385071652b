{{%AUTOESCAPE context="HTML"}}
{{! Tabs are links, one page each. TABS_NAME
	TABS rows { TAB_URL TAB_NAME TAB_CURRENT TAB_COUNT { TAB_COUNT_TEXT } } }}
<nav class="tabs" aria-label="{{TABS_NAME}}">
<ul>
{{#TABS}}<li><a href="{{TAB_URL}}"{{#TAB_CURRENT}} aria-current="page"{{/TAB_CURRENT}}>{{TAB_NAME}}{{#TAB_COUNT}} <span>{{TAB_COUNT_TEXT}}</span>{{/TAB_COUNT}}</a></li>
{{/TABS}}</ul>
</nav>
