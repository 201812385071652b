/*
 * Adds, moves and takes away the items of a repeated block without leaving the
 * page. It refuses to know what is inside: a blank item comes with the page.
 *
 * <div data-repeat="XN" data-max data-item data-group="a.x"> with
 * .repeat-item fieldsets, a <template> of the blank one (XN stands for its
 * number), buttons [data-up] [data-down] [data-remove] in each, and [data-add].
 */
const NAMES = ["name", "id", "for", "aria-describedby", "aria-labelledby",
    "value", "data-group", "data-calculated"];

class Repeat {
	constructor(box) {
		this.box = box;
		this.blank = [...box.children].find((c) => c.tagName === "TEMPLATE");
		this.button = [...box.children].find((c) => c.matches("[data-add]"));
		this.button.addEventListener("click", (event) => {
			event.preventDefault();
			this.add();
		});
		for (const item of this.items())
			this.enliven(item);
		this.refresh();
	}

	/* Read each time: the block itself may be in an item that moves. */
	get name() {
		return this.box.dataset.group;
	}

	get id() {
		return this.name.replace(/^a\./, "f-").replaceAll(".", "-");
	}

	items() {
		return [...this.box.children].filter((c) => c.matches(".repeat-item"));
	}

	own(item, selector) {
		return [...item.querySelectorAll(selector)]
		    .find((e) => e.closest(".repeat-item") === item);
	}

	enliven(item) {
		const acts = { up: -1, down: 1, remove: 0 };

		for (const [act, step] of Object.entries(acts))
			this.own(item, `[data-${act}]`).addEventListener("click",
			    (event) => {
				event.preventDefault();
				if (step === 0)
					this.remove(item);
				else
					this.move(item, step, event.target);
			});
	}

	add() {
		const item = this.blank.content.firstElementChild.cloneNode(true);

		this.rename(item, this.box.dataset.repeat, this.items().length);
		this.blank.before(item);
		this.enliven(item);
		this.refresh();
		item.dispatchEvent(new CustomEvent("terreau:added", { bubbles: true }));
		item.querySelector("input:not([type=hidden]), select, textarea")?.focus();
	}

	remove(item) {
		const near = item.nextElementSibling?.matches(".repeat-item") ?
		    item.nextElementSibling : item.previousElementSibling;

		item.remove();
		if (this.items().length === 0)
			this.add();
		this.number();
		(near?.matches?.(".repeat-item") ?
		    this.own(near, "[data-remove]") : this.button).focus();
	}

	move(item, step, focus) {
		const items = this.items();
		const other = items[items.indexOf(item) + step];

		if (!other)
			return;
		other[step < 0 ? "before" : "after"](item);
		this.number();
		focus.focus();
	}

	/* Every name that begins with "a.x.OLD" or "f-x-OLD" has the new number. */
	rename(item, old, now) {
		const from = [`${this.name}.${old}`, `${this.id}-${old}`,
		    `${this.name}:${old}`];
		const to = [`${this.name}.${now}`, `${this.id}-${now}`,
		    `${this.name}:${now}`];
		const one = (element) => {
			for (const attribute of NAMES) {
				const text = element.getAttribute(attribute);

				if (text === null || (attribute === "value" &&
				    element.tagName !== "BUTTON"))
					continue;
				element.setAttribute(attribute, text.split(" ")
				    .map((word) => from.reduce((w, f, i) =>
					w === f || w.startsWith(`${f}.`) ||
					w.startsWith(`${f}-`) || w.startsWith(`${f}:`) ?
					to[i] + w.slice(f.length) : w, word))
				    .join(" "));
			}
			if (element.tagName === "TEMPLATE")
				[...element.content.querySelectorAll("*")].forEach(one);
		};

		item.dataset.number = now;
		[...item.querySelectorAll("*")].forEach(one);
		if (Number.isInteger(now))
			this.own(item, "[data-item-name]").textContent =
			    `${this.box.dataset.item} ${now + 1}`;
	}

	/*
	 * The places changed. Through names that nobody has, then the new ones:
	 * two groups of radio buttons of one name would lose a choice.
	 */
	number() {
		this.items().forEach((item, i) =>
		    this.rename(item, item.dataset.number, `to${i}`));
		this.items().forEach((item, i) => this.rename(item, `to${i}`, i));
		this.refresh();
		this.box.querySelector("[name]:not(button)")?.dispatchEvent(
		    new Event("change", { bubbles: true }));
	}

	refresh() {
		const items = this.items();

		items.forEach((item, i) => {
			item.dataset.number = i;
			this.own(item, "[data-up]").disabled = i === 0;
			this.own(item, "[data-down]").disabled = i === items.length - 1;
		});
		this.button.hidden = items.length >= Number(this.box.dataset.max);
	}
}

export function start(boxes) {
	for (const box of boxes)
		if (!box.repeat)
			box.repeat = new Repeat(box);
}
