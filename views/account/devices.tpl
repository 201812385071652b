{{%AUTOESCAPE context="HTML"}}
{{! Where one is signed in.
	DEVICE_ROWS { DEVICE_NAME DEVICE_ADDRESS DEVICE_SINCE DEVICE_SEEN DEVICE_HERE
	    DEVICE_END { DEVICE_ID } }   FORM_URL CSRF_TOKEN   OTHERS shown when there are }}
[[> layout/top.tpl]]
<div class="wrap narrow narrow-table">
[[> partials/breadcrumb.tpl]]
<h1>[[Appareils connectés]]</h1>
<p class="soft">[[Un appareil que vous ne reconnaissez pas ? Déconnectez-le, puis changez votre mot de passe.]]</p>
<div class="stacks">
<table>
<thead><tr><th scope="col">[[Appareil]]</th><th scope="col">[[Vu]]</th><th scope="col">[[Connecté depuis]]</th><th scope="col"><span class="unseen">[[Action]]</span></th></tr></thead>
<tbody>
{{#DEVICE_ROWS}}<tr><th scope="row">{{DEVICE_NAME}}{{#DEVICE_HERE}} <span class="chip chip-ok">[[celui-ci]]</span>{{/DEVICE_HERE}}<br><span class="soft small">{{DEVICE_ADDRESS}}</span></th><td data-name="[[Vu]]">{{DEVICE_SEEN}}</td><td data-name="[[Connecté depuis]]">{{DEVICE_SINCE}}</td><td>{{#DEVICE_END}}<form method="post" action="{{FORM_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><input type="hidden" name="appareil" value="{{DEVICE_ID}}"><button class="button button-plain button-small" type="submit">[[Déconnecter]]<span class="unseen"> {{DEVICE_NAME}}</span></button></form>{{/DEVICE_END}}</td></tr>
{{/DEVICE_ROWS}}</tbody>
</table>
</div>
{{#OTHERS}}<form method="post" action="{{FORM_URL}}"><input type="hidden" name="csrf" value="{{CSRF_TOKEN}}"><p class="acts"><button class="button" type="submit">[[Déconnecter tous les autres]]</button></p></form>
{{/OTHERS}}</div>
[[> layout/bottom.tpl]]
