{{%AUTOESCAPE context="HTML"}}
{{! What an accusé de réception électronique must say (CRPA L112-11, R112-5 and R112-9-1 and following).
	RECEIPT_SAID   TERMS rows: see terms.tpl (number, received at, project, call, service, contact, delay, silence, remedies)
	RECEIPT_HASH (SHA-256 of the frozen snapshot)   RECEIPT_PDF_URL }}
<article class="receipt">
<p class="lead">{{RECEIPT_SAID}}</p>
[[> partials/terms.tpl]]
<div class="receipt-seal">
<p class="small">[[Empreinte (SHA-256) du dossier tel que vous l’avez déposé. Elle prouve que rien n’a été changé depuis.]]</p>
<code class="hash">{{RECEIPT_HASH}}</code>
</div>
<p class="acts"><a class="button" href="{{RECEIPT_PDF_URL}}">[[Télécharger l’accusé de réception (PDF)]]</a></p>
</article>
