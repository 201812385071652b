/*
 * Sends a chosen or dropped file at once, with its progress. A big one goes in
 * pieces (pieces.js), and goes on after a cut, a reload or a restarted server.
 * It refuses to touch the control when sending fails: the form's own button
 * then sends the file.
 *
 * <div class="file-drop" data-upload="URL" data-pieces="URL" data-text-…>
 *   with data-upload: the file joins the question when it is there. POST URL,
 *   multipart: csrf, then the file under the control's name; or, once sent in
 *   pieces, urlencoded: csrf, champ, envoi. 200 answers { url, name, meta,
 *   replaces }; 4xx { error }.
 *   with data-hold: the file goes with the form; a big one is sent before, and
 *   the form then names it in a hidden input "envoi".
 */
import { Pieces, BIG } from "./pieces.js";

const csrfOf = (input) => input.form.elements.csrf.value;

/* Progress, its words, and a button that gives up. */
function meter(box, file, cancel) {
	const line = document.createElement("div");
	const progress = document.createElement("progress");
	const button = document.createElement("button");

	line.className = "sending";
	progress.max = 100;
	progress.value = 0;
	progress.setAttribute("aria-label",
	    `${box.dataset.textSending} ${file.name}`);
	button.type = "button";
	button.className = "button-link small";
	button.textContent = box.dataset.textCancel;
	button.addEventListener("click", cancel);
	line.append(progress, button);
	box.append(line);
	return { line, progress };
}

function line(box, answer) {
	const item = document.createElement("li");
	const link = document.createElement("a");
	const meta = document.createElement("span");
	let list = box.parentElement.querySelector(":scope > .files");

	if (!list) {
		list = document.createElement("ul");
		list.className = "files";
		box.before(list);
	}
	if (answer.replaces)
		list.replaceChildren();
	item.className = "file";
	link.className = "file-name";
	link.href = answer.url;
	link.textContent = answer.name;
	meta.className = "file-meta";
	meta.textContent = answer.meta ?? "";
	item.append(link, " ", meta);
	list.append(item);
}

/* POST, with progress; { status, answer }, status 0 when nobody answered. */
function post(url, body, onprogress, keep) {
	return new Promise((resolve) => {
		const request = new XMLHttpRequest();

		request.responseType = "json";
		request.upload.onprogress = onprogress;
		request.onerror = () => resolve({ status: 0 });
		request.onabort = () => resolve({ status: -1 });
		request.onload = () => resolve({ status: request.status,
			answer: request.response });
		request.open("POST", url);
		request.setRequestHeader("Accept", "application/json");
		request.send(body);
		keep?.(request);
	});
}

class Drop {
	constructor(box) {
		this.box = box;
		this.text = box.dataset;
		this.input = box.querySelector('input[type="file"]');
		this.say = document.createElement("p");
		this.say.setAttribute("role", "status");
		box.append(this.say);
		this.input.addEventListener("change", () => this.chosen());
		if (this.isHeld())
			this.once();
		for (const kind of ["dragover", "dragleave", "drop"])
			box.addEventListener(kind, (event) => this.drag(event, kind));
		this.remember();
	}

	/* A form that takes a while is sent once, however often it is clicked. */
	once() {
		let sent = false;

		this.input.form.addEventListener("submit", (event) => {
			if (sent)
				event.preventDefault();
			sent = true;
		});
		addEventListener("pageshow", () => { sent = false; });
	}

	/* What tells this control among those of this browser. */
	get place() {
		return `${this.text.upload || location.pathname} ${this.input.name}`;
	}

	drag(event, kind) {
		event.preventDefault();
		this.box.toggleAttribute("data-over", kind === "dragover");
		if (kind === "drop" && event.dataTransfer.files.length > 0) {
			this.input.files = event.dataTransfer.files;
			this.input.dispatchEvent(new Event("change"));
		}
	}

	tell(name, text) {
		this.say.textContent = `${name} : ${text}`;
	}

