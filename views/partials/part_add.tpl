{{%AUTOESCAPE context="HTML"}}
{{! The words of what is added to a part of a form, after its label: TOOLS_URL PART_BACK CSRF_TOKEN ADD_ID ADD_TYPED ADD_ERROR { ADD_ERROR_TEXT } }}
<input type="text" id="{{ADD_ID}}-libelle" name="libelle" value="{{ADD_TYPED}}" maxlength="400" autocomplete="off" required{{#ADD_ERROR}} aria-invalid="true" aria-describedby="{{ADD_ID}}-erreur" autofocus{{/ADD_ERROR}}>{{#ADD_ERROR}} <span class="error" id="{{ADD_ID}}-erreur"><span class="unseen">[[Erreur :]] </span>{{ADD_ERROR_TEXT}}</span>{{/ADD_ERROR}}
