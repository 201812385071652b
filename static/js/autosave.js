/*
 * Saves each answer of a form when it changes. It refuses to lose anything (a
 * value stays in this browser until the server has it) and to overwrite what
 * somebody else wrote meanwhile (the two are shown).
 *
 * <form data-autosave="URL"> with the texts of partials/autosave_texts.tpl,
 * hidden inputs csrf and revision, and one [data-save-state] inside. Controls
 * in an element with data-group="NAME" are sent together. Without script the
 * form's own button saves.
 *
 * Sent: POST URL, urlencoded: csrf, revision, champ (the field's name), and
 * the field's control(s) under their own names; and, when the form has one, the
 * hidden input "b.NAME" (of a field "a.NAME"): the mark of what the field was
 * made from. Answers, in JSON:
 *   200 { saved_at: "14 h 32", revision: 7, answered: "32 réponses sur 44",
 *         percent: 72, judged: { rules, calculated, ineligible,
 *         beside: { KEY: error } } }
 *         (the last three are optional); "terreau:judged" tells the others
 *   422 { error, mark }    the value breaks a rule: said beside the field;
 *                          with a mark, the server keeps it as it was typed
 *   409 { other, mark }    changed elsewhere since: both are shown
 *   413                    too long to be taken at all: said beside the field
 *   401, 403               the session ended
 */
const WAIT_MS = 1200;		/* after the last key */
const HOLD_MS = 4000;		/* a form that is sent, for the answer before it */
const RETRY_MS = [1000, 2000, 5000, 10000, 30000];

const isAnswer = (control) => control.name && !control.disabled &&
    control.name !== "csrf" && control.name !== "revision" &&
    !["file", "submit", "button", "password"].includes(control.type) &&
    !(control.type === "hidden" && !control.closest("[data-group]"));

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/* The value that the page gave to a control, as its type lets it show. */
function served(control) {
	if (control.tagName === "SELECT")
		return ([...control.options].find((o) => o.defaultSelected) ??
		    control.options[0])?.value ?? "";
	if (control.tagName === "TEXTAREA")
		return control.defaultValue;
	const twin = document.createElement("input");

	twin.type = control.type;
	twin.value = control.defaultValue;
	return twin.value;
}

class Autosave {
	constructor(form) {
		this.form = form;
		this.text = form.dataset;
		this.key = `terreau:${form.dataset.autosave}`;
		this.say = form.querySelector("[data-save-state]");
		if (this.say?.dataset.never)
			this.say.textContent = this.say.dataset.never;
		/* field -> { pairs: [[name, value]], base: the server's own } */
		this.waiting = this.read();
		/* the same, kept here but not sent: refused, or in conflict */
		this.aside = new Map();
		this.base = new Map(this.fields().map((f) => [f, this.served(f)]));
		this.sending = false;
		this.tries = 0;
		this.stopped = false;
		this.anew = false;	/* the page is asked again once all is sent */
		this.short = new Set();	/* fields whose lines this page lacks */
		this.restore();
		form.addEventListener("input", (e) => this.changed(e, WAIT_MS));
		form.addEventListener("change", (e) => this.changed(e, 0));
		form.addEventListener("submit", (e) => this.leave(e));
		addEventListener("online", () => this.send());
		addEventListener("pagehide", () => this.last());
		addEventListener("beforeunload", (e) => this.warn(e));
		/* What was typed before this script came, or that a browser
		 * gave back by itself. */
		for (const field of this.base.keys())
			if (!this.waiting.has(field) && !this.aside.has(field))
				this.change(field, 0);
	}

	/* ---- what this browser keeps ---- */

	read() {
		try {
			return new Map(JSON.parse(localStorage.getItem(this.key) ?? "[]"));
		} catch {
			return new Map();
		}
	}

	keep() {
		const all = [...this.aside, ...this.waiting];

		try {
			if (all.length > 0)
				localStorage.setItem(this.key, JSON.stringify(all));
			else
				localStorage.removeItem(this.key);
		} catch {
			/* private mode or full: the form still saves */
		}
	}

	/*
	 * What was kept from an earlier visit: sent again where the server
	 * still has what it had then, shown where it has something else.
	 */
	restore() {
		for (const [field, { pairs, base }] of [...this.waiting]) {
			const here = this.base.get(field);

			if (here === undefined || same(pairs, here))
				this.waiting.delete(field);
			else if (same(base, here))
				this.resume(field, pairs);
			else
				this.offer(field, pairs);
		}
		this.keep();
		if (this.waiting.size === 0)
			return;
		this.state("saving", this.text.textRestored);
		this.send();
	}

