{{%AUTOESCAPE context="HTML"}}
{{! How anyone verifies the journal; also one act and its proof.
	CRUMBS CRUMB_HERE   HEAD_NUMBER HEAD_DATE HEAD_ISO HEAD_HASH   JOURNAL_JSON_URL
	VERIFY_TITLE   ACT { TERMS rows, ACT_PAYLOAD, ACT_CANONICAL (the exact bytes hashed) ACT_HASH ACT_PREVIOUS_HASH }
	VERIFY_COMMAND (a shell line) }}
[[> layout/top.tpl]]
<div class="wrap">
[[> partials/breadcrumb.tpl]]
<h1>{{VERIFY_TITLE}}</h1>
<p class="lead">[[Vous n’avez pas à nous croire. Voici comment recalculer chaque empreinte, avec des outils que tout ordinateur possède.]]</p>
{{#ACT}}<section class="section" aria-labelledby="acte">
<h2 id="acte">[[Ce que dit cet acte]]</h2>
[[> partials/terms.tpl]]
<h3>[[Ce qui en est public]]</h3>
<pre tabindex="0"><code>{{ACT_PAYLOAD:p}}</code></pre>
<h3>[[Le texte exact qui est scellé]]</h3>
<pre tabindex="0">{{ACT_CANONICAL:p}}</pre>
<p class="small">[[Empreinte de l’acte précédent]]<br><code class="hash">{{ACT_PREVIOUS_HASH}}</code></p>
<p class="small">[[Empreinte de cet acte]]<br><code class="hash">{{ACT_HASH}}</code></p>
</section>
{{/ACT}}<section class="section" aria-labelledby="tete">
<h2 id="tete">[[L’empreinte d’aujourd’hui]]</h2>
<div class="receipt-seal">
<p class="small">[[Acte]] {{HEAD_NUMBER}}, <time datetime="{{HEAD_ISO}}">{{HEAD_DATE}}</time></p>
<code class="hash">{{HEAD_HASH}}</code>
</div>
<p class="prose soft small">[[Notez-la, publiez-la : tant qu’elle se retrouve dans le journal, aucun acte plus ancien n’a été changé.]]</p>
</section>
<section class="section" aria-labelledby="faire">
<h2 id="faire">[[Faites-le vous-même]]</h2>
<ol class="prose">
<li><a href="{{JOURNAL_JSON_URL}}">[[Téléchargez le journal (JSON)]]</a></li>
<li>[[Pour chaque acte, recopiez son texte scellé, qui contient l’empreinte de l’acte précédent, puis calculez son SHA-256.]]</li>
<li>[[Comparez avec l’empreinte inscrite dans l’acte. La dernière doit être celle d’aujourd’hui.]]</li>
</ol>
<p>[[En une ligne, avec le programme libre Terreau :]]</p>
<pre tabindex="0">{{VERIFY_COMMAND:p}}</pre>
</section>
</div>
[[> layout/bottom.tpl]]
