{{%AUTOESCAPE context="HTML"}}
{{! A person. PERSON_NAME PERSON_ROLE PERSON_EMAIL PERSON_PHONE; PERSON_ROLE_MAY_LACK
	PERSON_EMAIL_MAY_LACK PERSON_PHONE_MAY_LACK when it may be left out }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
<fieldset data-group="{{FIELD_NAME}}" aria-describedby="{{FIELD_ID}}-aide">
<legend class="field-label" id="{{FIELD_ID}}" tabindex="-1">{{FIELD_LABEL}}
[[> partials/field_note.tpl]]
</legend>
[[> partials/field_about.tpl]]
<div class="parts parts-wide">
<div><label for="{{FIELD_ID}}-name">[[Prénom et nom]]</label> <input type="text" id="{{FIELD_ID}}-name" name="{{FIELD_NAME}}.name" value="{{PERSON_NAME}}" autocomplete="off"></div>
<div><label for="{{FIELD_ID}}-role">[[Fonction]]{{#PERSON_ROLE_MAY_LACK}} <span class="optional">[[(facultatif)]]</span>{{/PERSON_ROLE_MAY_LACK}}</label> <input type="text" id="{{FIELD_ID}}-role" name="{{FIELD_NAME}}.role" value="{{PERSON_ROLE}}" autocomplete="off"></div>
<div><label for="{{FIELD_ID}}-email">[[Adresse électronique]]{{#PERSON_EMAIL_MAY_LACK}} <span class="optional">[[(facultatif)]]</span>{{/PERSON_EMAIL_MAY_LACK}}</label> <input type="email" id="{{FIELD_ID}}-email" name="{{FIELD_NAME}}.email" value="{{PERSON_EMAIL}}" autocomplete="off"></div>
<div><label for="{{FIELD_ID}}-phone">[[Téléphone]]{{#PERSON_PHONE_MAY_LACK}} <span class="optional">[[(facultatif)]]</span>{{/PERSON_PHONE_MAY_LACK}}</label> <input type="tel" id="{{FIELD_ID}}-phone" name="{{FIELD_NAME}}.phone" value="{{PERSON_PHONE}}" autocomplete="off"></div>
</div>
</fieldset>
</div>