	/*
	 * Put back in the controls. Lines that were added since have none in this
	 * page: nobody writes there until the server has them and shows them.
	 */
	resume(field, pairs) {
		const names = new Set([...this.form.elements].map((c) => c.name));

		if (pairs.every(([name]) => names.has(name))) {
			this.fill(field, pairs);
			return;
		}
		this.anew = true;
		this.short.add(field);
		this.box(field)?.setAttribute("inert", "");
	}

	/* Show what was written here beside what the server has now. */
	offer(field, pairs) {
		this.aside.set(field, this.waiting.get(field));
		this.waiting.delete(field);
		this.choice(field, this.text.textConflict, this.words(field, pairs), {
			[this.text.textTake]: () => {
				this.resume(field, pairs);
				this.aside.delete(field);
				this.waiting.set(field, { pairs, base: this.base.get(field) });
				this.keep();
				this.state("saving", this.text.textSaving);
				this.send();
			},
			[this.text.textLeave]: () => {
				this.aside.delete(field);
				this.keep();
			},
		});
		this.state("late", this.text.textChoose);
	}

	/* A sentence, a text, and what may be done about it: once. */
	choice(field, sentence, words, acts) {
		const about = this.box(field)?.querySelector(".field-about") ?? this.form;
		const note = document.createElement("div");
		const text = document.createElement("p");
		const quote = document.createElement("blockquote");
		const buttons = document.createElement("p");

		note.className = "other";
		note.setAttribute("role", "group");
		text.className = "asked";
		text.textContent = sentence;
		quote.className = "pre-line";
		quote.textContent = words;
		buttons.className = "other-acts";
		for (const [name, act] of Object.entries(acts)) {
			const button = document.createElement("button");

			button.type = "button";
			button.className = "button-link";
			button.textContent = name;
			button.addEventListener("click", () => {
				note.remove();
				act();
			});
			buttons.append(button);
		}
		note.append(text, ...words === "" ? [] : [quote], buttons);
		about.querySelector(".other")?.remove();
		about.append(note);
		this.box(field)?.removeAttribute("inert");
	}

	/* What was typed, as a person reads it: each part after its own name. */
	words(field, pairs) {
		const controls = this.controls(field);

		return pairs.filter(([, value]) => value.trim() !== "").map(([name, value]) => {
			const control = controls.find((c) => c.name === name &&
			    (!["checkbox", "radio"].includes(c.type) || c.value === value));
			const label = (control?.getAttribute("aria-label") ??
			    control?.labels?.[0]?.firstChild.textContent ?? "").trim();

			if (control?.type === "hidden")
				return "";
			if (["checkbox", "radio"].includes(control?.type))
				return control.labels[0]?.textContent.trim() ?? value;
			if (control?.tagName === "SELECT")
				value = [...control.options].find((o) => o.value === value)
				    ?.textContent.trim() ?? value;
			return label !== "" && name !== field ? `${label} : ${value}` : value;
		}).filter((line) => line !== "").join("\n");
	}

	fill(field, pairs) {
		for (const control of this.controls(field)) {
			const values = pairs.filter((pair) => pair[0] === control.name)
			    .map((pair) => pair[1]);

			if (["checkbox", "radio"].includes(control.type))
				control.checked = values.includes(control.value);
			else
				control.value = values[0] ?? "";
		}
	}

	/* ---- what the form holds ---- */

	controls(field) {
		return [...this.form.elements]
		    .filter((c) => isAnswer(c) && this.field(c) === field);
	}

	/* The outermost: what is inside a repeated block is saved with it. */
	group(control) {
		let group = control.closest("[data-group]");

		while (group?.parentElement.closest("[data-group]"))
			group = group.parentElement.closest("[data-group]");
		return group;
	}

	field(control) {
		return this.group(control)?.dataset.group ?? control.name;
	}

	values(field) {
		return this.controls(field)
		    .filter((c) => !["checkbox", "radio"].includes(c.type) || c.checked)
		    .map((c) => [c.name, c.value]);
	}

	/* The same as the server wrote it in the page, whatever was typed since. */
	served(field) {
		return this.controls(field)
		    .filter((c) => !["checkbox", "radio"].includes(c.type) || c.defaultChecked)
		    .map((c) => [c.name, served(c)]);
	}

