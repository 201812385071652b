{{%AUTOESCAPE context="HTML"}}
{{! The list of the left pane. TABS markers (tabs.tpl): states with their counts
	QUEUE_URL QUEUE_SEARCH QUEUE_STATE   QUEUE_NARROWED when a filter is chosen
	QUEUE_SORTS QUEUE_CALLS QUEUE_AGENTS QUEUE_THEMES rows { SORT_VALUE SORT_NAME SORT_CHOSEN }
	QUEUE_AMOUNT_HEAD QUEUE_WAITS_HEAD
	QUEUE rows { QUEUE_ITEM_URL QUEUE_TITLE QUEUE_WHO QUEUE_AMOUNT QUEUE_WAITS "12 j" QUEUE_WAITS_SAID "12 jours"
	    QUEUE_NEWS { QUEUE_NEWS_KIND QUEUE_NEWS_TEXT } QUEUE_UNSEEN QUEUE_DUE { QUEUE_DUE_TEXT } QUEUE_HERE }
	EMPTY   PAGED { pager.tpl } }}
<div class="pane-list">
<div class="pane-scroll" data-keys data-keys-next="j" data-keys-previous="k">
[[> partials/tabs.tpl]]
<form class="pane-tools" action="{{QUEUE_URL}}" role="search" data-submit-on-change>
<div class="search">
<input type="hidden" name="etat" value="{{QUEUE_STATE}}">
<label class="unseen" for="q">[[Chercher un dossier]]</label>
<input type="search" id="q" name="q" value="{{QUEUE_SEARCH}}" placeholder="[[Chercher un dossier]]">
<label class="unseen" for="tri">[[Tri]]</label>
<select id="tri" name="tri">
{{#QUEUE_SORTS}}<option value="{{SORT_VALUE}}"{{#SORT_CHOSEN}} selected{{/SORT_CHOSEN}}>{{SORT_NAME}}</option>
{{/QUEUE_SORTS}}</select>
<button class="button button-plain" type="submit">[[Chercher]]</button>
</div>
<details class="pane-filters"{{#QUEUE_NARROWED}} open{{/QUEUE_NARROWED}}>
<summary>[[Filtrer]]</summary>
<div class="pane-filter-fields">
<p><label for="appel">[[Appel]]</label>
<select id="appel" name="appel"><option value="">[[Tous]]</option>
{{#QUEUE_CALLS}}<option value="{{SORT_VALUE}}"{{#SORT_CHOSEN}} selected{{/SORT_CHOSEN}}>{{SORT_NAME}}</option>
{{/QUEUE_CALLS}}</select></p>
<p><label for="agent">[[Suivi par]]</label>
<select id="agent" name="agent"><option value="">[[Tout le monde]]</option>
{{#QUEUE_AGENTS}}<option value="{{SORT_VALUE}}"{{#SORT_CHOSEN}} selected{{/SORT_CHOSEN}}>{{SORT_NAME}}</option>
{{/QUEUE_AGENTS}}</select></p>
<p><label for="theme">[[Thème]]</label>
<select id="theme" name="theme"><option value="">[[Tous]]</option>
{{#QUEUE_THEMES}}<option value="{{SORT_VALUE}}"{{#SORT_CHOSEN}} selected{{/SORT_CHOSEN}}>{{SORT_NAME}}</option>
{{/QUEUE_THEMES}}</select></p>
</div>
</details>
</form>
<button class="button-link small unseen" type="button" data-keys-toggle hidden>[[Raccourcis J et K]]</button>
<div class="pane-rows">
<table class="queue">
<caption class="unseen">[[Dossiers]]</caption>
<thead><tr><th scope="col">[[Projet]]</th><th scope="col" class="number queue-amount">{{QUEUE_AMOUNT_HEAD}}</th><th scope="col" class="number">{{QUEUE_WAITS_HEAD}}</th><th scope="col">[[Quoi de neuf]]</th></tr></thead>
<tbody>
{{#QUEUE}}<tr{{#QUEUE_HERE}} aria-current="true"{{/QUEUE_HERE}}{{#QUEUE_UNSEEN}} class="queue-unseen"{{/QUEUE_UNSEEN}}><td><a class="queue-title" href="{{QUEUE_ITEM_URL}}">{{QUEUE_TITLE}}</a> <span class="queue-who">{{QUEUE_WHO}}</span></td><td class="number queue-amount">{{QUEUE_AMOUNT}}</td><td class="number"><span aria-hidden="true">{{QUEUE_WAITS}}</span><span class="unseen">{{QUEUE_WAITS_SAID}}</span></td><td>{{#QUEUE_NEWS}}<span class="chip chip-{{QUEUE_NEWS_KIND}}">{{QUEUE_NEWS_TEXT}}</span>{{/QUEUE_NEWS}}{{#QUEUE_DUE}} <span class="queue-due">{{QUEUE_DUE_TEXT}}</span>{{/QUEUE_DUE}}</td></tr>
{{/QUEUE}}</tbody>
</table>
[[> partials/empty.tpl]]
{{#PAGED}}<div class="pane-tools">
[[> partials/pager.tpl]]
</div>
{{/PAGED}}</div>
</div>
</div>
