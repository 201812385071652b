{{%AUTOESCAPE context="HTML"}}
{{! Points, lines, areas: coordinates, one spot a line, that shape.js draws and writes.
	SHAPE_CONTOUR_URL; SHAPE_POINT SHAPE_LINE SHAPE_AREA: what may be drawn }}
<div class="field{{#FIELD_ERROR}} field-wrong{{/FIELD_ERROR}}{{#FIELD_ASKED}} field-asked{{/FIELD_ASKED}}">
[[> partials/field_label.tpl]]
[[> partials/field_about.tpl]]
<div class="shape" data-shape data-contour="{{SHAPE_CONTOUR_URL}}" data-name="{{FIELD_LABEL}}"{{#SHAPE_POINT}} data-point-text="[[Placer un point]]"{{/SHAPE_POINT}}{{#SHAPE_LINE}} data-line-text="[[Tracer une ligne]]"{{/SHAPE_LINE}}{{#SHAPE_AREA}} data-area-text="[[Tracer une zone]]"{{/SHAPE_AREA}} data-text-zoom-in="[[Agrandir]]" data-text-zoom-out="[[Réduire]]" data-text-done="[[Terminer ce tracé]]" data-text-undo="[[Enlever le dernier point]]" data-text-corner="[[Enlever ce point]]" data-text-away="[[Enlever ce tracé]]" data-text-spot="[[Point %d : déplacez-le avec les flèches, enlevez-le avec Suppr]]" data-text-edit="[[Glissez les points de ce tracé pour le corriger ; les petits ronds en ajoutent un.]]" data-text-clear="[[Tout effacer]]" data-text-how="[[Cliquez sur la carte pour poser les points, puis terminez le tracé.]]" data-text-first="[[Cliquez sur un tracé pour le corriger.]]" hidden></div>
<details class="shape-typed"{{#SHAPE_OPEN}} open{{/SHAPE_OPEN}}><summary>[[Coordonnées]]</summary>
<p class="hint" id="{{FIELD_ID}}-forme">[[Un point par ligne : latitude puis longitude, en degrés décimaux. Écrivez « point », « ligne » ou « zone » avant ses points ; une ligne vide sépare deux tracés. Une zone n’a pas de trou.]]</p>
<textarea id="{{FIELD_ID}}" name="{{FIELD_NAME}}" rows="6" spellcheck="false" aria-describedby="{{FIELD_ID}}-aide {{FIELD_ID}}-forme"{{#FIELD_ERROR}} aria-invalid="true"{{/FIELD_ERROR}}>
{{FIELD_VALUE:p}}</textarea>
</details>
</div>
