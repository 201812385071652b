/*
 * Shows what the server calculated, with each answer saved. It calculates
 * nothing: <output data-calculated="a.KEY"> in a form that autosave.js saves.
 *
 * Inside the items of a block and the lines of a table ("a.x.1.y"), the server
 * numbers only those that hold something: here too.
 */
const ROWS = ".repeat-item, tbody tr";

function holds(row) {
	return [...row.querySelectorAll("input:not([type=hidden]), select, textarea")]
	    .some((control) => ["checkbox", "radio"].includes(control.type) ?
		control.checked : control.value.trim() !== "");
}

function rank(row) {
	return [...row.parentElement.children].filter((r) => r.matches(ROWS))
	    .filter((r, i, all) => i < all.indexOf(row) && holds(r)).length;
}

/* Under which name the server tells it; null in a row that holds nothing. */
function told(output) {
	const parts = output.dataset.calculated.split(".");
	const rows = [];

	for (let row = output.closest(ROWS); row; row = row.parentElement.closest(ROWS))
		rows.unshift(row);
	if (!rows.every(holds))
		return null;
	rows.forEach((row, i) => {
		if (/^\d+$/.test(parts[2 + 2 * i]))
			parts[2 + 2 * i] = rank(row);
	});
	return parts.join(".");
}

function show(form, values) {
	for (const output of form.querySelectorAll("[data-calculated]")) {
		const name = told(output);
		const text = name === null ? output.dataset.none ?? "" : values[name];

		if (text !== undefined && text !== output.value)
			output.value = text;
	}
}

const followed = new WeakSet();

export function start(outputs) {
	for (const { form } of outputs) {
		if (!form || followed.has(form))
			continue;
		followed.add(form);
		form.addEventListener("terreau:judged", (event) =>
		    show(form, event.detail.calculated ?? {}));
	}
}
