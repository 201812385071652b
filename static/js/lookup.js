/*
 * Completes a commune or an organisation while it is typed. It refuses to
 * decide: what is typed is sent as it is, and the server matches it.
 *
 * <input data-lookup="URL" name="x"> with a hidden input x_code beside it.
 * GET URL?q=... answers [{ code, name, detail }].
 */
const WAIT_MS = 150;
let count = 0;

class Lookup {
	constructor(input) {
		this.input = input;
		this.code = input.form?.elements[`${input.name}_code`];
		this.list = document.createElement("ul");
		this.list.id = `propositions-${++count}`;
		this.list.className = "lookup";
		this.list.setAttribute("role", "listbox");
		this.list.hidden = true;
		this.at = -1;
		input.after(this.list);
		input.setAttribute("role", "combobox");
		input.setAttribute("aria-autocomplete", "list");
		input.setAttribute("aria-controls", this.list.id);
		input.setAttribute("aria-expanded", "false");
		input.addEventListener("input", () => this.typed());
		input.addEventListener("keydown", (e) => this.key(e));
		input.addEventListener("blur", () => this.close());
		this.list.addEventListener("mousedown", (e) => {
			e.preventDefault();
			this.choose(e.target.closest("[role=option]"));
		});
	}

	typed() {
		if (this.code)
			this.code.value = "";
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.ask(), WAIT_MS);
	}

	async ask() {
		const typed = this.input.value.trim();
		const url = new URL(this.input.dataset.lookup, location.href);

		if (typed.length < 2)
			return this.close();
		url.searchParams.set("q", typed);
		try {
			const reply = await fetch(url, { headers: { Accept: "application/json" } });

			if (reply.ok && typed === this.input.value.trim())
				this.show(await reply.json());
		} catch {
			this.close();
		}
	}

	show(rows) {
		this.list.replaceChildren(...rows.map((row, i) => {
			const option = document.createElement("li");
			const detail = document.createElement("span");

			option.id = `${this.list.id}-${i}`;
			option.setAttribute("role", "option");
			option.dataset.code = row.code;
			option.dataset.name = row.name;
			detail.className = "soft small";
			detail.textContent = row.detail ?? "";
			option.append(row.name, " ", detail);
			return option;
		}));
		this.at = -1;
		this.list.hidden = rows.length === 0;
		this.input.setAttribute("aria-expanded", String(rows.length > 0));
		this.input.removeAttribute("aria-activedescendant");
	}

	close() {
		this.show([]);
	}

	key(event) {
		const options = this.list.children;

		if (this.list.hidden)
			return;
		if (event.key === "ArrowDown" || event.key === "ArrowUp") {
			const step = event.key === "ArrowDown" ? 1 : -1;

			event.preventDefault();
			options[this.at]?.removeAttribute("aria-selected");
			this.at = (this.at + step + options.length) % options.length;
			options[this.at].setAttribute("aria-selected", "true");
			options[this.at].scrollIntoView({ block: "nearest" });
			this.input.setAttribute("aria-activedescendant",
			    options[this.at].id);
		} else if (event.key === "Enter" && this.at >= 0) {
			event.preventDefault();
			this.choose(options[this.at]);
		} else if (event.key === "Escape") {
			this.close();
		}
	}

	choose(option) {
		if (!option)
			return;
		this.input.value = option.dataset.name;
		if (this.code)
			this.code.value = option.dataset.code;
		this.close();
		this.input.dispatchEvent(new Event("change", { bubbles: true }));
	}
}

export function start(inputs) {
	for (const input of inputs)
		new Lookup(input);
}
