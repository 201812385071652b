// Every public page, as anybody sees it: accessible, valid, complete without
// script, whole on a narrow screen, light, and asking nothing of anyone else.
'use strict';
const net = require('node:net');
const { test, before, after } = require('node:test');
const b = require('./browser.cjs');
const assert = b.assert;

let project, call;
let pages = ['/', '/cte/', '/cte/projets', '/cte/projets?q=velo',
	'/cte/projets?q=introuvablement', '/cte/appels', '/cte/carte',
	'/cte/observatoire', '/cte/journal', '/cte/journal/verifier',
	'/cte/journal/1', '/cte/donnees', '/cte/territoires/249740101',
	'/cte/territoires/97413', '/cte/mentions-legales',
	'/cte/confidentialite', '/cte/accessibilite', '/compte/connexion',
	'/compte/inscription'];

before(async () => {
	await b.start();
	const page = await b.visitor();
	await b.go(page, '/cte/projets?etat=in_progress');
	project = await page.$eval('.project-card-title a', (a) => a.getAttribute('href'));
	await b.go(page, '/cte/appels');
	call = await page.$eval('.call-card h3 a', (a) => a.getAttribute('href'));
	pages = pages.concat([project, call]);
	await page.context.close();
});
after(() => b.stop());

test('axe finds nothing serious on any public page, light and dark', async () => {
	const page = await b.visitor();
	const found = [];
	for (const scheme of ['light', 'dark']) {
		await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
		for (const address of pages) {
			assert.equal(await b.go(page, address), 200, address);
			for (const v of await b.axe(page))
				found.push(`${scheme} ${address} ${v}`);
		}
	}
	assert.deepEqual(found, []);
	await page.context.close();
});

test('no public page asks anything of another server, nor breaks its policy', async () => {
	const page = await b.visitor();
	for (const address of pages)
		await b.go(page, address);
	assert.deepEqual(page.strangers, []);
	assert.deepEqual(page.refused, []);
	await page.context.close();
});

test('no public page overflows at 320 pixels, nor cuts a word', async () => {
	const page = await b.visitor({ width: 320 });
	for (const address of pages) {
		await b.go(page, address);
		assert.equal(await b.overflow(page), 0, address);
		assert.deepEqual(await b.crushed(page), [], address);
	}
	await page.context.close();
});

test('every public page says what it has without script', async () => {
	const page = await b.visitor({ script: false });
	for (const address of pages) {
		assert.equal(await b.go(page, address), 200, address);
		const main = await page.$eval('main', (m) => m.textContent.trim().length);
		assert.ok(main > 80, `${address} has ${main} characters`);
	}
	await b.go(page, '/cte/carte');
	assert.ok((await page.$$('main svg.map-drawn circle')).length > 10);
	assert.match(await page.content(), /La même chose en liste/);
	await page.context.close();
});

test('the HTML of every public page is valid', async () => {
	const { HtmlValidate } = require('html-validate');
	const validator = new HtmlValidate({ extends: ['html-validate:standard'],
		rules: { 'no-inline-style': 'error', 'no-trailing-whitespace': 'off',
			'long-title': 'off', 'require-sri': 'off', 'void-style': 'off',
			'prefer-native-element': 'off', 'tel-non-breaking': 'off' } });
	const found = [];
	for (const address of pages) {
		const html = await (await fetch(b.BASE + address,
			{ headers: { 'Accept-Language': 'fr' } })).text();
		const report = await validator.validateString(html);
		for (const r of report.results)
			for (const m of r.messages)
				if (m.severity === 2)
					found.push(`${address}:${m.line} ${m.ruleId} ${m.message}`);
	}
	assert.deepEqual(found, []);
});

test('a first visit weighs less than 100 kB', async () => {
	const page = await b.visitor();
	const client = await page.createCDPSession();
	let bytes = 0;
	await client.send('Network.enable');
	client.on('Network.loadingFinished', (e) => { bytes += e.encodedDataLength; });
	await b.go(page, '/cte/');
	await new Promise((r) => setTimeout(r, 500));
	assert.ok(bytes > 20000 && bytes < 100000, `${bytes} bytes`);
	await page.context.close();
});

test('the keyboard goes first to the content, and sees where it is', async () => {
	const page = await b.visitor();
	await b.go(page, '/cte/projets');
	await page.keyboard.press('Tab');
	assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#contenu');
	for (let i = 0; i < 12; i++) {
		await page.keyboard.press('Tab');
		const seen = await page.evaluate(() => {
			const e = document.activeElement, s = getComputedStyle(e);
			const r = e.getBoundingClientRect();
			return { tag: e.tagName, outline: s.outlineStyle !== 'none' || s.boxShadow !== 'none',
				size: r.width * r.height };
		});
		assert.ok(seen.outline && seen.size > 0, JSON.stringify(seen));
	}
	await page.context.close();
});

