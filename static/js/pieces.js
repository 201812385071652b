/*
 * One file sent in pieces (doc/vault.md): POST begins it, PATCH sends a piece at
 * the offset that the server has, HEAD asks where it stands after a cut. What is
 * begun is noted in this browser, so that it goes on after a reload. It refuses
 * to go on with another file than the one that was begun.
 */
export const BIG = 1 << 20;	/* bytes: below, one request is simpler */
const PIECE = 1 << 20;
const WAIT_MS = [500, 1000, 2000, 4000, 8000, 15000];
const TRIES = 60;		/* without a byte more: about a quarter of an hour */

const noteOf = (place) => `terreau:envoi:${place}`;

function read(place) {
	try {
		return JSON.parse(localStorage.getItem(noteOf(place)));
	} catch {
		return null;
	}
}

function write(place, note) {
	try {
		localStorage.setItem(noteOf(place), JSON.stringify(note));
	} catch {
		/* no storage: a reload starts again */
	}
}

/* The SHA-256 of a piece; null where the browser has none (plain http). */
async function checksum(bytes) {
	if (!globalThis.crypto?.subtle)
		return null;
	const digest = await crypto.subtle.digest("SHA-256", bytes);

	return [...new Uint8Array(digest)].map((b) =>
		b.toString(16).padStart(2, "0")).join("");
}

export class Pieces {
	constructor(url, place, file, csrf) {
		this.url = url;
		this.place = place;
		this.file = file;
		this.csrf = csrf;
		this.identity = `${file.name} ${file.size} ${file.lastModified}`;
		this.cancelled = false;
	}

	/* What was begun at that place and is still there, or null. */
	static async left(place) {
		const note = read(place);

		if (!note)
			return null;
		try {
			const reply = await fetch(note.url,
			    { headers: { Accept: "application/json" } });

			if (reply.ok)
				return await reply.json();
			if (reply.status === 404)
				Pieces.forget(place);
		} catch {
			/* no connection: it may be there */
		}
		return null;
	}

	static forget(place) {
		try {
			localStorage.removeItem(noteOf(place));
		} catch {
			/* nothing was noted */
		}
	}

	async cancel() {
		this.cancelled = true;
		this.request?.abort();
		this.wake?.();
		if (this.at)
			fetch(this.at, { method: "DELETE",
				headers: { Accept: "application/json",
					"X-CSRF-Token": this.csrf } }).catch(() => {});
		Pieces.forget(this.place);
	}

	/* { token, name } when it is all there; { error } or { cancelled }. */
	async run() {
		let offset = await this.begin();
		let tries = 0;

		while (!this.cancelled && offset >= 0 && offset < this.file.size) {
			const now = await this.piece(offset);

			if (now.error)
				return now;
			if (now.offset > offset) {
				tries = 0;
				this.ongo?.();
			} else if (++tries > TRIES || !now.again) {
				return {};
			} else {
				this.onwait?.();
				await this.pause(tries);
			}
			offset = now.offset ?? await this.ask(offset);
			if (offset < 0)		/* swept meanwhile: from the start */
				offset = await this.create();
		}
		if (this.cancelled)
			return { cancelled: true };
		return offset < 0 ? { error: this.error } :
		    { token: this.token, name: this.file.name };
	}

	/* Until the network comes back, or a while. */
	pause(tries) {
		const ms = WAIT_MS[Math.min(tries, WAIT_MS.length) - 1];

		return new Promise((resolve) => {
			const timer = setTimeout(resolve, ms);

			this.wake = () => {
				clearTimeout(timer);
				resolve();
			};
			addEventListener("online", this.wake, { once: true });
		});
	}

	/* Go on with what was begun with this very file, or begin; its offset. */
	async begin() {
		const note = read(this.place);

		if (note?.identity === this.identity) {
			this.token = note.token;
			this.at = note.url;
			const offset = await this.ask(0);

			if (offset >= 0)
				return offset;
		}
		return this.create();
	}

	async create() {
		const body = new URLSearchParams({ csrf: this.csrf,
			nom: this.file.name, taille: this.file.size });

		for (let tries = 1; tries <= TRIES && !this.cancelled; tries++) {
			try {
				const reply = await fetch(this.url, { method: "POST", body,
					headers: { Accept: "application/json" } });
				const answer = await reply.json();

				if (reply.status === 201)
					return this.note(answer);
				if (reply.status < 500) {
					this.error = answer.error;
					return -1;
				}
			} catch {
				/* no answer: again */
			}
			this.onwait?.();
			await this.pause(tries);
		}
		return -1;
	}

	note(answer) {
		this.token = answer.token;
		this.at = answer.url;
		write(this.place, { identity: this.identity, token: this.token,
			url: this.at });
		this.onprogress?.(answer.offset);
		return answer.offset;
	}

	/* Where the server stands; -1 when it knows nothing of it any more, and
	 * `otherwise` when it does not answer. */
	async ask(otherwise) {
		try {
			const reply = await fetch(this.at, { method: "HEAD",
				headers: { Accept: "application/json" } });

			if (reply.status === 404)
				return -1;
			if (reply.ok)
				return Number(reply.headers.get("Upload-Offset"));
		} catch {
			/* cut */
		}
		return otherwise;
	}

	/* Send one: { offset } then, { error }, or { again }. */
	async piece(offset) {
		const bytes = await this.file.slice(offset, offset + PIECE)
		    .arrayBuffer().catch(() => null);

		if (!bytes)		/* moved or removed since it was chosen */
			return {};
		const digest = await checksum(bytes);

		return new Promise((resolve) => {
			const request = this.request = new XMLHttpRequest();

			request.responseType = "json";
			request.timeout = 300000;
			request.upload.onprogress = (e) =>
				this.onprogress?.(offset + e.loaded);
			request.onerror = request.ontimeout = request.onabort = () =>
				resolve({ again: true });
			request.onload = () => resolve(this.answer(request));
			request.open("PATCH", this.at);
			request.setRequestHeader("Accept", "application/json");
			request.setRequestHeader("Content-Type",
			    "application/offset+octet-stream");
			request.setRequestHeader("X-CSRF-Token", this.csrf);
			request.setRequestHeader("Upload-Offset", String(offset));
			if (digest)
				request.setRequestHeader("Upload-Checksum",
				    `sha256 ${digest}`);
			request.send(bytes);
		});
	}

	answer(request) {
		if (request.status === 200) {
			this.onprogress?.(request.response.offset);
			return { offset: request.response.offset };
		}
		/* Elsewhere (409), damaged (422), gone (404): ask, and go on; so
		 * does a server that restarts. */
		if ([404, 409, 422].includes(request.status) || request.status >= 500)
			return { again: true };
		return { error: request.response?.error };
	}
}
