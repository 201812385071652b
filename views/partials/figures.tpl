{{%AUTOESCAPE context="HTML"}}
{{! A row of figures. FIGURES rows: see figure.tpl }}
<ul class="figures">
{{#FIGURES}}<li class="card figure">
[[> partials/figure.tpl]]
</li>
{{/FIGURES}}</ul>
