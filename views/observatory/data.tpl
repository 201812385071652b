{{%AUTOESCAPE context="HTML"}}
{{! Open data.
	DATA_LEAD   DATASETS rows { DATASET_NAME DATASET_TEXT DATASET_UPDATED
	    DATASET_FILES rows { DATASET_URL DATASET_FORMAT DATASET_SAID } }
	LICENCE_URL LICENCE_NAME }}
[[> layout/top.tpl]]
<div class="wrap">
<div class="hero">
<h1>[[Données ouvertes]]</h1>
<p class="lead">{{DATA_LEAD}}</p>
</div>
<ul class="card-grid plain-list">
{{#DATASETS}}<li class="card">
<h2>{{DATASET_NAME}}</h2>
<p>{{DATASET_TEXT}}</p>
<p class="cluster">{{#DATASET_FILES}}<a href="{{DATASET_URL}}">{{DATASET_FORMAT}}<span class="unseen"> : {{DATASET_NAME}}</span></a> {{/DATASET_FILES}}</p>
<p class="small soft">{{DATASET_UPDATED}}</p>
</li>
{{/DATASETS}}</ul>
<section class="section prose" aria-labelledby="reprendre">
<h2 id="reprendre">[[Les reprendre]]</h2>
<p>[[Licence :]] <a href="{{LICENCE_URL}}">{{LICENCE_NAME}}</a>. [[Vous pouvez copier, transformer et publier, en citant la source et la date.]]</p>
</section>
</div>
[[> layout/bottom.tpl]]
