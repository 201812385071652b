{{%AUTOESCAPE context="HTML"}}
{{! A map that moves (map.js, Leaflet), with the drawn one inside until then.
	MAP_GEOJSON_URL: the open data; MAP_POINTS_URL: points, properties { title, url, place, state, look, size (1-5) }
	MAP_CONTOUR_URL: optional contour   MAP_NAME   MAP_LIST_URL
	MAP_DRAWN { markers of map_drawn.tpl } }}
<div class="map" data-map data-geojson="{{MAP_POINTS_URL}}" data-contour="{{MAP_CONTOUR_URL}}" data-name="{{MAP_NAME}}" data-text-zoom-in="[[Agrandir]]" data-text-zoom-out="[[Réduire]]" data-text-cluster="[[projets regroupés]]" data-text-failed="[[La carte n’a pas pu être chargée. La liste dit la même chose.]]">
{{#MAP_DRAWN}}
[[> partials/map_drawn.tpl]]
{{/MAP_DRAWN}}</div>
<p class="map-caption">[[La taille dit le montant, la couleur le thème.]] <a href="{{MAP_LIST_URL}}">[[Voir la liste]]</a> · <a href="{{MAP_GEOJSON_URL}}">[[Télécharger (GeoJSON)]]</a></p>
