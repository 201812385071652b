/*
 * Narrows a long list of boxes to the words typed, and opens the parts that
 * have some. What is ticked stays in sight. It sends nothing.
 *
 * <div data-filter="label" data-filter-text="Chercher…">: the list; each match
 * of the selector is shown or hidden, each <details> follows its own.
 */
function plain(text) {
	return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function narrow(box, words) {
	const wanted = plain(words).split(/\s+/).filter(Boolean);

	for (const item of box.querySelectorAll(box.dataset.filter)) {
		const text = plain(item.textContent);

		item.hidden = !item.querySelector(":checked") &&
		    !wanted.every((w) => text.includes(w));
	}
	for (const part of box.querySelectorAll("details")) {
		const some = part.querySelector(
		    `${box.dataset.filter}:not([hidden])`);

		part.hidden = !some;
		if (wanted.length > 0)
			part.open = Boolean(some);
	}
}

export function start(boxes) {
	for (const box of boxes) {
		const label = document.createElement("label");
		const input = document.createElement("input");

		label.className = "field-label";
		label.textContent = box.dataset.filterText;
		input.type = "search";
		input.addEventListener("input", () => narrow(box, input.value));
		/* Enter looks, and does not send the form around. */
		input.addEventListener("keydown", (event) => {
			if (event.key === "Enter")
				event.preventDefault();
		});
		label.append(input);
		box.prepend(label);
	}
}
