/*
 * A map that moves: the points of our own GeoJSON over our own contours. It
 * refuses third parties: no tile server, nothing from elsewhere.
 *
 * <div data-map data-geojson="URL" data-contour="URL or empty" data-name
 * data-text-zoom-in data-text-zoom-out data-text-cluster data-text-failed>.
 * Properties of a point: title, url, place, state, look (palette number),
 * size (1 to 5). Leaflet and its cluster are Debian's, in vendor/leaflet/.
 */
const vendor = new URL("../vendor/leaflet/", import.meta.url);
const DIAMETERS = [14, 18, 24, 30, 38];

function style(name) {
	return new Promise((resolve, reject) => {
		const link = document.createElement("link");

		link.rel = "stylesheet";
		link.href = new URL(name, import.meta.url);
		link.onload = resolve;
		link.onerror = reject;
		document.head.append(link);
	});
}

function script(name) {
	return new Promise((resolve, reject) => {
		const element = document.createElement("script");

		element.src = new URL(name, vendor);
		element.onload = resolve;
		element.onerror = reject;
		document.head.append(element);
	});
}

export async function leaflet() {
	const styles = style("../css/map.css");

	await script("leaflet.min.js");
	await script("leaflet.markercluster.min.js");
	await styles;
	return window.L;
}

export async function json(url) {
	const reply = await fetch(url, { headers: { Accept: "application/geo+json, application/json" } });

	if (!reply.ok)
		throw new Error(`${url}: ${reply.status}`);
	return reply.json();
}

function popup(properties) {
	const box = document.createElement("div");
	const link = document.createElement("a");
	const about = document.createElement("div");

	link.href = properties.url;
	link.textContent = properties.title;
	about.textContent = [properties.place, properties.state]
	    .filter(Boolean).join(" · ");
	box.append(link, about);
	return box;
}

/* Give a marker a role and a name that screen readers say. */
function named(marker, name) {
	marker.on("add", () => {
		const element = marker.getElement();

		element?.setAttribute("role", "button");
		element?.setAttribute("aria-label", name);
	});
	return marker;
}

function point(L, feature, latlng) {
	const { title, look = 0, size = 2 } = feature.properties;
	const d = DIAMETERS[Math.max(0, Math.min(4, size - 1))];
	const icon = L.divIcon({
		className: `map-dot look-${Number(look)}`,
		iconSize: [d, d],
	});

	return named(L.marker(latlng, { icon, title }), title)
	    .bindPopup(popup(feature.properties));
}

function clusters(L, box) {
	return L.markerClusterGroup({
		showCoverageOnHover: false,
		maxClusterRadius: 34,
		animate: !matchMedia("(prefers-reduced-motion: reduce)").matches,
		iconCreateFunction: (cluster) => {
			const n = cluster.getChildCount();
			const d = Math.min(64, 34 + 5 * Math.log2(n));

			named(cluster, `${n} ${box.dataset.textCluster}`);
			return L.divIcon({
				className: "map-cluster",
				iconSize: [d, d],
				html: String(n),
			});
		},
	});
}

async function draw(box) {
	const [L, points, contour] = await Promise.all([
		leaflet(),
		json(box.dataset.geojson),
		box.dataset.contour ? json(box.dataset.contour) : null,
	]);
	const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
	const drawn = box.querySelector("svg");
	const group = clusters(L, box);
	const bounds = L.latLngBounds([]);

	drawn?.remove();
	box.setAttribute("role", "region");
	box.setAttribute("aria-label", box.dataset.name);
	const map = L.map(box, {
		zoomControl: false,
		attributionControl: false,
		zoomAnimation: !still,
		fadeAnimation: !still,
		scrollWheelZoom: false,
		zoomSnap: 0.25,		/* the territory fills its frame */
		maxZoom: 17,
	});

	L.control.zoom({
		zoomInTitle: box.dataset.textZoomIn,
		zoomOutTitle: box.dataset.textZoomOut,
	}).addTo(map);
	if (contour) {
		const land = L.geoJSON(contour, {
			interactive: false,
			style: (feature) => ({
				className: feature.properties?.here ?
				    "map-here" : "map-land",
				weight: 1,
			}),
		}).addTo(map);

		bounds.extend(land.getBounds());
	}
	const near = bounds.isValid() ? bounds.pad(0.5) : null;

	L.geoJSON(points, {
		pointToLayer: (feature, latlng) => point(L, feature, latlng),
	}).eachLayer((layer) => {
		group.addLayer(layer);
		/* A point far from the territory does not shrink it. */
		if (near === null || near.contains(layer.getLatLng()))
			bounds.extend(layer.getLatLng());
	});
	map.fitBounds(bounds.isValid() ? bounds.pad(0.04) :
	    [[41, -5], [51, 10]]);
	map.addLayer(group);
	/* The wheel scrolls the page until the map has been clicked. */
	map.on("click focus", () => map.scrollWheelZoom.enable());
	map.on("blur", () => map.scrollWheelZoom.disable());
}

export function start(boxes) {
	const watch = new IntersectionObserver((entries) => {
		for (const entry of entries) {
			if (!entry.isIntersecting)
				continue;
			const box = entry.target;

			watch.unobserve(box);
			draw(box).catch(() => {
				const p = document.createElement("p");

				p.className = "error";
				p.textContent = box.dataset.textFailed;
				box.append(p);
			});
		}
	}, { rootMargin: "300px" });

	for (const box of boxes)
		watch.observe(box);
}
