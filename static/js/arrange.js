/*
 * Drags the parts of a form that is being written, on top of their buttons: a
 * question to any block, a block to any step, what is inside a question in its
 * list. A drop sends what a button would; the server says where things are.
 */
const kinds = {
	question: { row: ".part-question", over: ".part-block", list: "[data-questions]" },
	bloc: { row: ".part-block", over: ".part-step[data-name]" },
	etape: { row: ".part-step", over: "[data-arrange]" },
};

class Arrange {
	constructor(box) {
		this.box = box;
		for (const form of box.querySelectorAll("form[data-part]"))
			this.handle(form);
		box.addEventListener("dragover", (event) => this.over(event));
		box.addEventListener("drop", (event) => this.drop(event));
	}

	handle(form) {
		const kind = kinds[form.dataset.part.split(":")[0]];
		const row = form.closest(".part");
		const handle = document.createElement("span");

		if (!kind)
			return;
		row.dataset.name = form.dataset.part;
		handle.className = "part-handle";
		handle.draggable = true;
		handle.title = this.box.dataset.textHandle;
		handle.setAttribute("aria-hidden", "true");
		form.prepend(handle);
		handle.addEventListener("dragstart", (event) => {
			event.dataTransfer.effectAllowed = "move";
			event.dataTransfer.setData("text/plain", form.dataset.part);
			event.dataTransfer.setDragImage(row, 0, 0);
			this.dragged = { form, row, kind, from: row.parentElement,
			    next: row.nextSibling, inner: form.dataset.part.includes("/") };
			row.classList.add("dragged");
			this.box.classList.add("arranging");
		});
		handle.addEventListener("dragend", () => this.end(true));
	}

	/* Where it would stand: a list, and the row it comes before. */
	list(target) {
		const { kind, from, row, inner } = this.dragged;
		const over = target.closest(kind.over);

		if (inner)
			return from.contains(target) ? from : null;
		return over && !row.contains(over) ?
		    (kind.list ? over.querySelector(kind.list) : over) : null;
	}

	rows(list) {
		return [...list.children].filter((c) =>
		    c.matches(this.dragged.kind.row) && c.dataset.name &&
		    c !== this.dragged.row);
	}

	over(event) {
		const list = this.dragged && this.list(event.target);

		if (!list)
			return;
		event.preventDefault();
		event.dataTransfer.dropEffect = "move";
		const rows = this.rows(list);
		const before = rows.find((row) => {
			const box = row.getBoundingClientRect();

			return event.clientY < box.top + box.height / 2;
		});
		const last = rows.at(-1);

		if (before)
			before.before(this.dragged.row);
		else if (last)
			last.after(this.dragged.row);
		else if (list.matches("ol"))
			list.append(this.dragged.row);
		else
			list.querySelector(".part-head").after(this.dragged.row);
	}

	drop(event) {
		if (!this.dragged)
			return;
		event.preventDefault();
		const { form, row, from, next } = this.dragged;
		const follower = this.rows(row.parentElement).find((other) =>
		    row.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
		const holder = row.parentElement.closest("[data-name]");
		const moved = row.parentElement !== from || row.nextSibling !== next;

		this.end(false);
		if (!moved)
			return;
		const operation = document.createElement("input");

		operation.type = "hidden";
		operation.name = "operation";
		operation.value = `placer ${form.dataset.part} ` +
		    (follower?.dataset.name ?? holder?.dataset.name ?? "");
		form.append(operation);
		form.submit();
	}

	end(back) {
		if (!this.dragged)
			return;
		const { row, from, next } = this.dragged;

		if (back)
			from.insertBefore(row, next);
		row.classList.remove("dragged");
		this.box.classList.remove("arranging");
		this.dragged = null;
	}
}

export function start(boxes) {
	for (const box of boxes)
		new Arrange(box);
}
