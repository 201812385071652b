{{%AUTOESCAPE context="HTML"}}
{{! What may be done with the projects ticked, inside a form.
	SELECTION { TO_BOARD MAY_CALL MAY_INVITE { CALL_OPTIONS rows { OPTION_VALUE OPTION_TEXT } } } }}
{{#SELECTION}}<fieldset class="card selection"><legend class="field-label">[[Avec les projets cochés]]</legend>
<p class="acts">{{#TO_BOARD}}<button class="button button-plain" type="submit" name="vers" value="tableau">[[Mettre au tableau]]</button> {{/TO_BOARD}}{{#MAY_CALL}}<button class="button button-plain" type="submit" name="vers" value="nouveau">[[Créer un appel et les inviter]]</button>{{/MAY_CALL}}</p>
{{#MAY_INVITE}}<p class="cluster"><label for="appel">[[Les inviter à présenter leur dossier à]]</label> <select id="appel" name="appel">
{{#CALL_OPTIONS}}<option value="{{OPTION_VALUE}}">{{OPTION_TEXT}}</option>
{{/CALL_OPTIONS}}</select> <button class="button button-plain" type="submit" name="vers" value="appel">[[Inviter]]</button></p>
{{/MAY_INVITE}}</fieldset>
{{/SELECTION}}
