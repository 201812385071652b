/*
 * The one script of every page: brings the behaviours that the page asks for
 * by its data- attributes. It refuses to be needed: each page works without.
 */
const behaviours = [
	["form[data-autosave]", "./autosave.js"],
	["form[data-keep]", "./keep.js"],
	["[data-when]", "./conditions.js"],
	["[data-condition]", "./comparisons.js"],
	["[data-calculated]", "./calculated.js"],
	["[data-ineligible]", "./ineligible.js"],
	["[data-repeat]", "./repeat.js"],
	["[data-lines]", "./lines.js"],
	["[data-table]", "./table.js"],
	["[data-count]", "./counter.js"],
	["[data-linked]", "./linked.js"],
	["[data-ranking]", "./ranking.js"],
	["[data-shape]", "./shape.js"],
	["[data-point]", "./point.js"],
	["[data-upload]", "./upload.js"],
	["[data-lookup]", "./lookup.js"],
	["[data-filter]", "./filter.js"],
	["[data-submit-on-change]", "./facets.js"],
	["[data-dialog]", "./dialog.js"],
	["[data-keys], [data-key]", "./keys.js"],
	["[data-map]", "./map.js"],
	["[data-menu]", "./menu.js"],
	["[data-seen]", "./seen.js"],
	["[data-board]", "./board.js"],
	["[data-arrange]", "./arrange.js"],
	["[data-formula-help]", "./formula.js"],
];

/* The summary of errors comes first for everybody: give it the focus. */
document.querySelector("[data-focus]")?.focus();

/*
 * A form was sent, and this page came: what the browser kept of it can go,
 * unless this page asks to sign in first or tells a failure.
 */
try {
	const sent = sessionStorage.getItem("terreau-sent");

	if (sent && !document.querySelector("[data-unsettled]")) {
		localStorage.removeItem(sent);
		sessionStorage.removeItem("terreau-sent");
	}
} catch {
	/* no storage allowed: nothing was kept */
}

function enliven(part) {
	for (const [selector, module] of behaviours) {
		const found = part.querySelectorAll(selector);

		if (found.length > 0)
			import(module).then((behaviour) => behaviour.start(found));
	}
}

enliven(document);
/* A piece of the page came since: an item of a repeated block. */
document.addEventListener("terreau:added", (event) => enliven(event.target));
