// Holders who save answers and send documents without rest, while somebody kills
// what serves them. What was acknowledged is written, line by line, to a file:
// it must all be there afterwards. It asserts nothing and ends by itself.
// Usage: clients.cjs URL NOTES SECONDS   (a holder of the demonstration)
'use strict';
const fs = require('node:fs');
const crypto = require('node:crypto');

const [, , URL_, NOTES, SECONDS] = process.argv;
const END = Date.now() + 1000 * Number(SECONDS);
const MAIL = 'porteur@terreau.example', PASS = 'terreau-demo-2026';
const PIECE = 65536;
const note = (line) => fs.appendFileSync(NOTES, line + '\n');
const late = () => Date.now() > END;
const pause = (ms) => new Promise((r) => setTimeout(r, ms));
const csrfOf = (page) => page.match(/name="csrf" value="([^"]*)"/)[1];

// One request of a browser; status 0 when nobody answers (it was killed).
async function ask(who, path, options = {}) {
	try {
		const reply = await fetch(URL_ + path, { redirect: 'manual',
			signal: AbortSignal.timeout(8000), ...options,
			headers: { Cookie: who.cookie, Referer: URL_ + '/', ...options.headers } });
		// Debian 12's Node has no getSetCookie.
		const set = /\bterreau=[^;]*/.exec(reply.headers.get('set-cookie'));
		if (set)
			who.cookie = set[0];
		return { status: reply.status, headers: reply.headers, text: await reply.text() };
	} catch {
		await pause(50);
		return { status: 0, text: '' };
	}
}

// Until it is answered so; throws LATE at the end.
const LATE = new Error('late');

async function insist(who, path, wanted, options) {
	for (;;) {
		const reply = await ask(who, path, options);
		if (reply.status === wanted)
			return reply;
		if (late())
			throw LATE;
		await pause(100);
	}
}

const form = (fields) => ({ method: 'POST', body: new URLSearchParams(fields) });

async function holder(n) {
	const who = { cookie: '' };
	const page = await insist(who, '/compte/connexion', 200);
	await insist(who, '/compte/connexion', 303, form({ csrf: csrfOf(page.text),
		courriel: MAIL, passe: PASS }));
	const begin = await insist(who, '/cte/deposer', 200);
	who.csrf = csrfOf(begin.text);
	const made = await insist(who, '/cte/deposer', 303, form({ csrf: who.csrf,
		titre: `Robustesse ${n} ${crypto.randomBytes(3).toString('hex')}`, porteur: '0' }));
	who.project = made.headers.get('location');
	who.n = n;
	return who;
}

// One question, again and again, each time from what the server last had.
async function saver(n) {
	const who = await holder(n);
	const step = `${who.project}/etapes/projet`;
	const slug = who.project.split('/').pop();
	let mark = '-';
	for (let i = 0; !late(); i++) {
		const text = `Réponse ${n}-${i} ${crypto.randomBytes(8).toString('hex')}`;
		const reply = await ask(who, `${step}/enregistrer`, { headers: {
			Accept: 'application/json' }, ...form({ csrf: who.csrf,
			champ: 'a.besoin', 'a.besoin': text, 'b.besoin': mark }) });
		if (reply.status === 200) {
			mark = JSON.parse(reply.text).mark;
			note(`answer ${slug} ${i} ${text}`);
		} else if (reply.status !== 0) {
			// It may have been saved and its answer lost: look again.
			const page = await ask(who, step);
			const found = page.text.match(/name="b\.besoin" value="([^"]*)"/);
			if (found)
				mark = found[1];
		}
	}
}

const pdf = (n) => Buffer.concat([Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\n'),
	crypto.randomBytes(n), Buffer.from('\ntrailer<<>>\n%%EOF\n')]);
const digest = (b) => crypto.createHash('sha256').update(b).digest('hex');

// Whole documents, by the plain form of a question.
async function sender(n) {
	const who = await holder(n);
	while (!late()) {
		const bytes = pdf(30000);
		const body = new FormData();
		body.append('csrf', who.csrf);
		body.append('a.autres-pieces', new Blob([bytes]), 'plein.pdf');
		const reply = await ask(who, `${who.project}/etapes/pieces/pieces`,
			{ method: 'POST', body, headers: { Accept: 'application/json' } });
		if (reply.status === 200)
			note(`document ${digest(bytes)} ${bytes.length}`);
		else if (reply.status === 422)	// ten at most
			Object.assign(who, await holder(n));
	}
}

// Documents in pieces: continued where the server stands, after each death.
async function piecer(n) {
	const who = await holder(n);
	const json = { Accept: 'application/json', 'X-CSRF-Token': who.csrf };
	while (!late()) {
		const bytes = pdf(20 * PIECE);
		const made = await insist(who, '/compte/envois', 201, { headers: json,
			...form({ csrf: who.csrf, nom: 'morceaux.pdf', taille: bytes.length,
				sha256: digest(bytes) }) });
		const { url, token } = JSON.parse(made.text);
		let at = 0;
		while (at < bytes.length && !late()) {
			const piece = bytes.subarray(at, at + PIECE);
			const reply = await ask(who, url, { method: 'PATCH', body: piece,
				headers: { ...json, 'Content-Type': 'application/offset+octet-stream',
					'Upload-Offset': String(at),
					'Upload-Checksum': `sha256 ${digest(piece)}` } });
			if (reply.status === 200) {
				at += piece.length;
				continue;
			}
			note('cut');
			const now = await insist(who, url, 200, { method: 'HEAD', headers: json });
			if (!now)
				return;
			const stands = Number(now.headers.get('upload-offset'));
			// Acknowledged pieces never disappear.
			if (stands < at)
				note(`lost ${at - stands} bytes of ${token}`);
			at = stands;
		}
		if (late())
			return;
		const body = new FormData();
		body.append('csrf', who.csrf);
		body.append('nature', 'autre');
		body.append('envoi', token);
		const reply = await ask(who, '/compte/documents/deposer', { method: 'POST', body });
		if (reply.status === 303)
			note(`document ${digest(bytes)} ${bytes.length}`);
	}
}

Promise.all([saver(1), saver(2), saver(3), sender(4), sender(5), piecer(6), piecer(7)]
	.map((work) => work.catch((e) => {
		if (e !== LATE)
			throw e;
	}))).then(() => process.exit(0));
