/*
 * Adds a line to a table of controls, and keeps the totals of amounts. It
 * refuses to count for the server: totals are only shown.
 *
 * <table data-lines> whose controls are named …N.part; a [data-add-line] button
 * after it; [data-amount] controls and a [data-total] cell.
 */
const euros = (cents) => (cents / 100).toLocaleString(
    document.documentElement.lang, { style: "currency", currency: "EUR",
	minimumFractionDigits: cents % 100 === 0 ? 0 : 2 });

/* "1 200,50" in cents; 0 when it is no amount. */
function cents(text) {
	const plain = text.replace(/[\s\u00a0\u202f\u2009€']/g, "");
	const m = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(plain);

	return m ? Number(m[1]) * 100 + Number((m[2] ?? "").padEnd(2, "0")) : 0;
}

function total(table) {
	const cell = table.querySelector("[data-total]");

	if (cell)
		cell.textContent = euros([...table.querySelectorAll("[data-amount]")]
		    .reduce((sum, control) => sum + cents(control.value), 0));
}

/* The last line again, empty, with the next number everywhere. */
function more(table) {
	const body = table.tBodies[0];
	const line = body.rows[body.rows.length - 1].cloneNode(true);
	const n = body.rows.length;

	for (const control of line.querySelectorAll("[name]")) {
		control.name = control.name.replace(/\.\d+\.([a-z0-9-]+)$/, `.${n}.$1`);
		control.setAttribute("aria-label", control.getAttribute("aria-label")
		    .replace(/\d+$/, n + 1));
		if (control.tagName === "SELECT")
			control.selectedIndex = 0;
		else
			control.value = "";
	}
	for (const output of line.querySelectorAll("[data-calculated]")) {
		output.dataset.calculated = output.dataset.calculated
		    .replace(/\.\d+\.([a-z0-9-]+)$/, `.${n}.$1`);
		output.value = "";
	}
	line.querySelector(".hint")?.remove();
	body.append(line);
	line.querySelector("[name]").focus();
}

export function start(tables) {
	for (const table of tables) {
		const button = (table.closest(".scroll") ?? table).nextElementSibling;

		table.addEventListener("input", () => total(table));
		if (button?.matches("[data-add-line]"))
			button.addEventListener("click", (event) => {
				event.preventDefault();
				more(table);
			});
	}
}
