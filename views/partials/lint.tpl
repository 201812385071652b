{{%AUTOESCAPE context="HTML"}}
{{! What the linter of forms says.
	LINT { LINT_SAID LINT_KIND (ok wait refuse) FINDINGS_SHOWN { FINDINGS { FINDING_KIND (error advice) FINDING_SAID FINDING_TEXT FINDING_PART { FINDING_URL FINDING_LABEL } } } } }}
{{#LINT}}<section class="lint lint-{{LINT_KIND}}" aria-labelledby="s-verifier">
<h2 id="s-verifier" class="h3">{{LINT_SAID}}</h2>
{{#FINDINGS_SHOWN}}<ul class="findings">
{{#FINDINGS}}<li class="finding finding-{{FINDING_KIND}}"><p><strong>{{FINDING_SAID}}</strong>{{#FINDING_PART}} · <a href="{{FINDING_URL}}">{{FINDING_LABEL}}</a>{{/FINDING_PART}}</p><p>{{FINDING_TEXT}}</p></li>
{{/FINDINGS}}</ul>
{{/FINDINGS_SHOWN}}</section>
{{/LINT}}