	fields() {
		return [...new Set([...this.form.elements]
		    .filter(isAnswer).map((c) => this.field(c)))];
	}

	box(field) {
		const control = this.controls(field)[0];

		return control && (this.group(control) ?? control).closest(".field");
	}

	changed(event, wait) {
		if (isAnswer(event.target))
			this.change(this.field(event.target), wait);
	}

	change(field, wait) {
		const base = this.waiting.get(field)?.base ?? this.base.get(field);
		const pairs = this.values(field);

		if (this.short.has(field))
			return;
		if (!this.waiting.has(field) && !this.aside.has(field) &&
		    same(pairs, base))
			return;
		this.stopped = false;
		this.aside.delete(field);
		this.waiting.set(field, { pairs, base });
		this.keep();
		this.state("saving", this.text.textSaving);
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.send(), wait);
	}

	/* ---- to the server, one answer at a time ---- */

	body(field, pairs) {
		const body = new URLSearchParams();

		body.append("csrf", this.form.elements.csrf?.value ?? "");
		body.append("revision", this.form.elements.revision?.value ?? "");
		body.append("champ", field);
		if (this.mark(field))
			body.append(this.mark(field).name, this.mark(field).value);
		for (const [name, value] of pairs)
			body.append(name, value);
		return body;
	}

	mark(field) {
		return this.form.elements[`b.${field.slice(2)}`];
	}

	post(field, pairs, keepalive) {
		return fetch(this.text.autosave, {
			method: "POST",
			body: this.body(field, pairs),
			headers: { Accept: "application/json" },
			redirect: "manual",
			keepalive,
		});
	}

	async send() {
		if (this.sending || this.stopped || this.waiting.size === 0)
			return;
		const [field, { pairs }] = this.waiting.entries().next().value;

		this.sending = true;
		this.flight = this.one(field, pairs);
		await this.flight;
		this.sending = false;
		this.again();
		if (this.tries === 0)
			this.send();
	}

	async one(field, pairs) {
		try {
			await this.settle(field, pairs, await this.post(field, pairs, false));
		} catch {
			this.later();
		}
	}

	async settle(field, pairs, reply) {
		if (reply.status === 200) {
			const answer = await reply.json();

			this.judged(field, answer);
			this.saved(field, pairs, answer);
		} else if (reply.status === 422) {
			const answer = await reply.json();

			this.judged(field, answer);
			this.refused(field, pairs, answer);
		} else if (reply.status === 413) {
			this.refused(field, pairs, { error: this.text.textTooLong });
		} else if (reply.status === 409 && this.mark(field)) {
			this.conflict(field, await reply.json());
		} else if (reply.status === 409) {
			this.stop(this.text.textReload);
		} else if (reply.status === 401 || reply.status === 403 ||
		    reply.type === "opaqueredirect") {
			this.stop(this.text.textSignedOut);
		} else {
			this.later();
		}
	}

	saved(field, pairs, answer) {
		const revision = this.form.elements.revision;

		this.tries = 0;
		if (revision && answer.revision !== undefined)
			revision.value = answer.revision;
		this.wrong(field, null);
		this.acknowledged(field, pairs, answer);
		this.progress(answer);
		if (this.waiting.size === 0)
			this.state("saved",
			    this.text.textSaved.replace("%s", answer.saved_at ?? ""));
	}

	/* What this answer changed for the other questions of the page. */
	judged(field, { judged }) {
		if (!judged)
			return;
		for (const [key, error] of Object.entries(judged.beside ?? {}))
			if (`a.${key}` !== field && !this.waiting.has(`a.${key}`))
				this.wrong(`a.${key}`, error);
		this.form.dispatchEvent(new CustomEvent("terreau:judged",
		    { detail: judged, bubbles: true }));
	}

	acknowledged(field, pairs, answer) {
		const mark = this.mark(field);

		if (mark && answer.mark !== undefined)
			mark.value = answer.mark;
		this.base.set(field, pairs);
		this.forget(field, pairs);
	}

	/*
	 * The value breaks a rule: it is said; the server keeps it as typed, or
	 * else this browser does, and sends it again when it changes.
	 */
	refused(field, pairs, answer) {
		this.tries = 0;
		this.wrong(field, answer.error);
		if (answer.mark !== undefined)
			this.acknowledged(field, pairs, answer);
		else if (same(this.waiting.get(field)?.pairs, pairs)) {
			this.aside.set(field, this.waiting.get(field));
			this.waiting.delete(field);
			this.keep();
		}
		this.state("late", this.text.textKept);
	}

	/*
	 * Somebody, or another tab, changed it since this page was made: both are
	 * shown, and nothing is sent again before a choice.
	 */
	conflict(field, answer) {
		this.tries = 0;
		this.aside.set(field, this.waiting.get(field));
		this.waiting.delete(field);
		this.keep();
		this.mark(field).value = answer.mark;
		this.choice(field, this.text.textOther, answer.other ?? "", {
			[this.text.textMine]: () => this.mine(field),
			[this.text.textTheirs]: () => {
				this.aside.delete(field);
				this.keep();
				this.anew = true;
				this.again();
			},
		});
		this.state("late", this.text.textChoose);
	}

	/* What was typed here is the answer, with the lines this page has no room for. */
	mine(field) {
		if (this.short.has(field)) {
			this.waiting.set(field, this.aside.get(field));
			this.aside.delete(field);
			this.send();
		} else
			this.change(field, 0);
	}

	/* Once everything is at the server, the page as it now has it. */
	again() {
		if (!this.anew || this.sending || this.waiting.size > 0)
			return;
		this.leaving = true;
		location.reload();
	}

	/* Drop what was acknowledged, unless it changed meanwhile. */
	forget(field, pairs) {
		const now = this.waiting.get(field);

		this.waiting.delete(field);
		if (!same(now.pairs, pairs))
			this.waiting.set(field, { pairs: now.pairs, base: pairs });
		this.keep();
	}

	later() {
		const wait = RETRY_MS[Math.min(this.tries, RETRY_MS.length - 1)];

		this.tries++;
		this.state("late", this.text.textLate);
		setTimeout(() => this.send(), wait);
	}

	stop(text) {
		this.stopped = true;
		this.tries = 0;
		this.state("late", text);
	}

	/* ---- leaving ---- */

	/*
	 * The form's own button sends everything. What is kept here goes when
	 * the next page has come (terreau.js).
	 */
	leave(event) {
		this.stopped = true;
		if (this.sending) {
			this.hold(event);
			return;
		}
		this.leaving = true;
		try {
			sessionStorage.setItem("terreau-sent", this.key);
		} catch {
			/* no storage: nothing was kept */
		}
	}

	/*
	 * An answer is on its way: the form waits for its acknowledgement, or the
	 * server would take it for somebody else's change.
	 */
	hold(event) {
		const late = new Promise((done) => setTimeout(done, HOLD_MS));

		event.preventDefault();
		if (this.held)
			return;
		this.held = true;
		Promise.race([this.flight, late]).then(() => {
			this.held = false;
			this.sending = false;
			this.form.requestSubmit(event.submitter);
		});
	}

	last() {
		if (this.leaving || this.stopped)
			return;
		for (const [field, { pairs }] of this.waiting)
			this.post(field, pairs, true).catch(() => {});
	}

	warn(event) {
		if (!this.leaving && !this.stopped && this.waiting.size > 0)
			event.preventDefault();
	}

	/* ---- what the person sees ---- */

	state(name, text) {
		if (!this.say)
			return;
		this.say.dataset.state = name;
		this.say.textContent = text;
	}

	progress(answer) {
		const bar = document.querySelector(".rail-progress progress");
		const text = document.querySelector(".rail-progress strong") ??
		    this.form.querySelector("[data-progress-text]");

		if (bar && answer.percent !== undefined)
			bar.value = answer.percent;
		if (text && answer.answered)
			text.textContent = answer.answered;
	}

	wrong(field, text) {
		const box = this.box(field);
		const control = box?.querySelector("[name]");
		const about = box?.querySelector(".field-about");

		if (!about || (text === null && !box.classList.contains("field-wrong")))
			return;
		about.querySelector(".error")?.remove();
		box.classList.toggle("field-wrong", text !== null);
		if (text === null) {
			control.removeAttribute("aria-invalid");
			return;
		}
		const error = document.createElement("p");

		error.className = "error";
		error.textContent = text;
		about.append(error);
		control.setAttribute("aria-invalid", "true");
	}
}

export function start(forms) {
	for (const form of forms)
		new Autosave(form);
}
