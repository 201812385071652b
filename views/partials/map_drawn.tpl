{{%AUTOESCAPE context="HTML"}}
{{! A small map drawn by the server: no script, no tile. viewBox 0 0 400 400.
	MAP_SAID: what it shows, in a sentence
	MAP_SHAPES rows { SHAPE_CLASS (land here) SHAPE_PATH }
	MAP_POINTS rows { POINT_X POINT_Y POINT_R POINT_LOOK POINT_URL POINT_SAID } }}
<svg class="map-drawn" viewBox="0 0 400 400" role="group" aria-label="{{MAP_SAID}}">
{{#MAP_SHAPES}}<path class="map-{{SHAPE_CLASS}}" d="{{SHAPE_PATH}}"/>
{{/MAP_SHAPES}}{{#MAP_POINTS}}<a href="{{POINT_URL}}"><title>{{POINT_SAID}}</title><circle class="map-point look-{{POINT_LOOK}}" cx="{{POINT_X}}" cy="{{POINT_Y}}" r="{{POINT_R}}"/></a>
{{/MAP_POINTS}}</svg>
