/*
 * Leaves in a second list what goes with the first. It refuses to choose: both
 * lists work alone.
 *
 * <fieldset data-linked> with a <select data-first> and a <select data-second>
 * whose groups say data-of="value of the first".
 */
function enliven(box) {
	const first = box.querySelector("[data-first]");
	const second = box.querySelector("[data-second]");
	const groups = [...second.querySelectorAll("optgroup")];
	const refresh = () => {
		for (const group of groups) {
			const fits = first.value === group.dataset.of;

			if (fits)
				second.append(group);
			else
				group.remove();
			if (!fits && group.contains(second.selectedOptions[0]))
				second.value = "";
		}
		second.disabled = first.value === "";
	};

	/* Chosen there only: the first follows. */
	if (first.value === "" && second.value !== "")
		first.value = second.value.split("/")[0];
	first.addEventListener("change", refresh);
	refresh();
}

export function start(boxes) {
	for (const box of boxes)
		enliven(box);
}
