/*
 * Draws points, lines and areas on a map, and writes them as coordinates in the
 * text beside it, which stays the answer. It refuses to hide that text.
 *
 * A thing that is drawn is chosen by a click: its corners are then dragged, moved
 * with the arrows, taken away (Delete), and added between two others.
 *
 * <div data-shape data-contour data-name data-point-text data-line-text
 * data-area-text (those allowed) data-text-…> before a <textarea>.
 */
import { json, leaflet } from "./map.js";

const WORDS = { point: "point", line: "ligne", area: "zone" };
const KINDS = { point: "point", ligne: "line", line: "line", zone: "area", area: "area" };
/* How few spots each has; how far an arrow moves one, in pixels. */
const LEAST = { point: 1, line: 2, area: 3 };
const STEPS = { ArrowUp: [0, -4], ArrowDown: [0, 4], ArrowLeft: [-4, 0],
	ArrowRight: [4, 0] };
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
		this.chosen = null;	/* which thing is being changed */
		this.corner = null;	/* and which of its spots */
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
		this.map.on("click", (event) => this.click(event.latlng));
		this.area.addEventListener("input", (event) => {
			/* Typed: nothing on the map takes the focus back. */
			if (event.isTrusted)
				this.chosen = this.corner = null;
			this.show();
		});
		for (const kind of Object.keys(WORDS))
			if (box.dataset[`${kind}Text`])
				this.tool(box.dataset[`${kind}Text`], () => this.begin(kind));
		this.done = this.tool(box.dataset.textDone, () => this.end());
		this.undo = this.tool(box.dataset.textUndo, () => this.back());
		this.less = this.tool(box.dataset.textCorner, () => this.cut());
		this.away = this.tool(box.dataset.textAway, () => this.drop());
		this.tool(box.dataset.textClear, () => this.clear());
		this.hint("");
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
		this.chosen = this.corner = null;
		this.hint(this.box.dataset.textHow);
		this.show();
	}

	/* A spot of what is being drawn; else nothing is chosen any more. */
	click({ lat, lng }) {
		if (!this.open) {
			this.choose(null, null);
			return;
		}
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
		if (this.open && this.open.spots.length >= LEAST[this.open.kind])
			this.save([...read(this.area.value), this.open]);
		this.open = null;
		this.hint("");
		this.show();
	}

	/* What to do now; of what is drawn, that it may be changed. */
	hint(text) {
		this.say.textContent = text !== "" || this.area.value.trim() === "" ?
		    text : this.box.dataset.textFirst;
	}

	clear() {
		this.open = this.chosen = this.corner = null;
		this.save([]);
	}

	/* --- what is drawn already --- */

	choose(thing, corner) {
		this.chosen = thing;
		this.corner = corner;
		this.hint(thing === null ? "" : this.box.dataset.textEdit);
		this.show();
	}

	/* Change the spots of the chosen thing; corner: what is chosen then. */
	change(corner, how) {
		const things = read(this.area.value);

		how(things[this.chosen].spots);
		this.corner = corner;
		this.save(things);
	}

	move(corner, { lat, lng }) {
		this.change(corner, (spots) => { spots[corner] = [lat, lng]; });
	}

	/* The chosen corner, when enough of them stay; else the whole thing. */
	cut() {
		const { kind, spots } = read(this.area.value)[this.chosen];

		if (spots.length <= LEAST[kind])
			this.drop();
		else
			this.change(null, (all) => all.splice(this.corner, 1));
	}

	drop() {
		const things = read(this.area.value);

		things.splice(this.chosen, 1);
		this.chosen = this.corner = null;
		this.save(things);
	}

	/* A corner that moves with the mouse, the finger or the arrows. */
	handle(spot, corner, moved) {
		const at = this.L.marker(spot, { draggable: true, keyboard: true,
			icon: this.L.divIcon({ iconSize: [24, 24], className:
			    corner === null ? "shape-between" : corner === this.corner ?
			    "shape-corner shape-corner-on" : "shape-corner" }) });

		at.on("dragend", () => moved(at.getLatLng()));
		if (corner === null)
			return at;
		at.on("click", (event) => {
			this.L.DomEvent.stopPropagation(event);
			this.choose(this.chosen, corner);
		});
		at.on("add", () => {
			const element = at.getElement();

			element.setAttribute("aria-label", this.box.dataset.textSpot
			    .replace("%d", corner + 1));
			element.addEventListener("keydown", (event) =>
			    this.key(event, at, corner));
			if (corner === this.corner)
				element.focus({ preventScroll: true });
		});
		return at;
	}

	key(event, at, corner) {
		const step = STEPS[event.key];

		if (step) {
			const from = this.map.latLngToLayerPoint(at.getLatLng());

			this.move(corner, this.map.layerPointToLatLng(from.add(step)));
		} else if (event.key === "Delete" || event.key === "Backspace") {
			this.corner = corner;
			this.cut();
		} else {
			return;
		}
		event.preventDefault();
		event.stopPropagation();
	}

	handles({ kind, spots }) {
		spots.forEach((spot, i) => this.layer.addLayer(this.handle(spot, i,
		    (to) => this.move(i, to))));
		/* Between two corners: one more. */
		for (let i = 0; kind !== "point" && i < spots.length -
		    (kind === "line" ? 1 : 0); i++) {
			const next = spots[(i + 1) % spots.length];
			const middle = [(spots[i][0] + next[0]) / 2, (spots[i][1] + next[1]) / 2];

			this.layer.addLayer(this.handle(middle, null, ({ lat, lng }) =>
			    this.change(i + 1, (all) => all.splice(i + 1, 0, [lat, lng]))));
		}
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
		const things = read(this.area.value);

		if (this.chosen !== null && this.chosen >= things.length)
			this.chosen = this.corner = null;
		this.layer.clearLayers();
		things.forEach((thing, i) => {
			const drawn = this.draw(thing, false);

			drawn.on("click", (event) => {
				if (this.open)
					return;
				this.L.DomEvent.stopPropagation(event);
				this.choose(i, thing.kind === "point" ? 0 : null);
			});
			this.layer.addLayer(drawn);
		});
		if (this.chosen !== null)
			this.handles(things[this.chosen]);
		if (this.open?.spots.length)
			this.layer.addLayer(this.draw(this.open, true));
		this.done.disabled = !this.open;
		this.less.hidden = this.corner === null;
		this.away.hidden = this.chosen === null;
		this.undo.disabled = !this.open && this.area.value.trim() === "";
	}
}

export function start(boxes) {
	for (const box of boxes)
		Promise.all([leaflet(), json(box.dataset.contour)])
		    .then(([L, contour]) => { box.shape = new Shape(L, box, contour); })
		    .catch(() => { box.hidden = true; });
}
