/*
 * The names that a formula may use become buttons that write them in the formula
 * one was writing. It knows no formula.
 */
let last = null;

document.addEventListener("focusin", (event) => {
	if (event.target.matches("[data-formula], [name='m.formula']"))
		last = event.target;
});

function write(name) {
	const formula = last ?? document.querySelector("[name='m.formula']") ??
	    document.querySelector("[data-formula]");

	if (!formula)
		return;
	for (let d = formula.closest("details"); d; d = d.parentElement.closest("details"))
		d.open = true;
	formula.setRangeText(name, formula.selectionStart, formula.selectionEnd, "end");
	formula.dispatchEvent(new Event("input", { bubbles: true }));
	formula.focus();
}

export function start(helps) {
	for (const code of [...helps].flatMap((h) => [...h.querySelectorAll("[data-insert]")])) {
		const button = document.createElement("button");

		button.type = "button";
		button.className = "button-link";
		code.before(button);
		button.append(code);
		button.addEventListener("click", () => write(code.textContent));
	}
}
