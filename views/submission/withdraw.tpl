{{%AUTOESCAPE context="HTML"}}
{{! Before taking an application back.
	DOSSIER_URL DOSSIER_TITLE CALL_TITLE BACK_URL WITHDRAW_URL CSRF_TOKEN REASON_VALUE }}
[[> layout/top.tpl]]
<div class="wrap">
<nav class="crumbs" aria-label="[[Fil d’Ariane]]"><ol><li><a href="{{DOSSIER_URL}}">{{DOSSIER_TITLE}}</a></li><li><a href="{{BACK_URL}}">{{CALL_TITLE}}</a></li><li><span aria-current="page">[[Retirer]]</span></li></ol></nav>
<h1>[[Retirer la candidature ?]]</h1>
<p class="prose">[[Le service cesse de l’examiner. Votre dossier reste à vous, complet : vous pourrez le présenter de nouveau tant que l’appel est ouvert, ou à un autre appel.]]</p>
<form class="form" method="post" action="{{WITHDRAW_URL}}" data-keep="{{WITHDRAW_URL}}">
<input type="hidden" name="csrf" value="{{CSRF_TOKEN}}">
<div class="field">
<label class="field-label" for="f-motif">[[Pourquoi]] <span class="optional">[[(facultatif)]]</span></label>
<div id="f-motif-aide"><p class="hint">[[Le service lira cette phrase ; elle n’est pas publiée.]]</p></div>
<textarea id="f-motif" name="motif" rows="4" aria-describedby="f-motif-aide">
{{REASON_VALUE:p}}</textarea>
</div>
<div class="acts"><button class="button button-danger" type="submit">[[Retirer la candidature]]</button> <a href="{{BACK_URL}}">[[Ne rien changer]]</a></div>
</form>
</div>
[[> layout/bottom.tpl]]
