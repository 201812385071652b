/*
 * Draws points, lines and areas on a map, and writes them as coordinates in the
 * text beside it, which stays the answer. It refuses to hide that text.
 *
 * <div data-shape data-contour data-name data-point-text data-line-text
 * data-area-text (those allowed) data-text-…> before a <textarea>.
 */
import { json, leaflet } from "./map.js";

const WORDS = { point: "point", line: "ligne", area: "zone" };
const KINDS = { point: "point", ligne: "line", line: "line", zone: "area", area: "area" };
const NUMBER = /[-−]?\d+(?:[.,]\d+)?/g;

/* The text as things: [{ kind, spots: [[lat, lon], …] }]. */
function read(text) {
	const things = [];
	let now = null;

	for (const line of text.split("\n").map((l) => l.trim())) {
		const kind = KINDS[line.toLowerCase()];

		if (kind) {
			now = { kind, spots: [] };
			things.push(now);
			continue;
		}
		if (line === "") {
			if (now?.spots.length)
				now = null;
			continue;
		}
		const numbers = (line.match(NUMBER) ?? [])
		    .map((n) => Number(n.replace("−", "-").replace(",", ".")));

		if (numbers.length !== 2 || Math.abs(numbers[0]) > 90)
			continue;
		if (!now) {
			now = { kind: null, spots: [] };
			things.push(now);
		}
		now.spots.push(numbers);
	}
	for (const thing of things)
		thing.kind ??= thing.spots.length === 1 ? "point" : "line";
	return things.filter((thing) => thing.spots.length > 0);
}

const write = (things) => things.map(({ kind, spots }) =>
    [WORDS[kind], ...spots.map(([lat, lon]) =>
	`${lat.toFixed(5)} ${lon.toFixed(5)}`)].join("\n")).join("\n\n");

class Shape {
	constructor(L, box, contour) {
		const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

		this.L = L;
		this.box = box;
		this.area = box.parentElement.querySelector("textarea");
		this.open = null;	/* what is being drawn */
		box.hidden = false;
		this.tools = document.createElement("div");
		this.tools.className = "shape-tools";
		this.canvas = document.createElement("div");
		this.canvas.className = "map map-small";
		this.canvas.setAttribute("role", "region");
		this.canvas.setAttribute("aria-label", box.dataset.name);
		this.say = document.createElement("p");
		this.say.className = "hint";
		this.say.setAttribute("role", "status");
		box.append(this.tools, this.say, this.canvas);
		this.map = L.map(this.canvas, {
			zoomControl: false,
			attributionControl: false,
			zoomAnimation: !still,
			scrollWheelZoom: false,
			doubleClickZoom: false,
			maxZoom: 18,
		});
		L.control.zoom({
			zoomInTitle: box.dataset.textZoomIn,
			zoomOutTitle: box.dataset.textZoomOut,
		}).addTo(this.map);
		const land = L.geoJSON(contour, {
			interactive: false,
			style: { className: "map-land", weight: 1 },
		}).addTo(this.map);

		this.layer = L.layerGroup().addTo(this.map);
		this.map.fitBounds(land.getBounds().pad(0.04));
		this.map.on("click", (event) => this.put(event.latlng));
		this.area.addEventListener("input", () => this.show());
		for (const kind of Object.keys(WORDS))
			if (box.dataset[`${kind}Text`])
				this.tool(box.dataset[`${kind}Text`], () => this.begin(kind));
		this.done = this.tool(box.dataset.textDone, () => this.end());
		this.undo = this.tool(box.dataset.textUndo, () => this.back());
		this.tool(box.dataset.textClear, () => this.clear());
		this.show();
	}

	tool(text, act) {
		const b = document.createElement("button");

		b.type = "button";
		b.className = "button button-plain button-small";
		b.textContent = text;
		b.addEventListener("click", act);
		this.tools.append(b);
		return b;
	}

	begin(kind) {
		this.open = { kind, spots: [] };
		this.say.textContent = this.box.dataset.textHow;
		this.show();
	}

	put({ lat, lng }) {
		if (!this.open)
			return;
		this.open.spots.push([lat, lng]);
		if (this.open.kind === "point")
			this.end();
		else
			this.show();
	}

	back() {
		if (this.open) {
			this.open.spots.pop();
			this.show();
			return;
		}
		const things = read(this.area.value);

		things.pop();
		this.save(things);
	}

	end() {
		const least = { point: 1, line: 2, area: 3 };

		if (this.open && this.open.spots.length >= least[this.open.kind])
			this.save([...read(this.area.value), this.open]);
		this.open = null;
		this.say.textContent = "";
		this.show();
	}

	clear() {
		this.open = null;
		this.save([]);
	}

	save(things) {
		this.area.value = write(things);
		this.open = null;
		this.area.dispatchEvent(new Event("input", { bubbles: true }));
		this.area.dispatchEvent(new Event("change", { bubbles: true }));
	}

	draw({ kind, spots }, open) {
		const { L } = this;
		const style = { className: open ? "shape-open" : "shape-line", weight: 3 };

		if (kind === "point" || spots.length === 1)
			return L.marker(spots[0], { keyboard: false, icon: L.divIcon({
				className: "map-dot look-0", iconSize: [18, 18] }) });
		return kind === "area" && !open ? L.polygon(spots, style) :
		    L.polyline(spots, style);
	}

	show() {
		this.layer.clearLayers();
		for (const thing of read(this.area.value))
			this.layer.addLayer(this.draw(thing, false));
		if (this.open?.spots.length)
			this.layer.addLayer(this.draw(this.open, true));
		this.done.disabled = !this.open;
		this.undo.disabled = !this.open && this.area.value.trim() === "";
	}
}

export function start(boxes) {
	for (const box of boxes)
		Promise.all([leaflet(), json(box.dataset.contour)])
		    .then(([L, contour]) => { box.shape = new Shape(L, box, contour); })
		    .catch(() => { box.hidden = true; });
}