test('a search with the keyboard alone finds a project', async () => {
	const page = await b.visitor();
	await b.go(page, '/cte/projets');
	await page.focus('#q');
	await page.keyboard.type('velo');
	await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
	assert.match(await b.text(page), /vélo/i);
	await page.context.close();
});

test('a call says what keeps a project out, and what to prepare, before anybody starts', async () => {
	const page = await b.visitor({ script: false });
	const said = async (lang) => {
		await b.go(page, `/cte/appels/quartiers-en-transition-2027?lang=${lang}`);
		return page.$eval('[aria-labelledby=avant]', (e) => e.textContent.replace(/\s+/g, ' '));
	};

	const french = await said('fr');
	assert.match(french, /Pour être éligible Une association souscrit le contrat/);
	assert.match(french, /À vérifier aussi Les dépenses engagées avant l’ouverture/);
	assert.match(french, /Relevé d’identité bancaire \(demandée\)/);
	assert.match(french, /Statuts de l’association \(demandée selon vos réponses\)/);
	assert.match(french, /Autre pièce utile \(facultative\)/);
	assert.match(await said('en'), /To be eligible An association must sign/);
	const model = await page.$eval('[aria-labelledby=avant] a', (a) => a.href);
	assert.equal((await fetch(model)).status, 200);
	await page.context.close();
});

test('the map draws points that lead to their projects', async () => {
	const page = await b.visitor();
	await b.go(page, '/cte/carte');
	await page.waitForSelector('.leaflet-container', { timeout: 8000 });
	assert.ok((await page.$$('.leaflet-interactive, .leaflet-marker-icon, .marker-cluster')).length > 0);
	assert.deepEqual(page.strangers, []);
	await page.context.close();
});

test('English is one header away, and dates and money follow', async () => {
	const page = await b.visitor({ lang: 'en' });
	await b.go(page, '/cte/projets');
	assert.equal(await page.$eval('html', (h) => h.lang), 'en');
	assert.match(await b.text(page), /Search/);
	await page.context.close();
});

test('what one visitor sends changes what nobody else is shown', async () => {
	const http = require('node:http');
	const { hostname, port } = new URL(b.BASE);
	const ask = (headers) => new Promise((done, failed) => http.get({
		hostname, port, path: '/cte/projets', headers: { Host: `${hostname}:${port}`, ...headers },
	}, (r) => {
		let text = '';
		r.setEncoding('utf8').on('data', (d) => { text += d; }).on('end', () => done(text));
	}).on('error', failed));
	const lang = async (headers) => (await ask(headers)).match(/<html lang="(..)"/)[1];
	const french = { 'Accept-Language': 'fr' };
	const sent = [
		['fr', french], ['en', { 'Accept-Language': 'en' }],
		['en', { ...french, Cookie: 'terreau-langue=en' }],
		['en', { ...french, Cookie: 'x=1; terreau-langue=en' }],
		['fr', { ...french, Cookie: 'xterreau-langue=en' }],
		['fr', { ...french, Cookie: 'terreau-langue=zz;terreau-langue=en' }],
		['fr', { 'Accept-Language': 'en', Cookie: 'terreau-langue=fr; __Host-terreau-langue=en' }],
		['fr', { ...french, Cookie: 'terreau=nobody' }], ['fr', french],
	];
	// Three times, so that nginx keeps what it may and shows it.
	for (let i = 0; i < 3; i++)
		for (const [wanted, headers] of sent)
			assert.equal(await lang(headers), wanted, JSON.stringify(headers));
	for (const headers of [{ Host: 'evil.example' }, { 'X-Forwarded-Host': 'evil.example' },
		{ 'Accept-Language': '<evil.example>' }, { Referer: 'http://evil.example/' }]) {
		await ask(headers);
		await ask(headers);
		assert.doesNotMatch(await ask(french), /evil/);
	}
});