	/* A sending of this control that a reload left behind. */
	async remember() {
		const left = await Pieces.left(this.place);

		if (!left)
			return;
		if (this.isHeld() && left.offset === left.size)
			this.hold(left);
		else
			this.tell(left.name, `${this.text.textResume} (${
			    Math.floor(100 * left.offset / left.size)} %)`);
	}

	isHeld() {
		return "hold" in this.text;
	}

	async chosen() {
		let ok = true;

		for (const file of [...this.input.files])
			ok = await this.send(file) && ok;
		if (ok)
			this.input.value = "";
	}

	async send(file) {
		if (this.text.pieces && file.size > BIG)
			return this.sendPieces(file);
		if (this.isHeld()) {
			this.release();
			return false;		/* the form sends it */
		}
		return this.sendWhole(file);
	}

	async sendWhole(file) {
		const body = new FormData();
		let request;
		const { line: row, progress } = meter(this.box, file,
		    () => request?.abort());

		body.append("csrf", csrfOf(this.input));
		body.append(this.input.name, file, file.name);
		const done = await post(this.text.upload, body, (e) => {
			if (e.lengthComputable)
				progress.value = Math.round(100 * e.loaded / e.total);
		}, (r) => { request = r; });
		row.remove();
		return this.joined(file.name, done);
	}

	joined(name, { status, answer }) {
		if (status === 200 && answer?.url) {
			line(this.box, answer);
			this.tell(name, this.text.textSent);
			return true;
		}
		this.tell(name, status === -1 ? this.text.textCancelled :
		    answer?.error ?? this.text.textFailed);
		return false;
	}

	async sendPieces(file) {
		const pieces = new Pieces(this.text.pieces, this.place, file,
		    csrfOf(this.input));
		const { line: row, progress } = meter(this.box, file,
		    () => pieces.cancel());

		pieces.onprogress = (sent) => {
			progress.value = Math.floor(100 * sent / file.size);
		};
		pieces.onwait = () => this.tell(file.name, this.text.textWaiting);
		pieces.ongo = () => { this.say.textContent = ""; };
		const sent = await pieces.run();

		row.remove();
		if (!sent.token) {
			this.tell(file.name, sent.cancelled ?
			    this.text.textCancelled :
			    sent.error ?? this.text.textFailed);
			if (sent.cancelled)
				this.input.value = "";
			return false;
		}
		if (this.isHeld()) {
			this.hold(sent);
			return true;
		}
		return this.take(file, sent);
	}

	/* The complete file joins the question; asked again while nobody answers. */
	async take(file, sent) {
		const body = new URLSearchParams({ csrf: csrfOf(this.input),
			champ: this.input.name, envoi: sent.token });
		let done;

		for (let i = 0; i < 6; i++) {
			done = await post(this.text.upload, body);
			if (done.status !== 0 && done.status < 500)
				break;
			this.tell(file.name, this.text.textWaiting);
			await new Promise((r) => setTimeout(r, 1000 << i));
		}
		if (done.status !== 0 && done.status < 500)
			Pieces.forget(this.place);
		return this.joined(file.name, done);
	}

	/* The form names it when it is sent. */
	hold(sent) {
		let hidden = this.box.querySelector('input[name="envoi"]');

		if (!hidden) {
			hidden = document.createElement("input");
			hidden.type = "hidden";
			hidden.name = "envoi";
			this.box.append(hidden);
		}
		hidden.value = sent.token;
		this.tell(sent.name, this.text.textReady);
		if (this.bound)
			return;
		this.bound = true;
		this.input.form.addEventListener("submit",
		    () => Pieces.forget(this.place));
	}

	release() {
		this.box.querySelector('input[name="envoi"]')?.remove();
		this.box.querySelector("[data-held]")?.remove();
		this.say.textContent = "";
	}
}

export function start(boxes) {
	for (const box of boxes)
		if (box.dataset.upload || "hold" in box.dataset)
			new Drop(box);
}
