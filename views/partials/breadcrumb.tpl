{{%AUTOESCAPE context="HTML"}}
{{! Where one is. CRUMBS rows { CRUMB_URL CRUMB_NAME }   CRUMB_HERE (the page itself) }}
<nav class="crumbs" aria-label="[[Fil d’Ariane]]">
<ol>
{{#CRUMBS}}<li><a href="{{CRUMB_URL}}">{{CRUMB_NAME}}</a></li>
{{/CRUMBS}}<li><span aria-current="page">{{CRUMB_HERE}}</span></li>
</ol>
</nav>
