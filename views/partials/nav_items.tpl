{{%AUTOESCAPE context="HTML"}}
{{! The links of a navigation: NAV_ITEMS rows { ITEM_URL ITEM_NAME ITEM_CURRENT
	ITEM_COUNT { ITEM_COUNT_TEXT "3", ITEM_COUNT_SAID "3 messages non lus" } } }}
<ul>
{{#NAV_ITEMS}}<li><a href="{{ITEM_URL}}"{{#ITEM_CURRENT}} aria-current="page"{{/ITEM_CURRENT}}>{{ITEM_NAME}}{{#ITEM_COUNT}} <span class="count" aria-hidden="true">{{ITEM_COUNT_TEXT}}</span><span class="unseen">({{ITEM_COUNT_SAID}})</span>{{/ITEM_COUNT}}</a></li>
{{/NAV_ITEMS}}</ul>