test('a link in a message leads here, whatever host its asker names', async () => {
	const http = require('node:http');
	const { hostname, port } = new URL(b.BASE);
	const ask = (method, headers, body) => new Promise((done, failed) => {
		const r = http.request({ hostname, port, method, path: '/compte/oubli',
			headers: { Host: 'evil.example', ...headers } }, (reply) => {
			let text = '';
			reply.setEncoding('utf8').on('data', (d) => { text += d; })
				.on('end', () => done({ text, status: reply.statusCode, headers: reply.headers }));
		}).on('error', failed);
		r.end(body);
	});
	const form = await ask('GET', {});
	const token = form.text.match(/name="csrf" value="([^"]*)"/)[1];
	const cookie = form.headers['set-cookie'].map((c) => c.split(';')[0]).join('; ');
	const sent = await ask('POST', { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
		`csrf=${token}&courriel=${encodeURIComponent('elu@terreau.example')}`);
	assert.equal(sent.status, 303);
	const mail = await b.mail('elu@terreau.example', /nouveau-passe/);
	assert.doesNotMatch(mail, /evil/);
	assert.ok(mail.includes(`http://localhost:${port}/compte/nouveau-passe`));
});

test('an unknown page says so kindly, with a request number', async () => {
	const page = await b.visitor();
	assert.equal(await b.go(page, '/cte/projets/nexiste-pas'), 404);
	assert.match(await page.content(), /[0-9a-f]{32}/);
	assert.deepEqual(await b.axe(page), []);
	await page.context.close();
});

test('the journal’s page tells how to verify it, and its data verifies', async () => {
	const crypto = require('node:crypto');
	const rows = await (await fetch(b.BASE + '/cte/journal.json')).json();
	let previous = '0'.repeat(64);
	assert.ok(rows.length > 50);
	for (const r of rows) {
		const lines = ['terreau journal 1', `platform ${r.platform}`, `seq ${r.seq}`,
			`at ${r.at}`, `kind ${r.kind}`, `element ${r.element ?? '-'}`,
			`application ${r.application ?? '-'}`, `actor ${r.actor}`,
			`payload ${r.payload_sha256}`, `previous ${previous}`];
		const hash = crypto.createHash('sha256').update(lines.join('\n') + '\n').digest('hex');
		assert.equal(hash, r.hash, `act ${r.seq}`);
		if (r.payload !== null)
			assert.equal(crypto.createHash('sha256').update(r.payload).digest('hex'), r.payload_sha256);
		previous = r.hash;
	}
});

// What a client may not write by hand: raw bytes to the server.
function raw(bytes) {
	const { hostname, port } = new URL(b.BASE);
	return new Promise((done, fail) => {
		const socket = net.connect(port, hostname, () => socket.write(bytes));
		let reply = '';
		socket.setEncoding('utf8');
		socket.on('data', (data) => { reply += data; });
		socket.on('end', () => done(reply));
		socket.on('error', (e) => reply ? done(reply) : fail(e));
	});
}

test('what the web server itself refuses is said in French and English, in the look', async () => {
	const host = 'Host: localhost\r\nConnection: close\r\n';
	for (const [status, bytes] of [
		[400, `GET /% HTTP/1.1\r\n${host}\r\n`],
		[400, `GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(40000)}\r\n\r\n`],
		[404, `GET /static/rien.css HTTP/1.1\r\n${host}\r\n`],
		[405, `POST /static/css/terreau.css HTTP/1.1\r\n${host}Content-Length: 0\r\n\r\n`],
		[413, `POST /compte/connexion HTTP/1.1\r\n${host}Content-Length: 900000000\r\n\r\n`],
		[414, `GET /${'a'.repeat(40000)} HTTP/1.1\r\n${host}\r\n`],
	]) {
		const reply = await raw(bytes);
		assert.match(reply, new RegExp(`^HTTP/1.1 ${status} `));
		assert.match(reply, /<html lang="fr">/, `${status}`);
		assert.match(reply, /<div class="section soft" lang="en">/, `${status}`);
		assert.match(reply, /terreau\.css/, `${status}`);
		assert.doesNotMatch(reply, /<center>|@[A-Z]+@/, `${status}`);
	}
	const page = await b.visitor({ width: 320 });
	for (const status of [400, 404, 405, 408, 413, 414, 429, 500, 503]) {
		assert.equal(await b.go(page, `/static/errors/${status}.html`), 200);
		assert.deepEqual(await b.axe(page), [], `${status}`);
		assert.equal(await b.overflow(page), 0, `${status}`);
	}
	await page.context.close();
});

test('every page leads to the source of what runs here', async () => {
	const page = await b.visitor();
	await b.go(page, '/cte/');
	const address = await page.$eval('.site-foot', (foot) => [...foot.querySelectorAll('a')]
		.find((a) => a.textContent === 'Code source').getAttribute('href'));
	const archive = await b.fetched(page, address);
	assert.equal(archive.status, 200);
	assert.ok(archive.binary.startsWith('\x1f\x8b') && archive.binary.length > 500000);
	await page.context.close();
});
