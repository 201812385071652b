/*
 * A place put by clicking or dragging on a map; the two numbers beside it stay
 * the answer, and can be typed. It refuses to hide them.
 *
 * <div data-point data-contour="URL" data-name hidden> in a [data-group] with
 * [data-lat] and [data-lon] controls.
 */
import { json, leaflet } from "./map.js";

const read = (control) => Number(control.value.replace("−", "-").replace(",", "."));

async function draw(box) {
	const [L, contour] = await Promise.all([leaflet(), json(box.dataset.contour)]);
	const group = box.closest("[data-group]");
	const lat = group.querySelector("[data-lat]");
	const lon = group.querySelector("[data-lon]");
	const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

	box.hidden = false;
	box.setAttribute("role", "region");
	box.setAttribute("aria-label", box.dataset.name);
	const map = L.map(box, {
		zoomControl: false,
		attributionControl: false,
		zoomAnimation: !still,
		scrollWheelZoom: false,
		maxZoom: 15,
	});

	L.control.zoom({
		zoomInTitle: box.dataset.textZoomIn,
		zoomOutTitle: box.dataset.textZoomOut,
	}).addTo(map);
	const land = L.geoJSON(contour, {
		interactive: false,
		style: { className: "map-land", weight: 1 },
	}).addTo(map);
	const icon = L.divIcon({ className: "map-dot look-0", iconSize: [22, 22] });
	const marker = L.marker([0, 0], { icon, draggable: true, keyboard: false });
	const put = (at) => {
		lat.value = at.lat.toFixed(4);
		lon.value = at.lng.toFixed(4);
		marker.setLatLng(at).addTo(map);
		lat.dispatchEvent(new Event("change", { bubbles: true }));
	};
	const show = () => {
		if (lat.value && lon.value && Math.abs(read(lat)) <= 90)
			marker.setLatLng([read(lat), read(lon)]).addTo(map);
		else
			marker.remove();
	};

	map.fitBounds(land.getBounds().pad(0.04));
	map.on("click", (event) => put(event.latlng));
	marker.on("dragend", () => put(marker.getLatLng()));
	lat.addEventListener("input", show);
	lon.addEventListener("input", show);
	show();
}

export function start(boxes) {
	for (const box of boxes)
		draw(box).catch(() => { box.hidden = true; });
}
