/*
 * Keeps the totals of a table of numbers, along its rows and columns. It refuses
 * to count for the server, which counts again.
 *
 * <table data-table>: inputs [data-sum="money|percentage|number"], cells
 * [data-row-total] and [data-column-total] of the same kinds.
 */
const PLACES = 6;

/* "1 200,50" scaled to whole millionths; null when it is no number. */
function read(text) {
	const plain = text.replace(/[\s\u00a0\u202f\u2009€%']/g, "").replace("−", "-");
	const m = /^(-?)(\d+)(?:[.,](\d{1,6}))?$/.exec(plain);

	if (!m)
		return null;
	const n = BigInt(m[2]) * 10n ** BigInt(PLACES) +
	    BigInt((m[3] ?? "").padEnd(PLACES, "0"));

	return m[1] ? -n : n;
}

function show(kind, sum) {
	const value = Number(sum) / 10 ** PLACES;
	const whole = Number.isInteger(value);
	const options = kind === "money" ? { style: "currency", currency: "EUR",
	    minimumFractionDigits: whole ? 0 : 2 } : { maximumFractionDigits: PLACES };
	const text = value.toLocaleString(document.documentElement.lang, options);

	return kind === "percentage" ? `${text} %` : text;
}

const total = (inputs) => inputs.reduce((sum, input) =>
    sum + (read(input.value) ?? 0n), 0n);

function refresh(table) {
	const rows = [...table.tBodies[0].rows];

	for (const row of rows) {
		const cell = row.querySelector("[data-row-total]");
		const kind = cell?.dataset.rowTotal;

		if (cell)
			cell.textContent = show(kind, total([...row.querySelectorAll(
			    `[data-sum="${kind}"]`)]));
	}
	[...table.tFoot?.rows[0].cells ?? []].forEach((cell, i) => {
		if (cell.dataset.columnTotal)
			cell.textContent = show(cell.dataset.columnTotal,
			    total(rows.map((row) => row.cells[i]?.querySelector(
				"[data-sum]")).filter(Boolean)));
	});
}

export function start(tables) {
	for (const table of tables)
		table.addEventListener("input", () => refresh(table));
}
