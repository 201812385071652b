/*
 * Puts options in order with buttons, the arrow keys, and the numbers, which
 * stay the answer. It refuses dragging as the only way.
 *
 * <ol data-ranking data-text-up data-text-down data-text-moved="%s : rang %d">
 * of <li> with one input and its label.
 */
function button(text, label, icon) {
	const b = document.createElement("button");

	b.type = "button";
	b.className = "rank-move";
	b.setAttribute("aria-label", `${text} : ${label}`);
	b.textContent = icon;
	return b;
}

class Ranking {
	constructor(list) {
		this.list = list;
		this.say = document.createElement("p");
		this.say.className = "unseen";
		this.say.setAttribute("role", "status");
		list.after(this.say);
		for (const item of list.children)
			this.enliven(item);
	}

	enliven(item) {
		const input = item.querySelector("input");
		const label = item.querySelector("label").textContent;
		const up = button(this.list.dataset.textUp, label, "↑");
		const down = button(this.list.dataset.textDown, label, "↓");

		up.addEventListener("click", () => this.move(item, -1, up));
		down.addEventListener("click", () => this.move(item, 1, down));
		item.append(up, down);
		input.addEventListener("keydown", (event) => {
			const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];

			if (!step)
				return;
			event.preventDefault();
			this.move(item, step, input);
		});
	}

	move(item, step, focus) {
		const other = step < 0 ? item.previousElementSibling :
		    item.nextElementSibling;

		if (other)
			other[step < 0 ? "before" : "after"](item);
		this.number();
		focus.focus();
		this.say.textContent = this.list.dataset.textMoved
		    .replace("%s", item.querySelector("label").textContent)
		    .replace("%d", item.querySelector("input").value);
		item.querySelector("input").dispatchEvent(
		    new Event("change", { bubbles: true }));
	}

	/* Once somebody moved one, the order is the answer of all. */
	number() {
		[...this.list.children].forEach((item, i) => {
			item.querySelector("input").value = i + 1;
		});
	}
}

export function start(lists) {
	for (const list of lists)
		new Ranking(list);
}
