// The vault: a document deposited once and reused in two dossiers, its end said,
// who received it, with and without script; a big file cut, reloaded, cancelled.
'use strict';
const test = require('node:test');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const crypto = require('node:crypto');
const b = require('./browser.cjs');
const d = require('./deposit.cjs');
const { assert } = b;

const HOLDER = 'porteur@terreau.example';
const RIB = path.join(__dirname, '../../platforms/cte/demo/documents/rib.pdf');
let presented;
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'terreau-vault-'));
// Where this holder's projects are held.
const VAULT = '/compte/organisations/association-ti-jardin/documents';
const mark = Date.now().toString(36);

test.before(b.start);
test.after(async () => {
	await b.stop();
	fs.rmSync(dir, { recursive: true, force: true });
});

async function holder(options) {
	const page = await b.visitor(options);

	await b.signIn(page, HOLDER);
	return page;
}

// A PDF of that many megabytes, like no other.
function big(name, megabytes) {
	const file = path.join(dir, name);

	fs.writeFileSync(file, Buffer.concat([
		Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\n'),
		crypto.randomBytes((megabytes << 20) + 16),
		Buffer.from('\ntrailer<<>>\n%%EOF\n')]));
	return file;
}

// A link of some 1.5 megabytes a second: a cut finds it in the middle.
async function slow(page) {
	const cdp = await page.createCDPSession();

	await cdp.send('Network.enable');
	const set = (offline) => cdp.send('Network.emulateNetworkConditions', { offline,
		latency: 20, downloadThroughput: -1, uploadThroughput: 1500000 });
	await set(false);
	return set;
}

// Choose a file once the module that sends it is there.
async function choose(page, name, file) {
	await page.waitForFunction((n) => document.querySelector(`input[name="${n}"]`)
		.closest('.file-drop').querySelector('[role=status]'), {}, name);
	await (await page.$(`input[name="${name}"]`)).uploadFile(file);
}

const progress = (page, least) => page.waitForFunction((n) =>
	document.querySelector('.sending progress')?.value >= n, { timeout: 20000 }, least);
const status = (page, pattern, name) => page.waitForFunction((source, n) =>
	new RegExp(source).test(document.querySelector(`input[name="${n}"]`)
		.closest('.file-drop').querySelector('[role=status]').textContent),
{ timeout: 60000 }, pattern, name);

async function deposit(page, { label, until, file = RIB, nature = 'rib' }) {
	await b.go(page, `${VAULT}/deposer`);
	await page.select('select[name=nature]', nature);
	await page.type('input[name=libelle]', label);
	await page.$eval('input[name=expire]', (c, day) => { c.type = 'text'; c.value = day; }, until);
	await (await page.$('input[name=fichier]')).uploadFile(file);
	await b.submit(page, 'main form button[type=submit]');
}

const years = (n) => new Date(Date.now() + n * 365 * 86400000).toISOString().slice(0, 10);

async function reuse(page, label) {
	const project = await d.begin(page, `Coffre ${label} ${mark}`);

	await b.go(page, `${project}/etapes/pieces`);
	const take = await page.$$eval('.offers li', (rows, name) => rows.findIndex((r) =>
		r.textContent.includes(name)), `RIB principal ${mark}`);
	assert.ok(take >= 0, 'the vault offers it');
	await page.$$eval('.offers li', (rows, i) => { rows[i].id = 'taken'; }, take);
	await b.submit(page, '#taken button[name=_reprendre]');
	assert.match(b.here(page), /etapes\/pieces#f-rib$/);
	const names = await page.$$eval('[name="a.rib"]', (c) =>
		[...c[0].closest('.field').querySelectorAll('.files .file-name')].map((e) => e.textContent));
	assert.deepEqual(names, ['rib.pdf']);
	return project;
}

test('a document is deposited once and reused in two dossiers, without script', async () => {
	const page = await holder({ script: false });

	await deposit(page, { label: `RIB principal ${mark}`, until: years(2), file: big('rib.pdf', 0) });
	assert.equal(b.here(page), VAULT);
	assert.match(await b.text(page), new RegExp(`RIB principal ${mark}`));
	await reuse(page, 'un');
	await reuse(page, 'deux');
	await b.go(page, VAULT);
	assert.match(await b.text(page), /dans 2 dossiers/);
	await page.context.close();
});

test('one that ended is said and not offered', async () => {
	const page = await holder();

	await deposit(page, { label: `RIB ancien ${mark}`, until: '2020-01-31', file: big('vieux.pdf', 0) });
	assert.match(await b.text(page), /n’est plus valable depuis le 31.janvier.2020/);
	const project = await d.begin(page, `Coffre trois ${mark}`);
	await b.go(page, `${project}/etapes/pieces`);
	const row = await page.$$eval('.offers li', (rows, name) => {
		const found = rows.find((r) => r.textContent.includes(name));
		return [found.textContent, Boolean(found.querySelector('button'))];
	}, `RIB ancien ${mark}`);
	assert.match(row[0], /n’est plus valable/);
	assert.equal(row[1], false);
	await page.context.close();
});

test('a big file goes on after a cut, with its progress', async () => {
	const page = await holder();
	const file = big('gros.pdf', 6);
	const project = await d.begin(page, `Coffre quatre ${mark}`);

	await b.go(page, `${project}/etapes/pieces`);
	const set = await slow(page);
	await choose(page, 'a.devis', file);
	await progress(page, 25);
	await set(true);
	await status(page, 'connexion est coupée', 'a.devis');
	const stood = await page.$eval('.sending progress', (p) => p.value);
	assert.ok(stood >= 16 && stood < 100, `it stands at ${stood} %`);
	await set(false);
	await page.waitForFunction(() => [...document.querySelectorAll('a.file-name')]
		.some((a) => a.textContent === 'gros.pdf'), { timeout: 60000 });
	const href = await page.$$eval('a.file-name', (all) =>
		all.find((a) => a.textContent === 'gros.pdf').getAttribute('href'));
	const got = await page.evaluate(async (url) => {
		const reply = await fetch(url);
		const hash = await crypto.subtle.digest('SHA-256', await reply.arrayBuffer());
		return { type: reply.headers.get('Content-Disposition'),
			policy: reply.headers.get('Content-Security-Policy'),
			sniff: reply.headers.get('X-Content-Type-Options'),
			hash: [...new Uint8Array(hash)].map((x) => x.toString(16).padStart(2, '0')).join('') };
	}, b.BASE + href);
	assert.equal(got.hash, crypto.createHash('sha256').update(fs.readFileSync(file)).digest('hex'));
	assert.match(got.type, /^attachment/);
	assert.match(got.policy, /sandbox/);
	assert.equal(got.sniff, 'nosniff');
	await page.context.close();
});

test('after a reload, the same file goes on where it stood, and may be given up', async () => {
	const page = await holder();
	const file = big('plan.pdf', 6);

	await b.go(page, `${VAULT}/deposer`);
	await slow(page);
	await choose(page, 'fichier', file);
	await progress(page, 40);
	await page.reload({ waitUntil: 'load' });
	await status(page, 's’est arrêté.*\\(\\d+ %\\)', 'fichier');
	const before = Number((await page.$eval('.file-drop [role=status]', (e) => e.textContent)).match(/(\d+) %/)[1]);
	assert.ok(before >= 16, `it stood at ${before} %`);
	await choose(page, 'fichier', file);
	await page.waitForSelector('.sending progress');
	assert.ok(await page.$eval('.sending progress', (p) => p.value) >= 0);
	await status(page, 'il partira avec le formulaire', 'fichier');
	// What is wrong elsewhere does not lose it.
	await b.submit(page, 'main form button[type=submit]');
	assert.match(await b.text(page), /Choisissez ce que c’est/);
	await page.select('select[name=nature]', 'autre');
	await page.type('input[name=libelle]', `Plan ${mark}`);
	await b.submit(page, 'main form button[type=submit]');
	assert.equal(b.here(page), VAULT);
	assert.match(await b.text(page), new RegExp(`Plan ${mark}`));
	assert.match(await b.text(page), /6,3.Mo/);
	await b.go(page, `${VAULT}/deposer`);
	await choose(page, 'fichier', big('non.pdf', 6));
	await page.waitForSelector('.sending button');
	await page.click('.sending button');
	await status(page, 'annulé', 'fichier');
	assert.equal(await page.$eval('input[name=fichier]', (c) => c.files.length), 0);
	await page.context.close();
});

test('a file too long is said, and the rest of the form is kept, without script', async () => {
	const page = await holder({ script: false });
	const project = await d.begin(page, `Coffre cinq ${mark}`);

	await b.go(page, `${project}/etapes/pieces`);
	await (await page.$('input[name="a.rib"]')).uploadFile(big('lourd.pdf', 40));
	await page.$eval('input[name="a.sincerite"]', (c) => { c.checked = true; });
	await b.submit(page, 'main form .acts button[type=submit]');
	assert.match(await b.text(page), /lourd\.pdf.» est trop lourd.*20.Mo au plus/);
	await b.go(page, `${project}/etapes/pieces`);
	assert.equal(await page.$eval('input[name="a.sincerite"]', (c) => c.checked), true);
	await page.context.close();
});

test('presenting asks who receives what, once; it can be taken back', async () => {
	const page = await holder();
	const project = await d.begin(page, `Coffre six ${mark}`);

	await d.fillAll(page, project);
	await b.go(page, `${project}/appels`);
	await b.submit(page, 'form[action*="quartiers-en-transition-2027/commencer"] button');
	await d.send(page, d.OWN);
	assert.match(await b.text(page), /recevra \d documents/);
	assert.deepEqual(await b.axe(page), []);
	if (await page.$('[name=accord]')) {
		await b.submit(page, 'form[action$="/deposer"] button');
		assert.match(await b.text(page), /Cochez cette case/);
		await page.click('[name=accord]');
	}
	await b.submit(page, 'form[action$="/deposer"] button');
	assert.match(b.here(page), /\/recepisse$/);
	presented = project;
	await b.go(page, VAULT);
	const link = await page.$$eval('.vault-row', (rows) => rows.map((r) =>
		r.querySelector('a').getAttribute('href')));
	let received = null;
	for (const href of link) {
		await b.go(page, href);
		if (await page.$('form[action$="/accords"]')) {
			received = href;
			break;
		}
	}
	assert.ok(received, 'a document was agreed to');
	assert.match(await b.text(page), /Qui l’a reçu/);
	await b.submit(page, 'form[action$="/accords"] button');
	assert.match(await b.text(page), /retiré le/);
	await page.context.close();
});

// A JPEG drawn by the browser, held sideways (orientation 6), taken at 20.9° S 55.5° E.
async function photo(page) {
	const drawn = Buffer.from(await page.evaluate(async () => {
		const canvas = Object.assign(document.createElement('canvas'), { width: 80, height: 40 });
		const paper = canvas.getContext('2d');
		paper.fillStyle = '#2a6b45';
		paper.fillRect(0, 0, 80, 40);
		const blob = await new Promise((r) => canvas.toBlob(r, 'image/jpeg', 0.9));
		return [...new Uint8Array(await blob.arrayBuffer())];
	}));
	const tag = (id, type, count, value) => {
		const b12 = Buffer.alloc(12);
		b12.writeUInt16BE(id, 0);
		b12.writeUInt16BE(type, 2);
		b12.writeUInt32BE(count, 4);
		if (Buffer.isBuffer(value))
			value.copy(b12, 8);
		else if (type === 3)
			b12.writeUInt16BE(value, 8);
		else
			b12.writeUInt32BE(value, 8);
		return b12;
	};
	const rational = (...n) => Buffer.concat(n.map((x) => {
		const r = Buffer.alloc(8);
		r.writeUInt32BE(x, 0);
		r.writeUInt32BE(1, 4);
		return r;
	}));
	const two = Buffer.from([0, 2]), four = Buffer.from([0, 4]), none = Buffer.alloc(4);
	// Header 8, IFD0 2 + 24 + 4 = 38, GPS 2 + 48 + 4 = 92, then the degrees.
	const exif = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from('MM\0*\0\0\0\b', 'latin1'),
		two, tag(0x0112, 3, 1, 6), tag(0x8825, 4, 1, 38), none,
		four, tag(1, 2, 2, Buffer.from('S\0')), tag(2, 5, 3, 92), tag(3, 2, 2, Buffer.from('E\0')),
		tag(4, 5, 3, 116), none, rational(20, 54, 33), rational(55, 30, 17)]);
	const head = Buffer.from([0xff, 0xe1, 0, 0]);
	head.writeUInt16BE(exif.length + 2, 2);
	const file = path.join(dir, 'photo.jpg');
	fs.writeFileSync(file, Buffer.concat([drawn.subarray(0, 2), head, exif, drawn.subarray(2)]));
	return { file, secret: rational(20, 54, 33) };
}

test('a public picture says nothing of where it was taken, and stands upright', async () => {
	const page = await holder();
	const made = await photo(page);

	assert.ok(presented, 'a project was presented');
	assert.ok(fs.readFileSync(made.file).includes(made.secret));
	await b.go(page, `${presented}/image`);
	assert.deepEqual(await b.axe(page), []);
	await (await page.$('input[name=image]')).uploadFile(made.file);
	await page.type('input[name=legende]', 'Un carré de compost.');
	await b.submit(page, 'main form button[type=submit]');
	const shown = presented.replace('/mes-projets/', '/projets/');
	const got = await b.until('the picture', async () => {
		const reply = await b.fetched(page, `${shown}/image.jpg`);
		return reply.status === 200 && reply;
	});
	const bytes = Buffer.from(got.binary, 'latin1');
	assert.equal(got.type, 'image/jpeg');
	assert.ok(!bytes.includes('Exif') && !bytes.includes(made.secret));
	await b.go(page, shown);
	assert.match(await b.text(page), /Un carré de compost/);
	await page.waitForFunction(() => document.querySelector('.project-picture img').naturalWidth > 0);
	assert.deepEqual(await page.$eval('.project-picture img', (i) =>
		[i.naturalWidth, i.naturalHeight]), [40, 80]);
	// A file that is no picture is refused; the picture goes when asked.
	await b.go(page, `${presented}/image`);
	await (await page.$('input[name=image]')).uploadFile(RIB);
	await b.submit(page, 'main form button[type=submit]');
	assert.match(await b.text(page), /autre type/);
	await page.$eval('input[name=retirer]', (c) => { c.checked = true; });
	await b.submit(page, 'main form button[type=submit]');
	assert.equal((await b.fetched(page, `${shown}/image.jpg`)).status, 404);
	await page.context.close();
});

test('the pages of the vault are accessible and fit a phone', async () => {
	const page = await holder();

	await b.go(page, VAULT);
	const first = await page.$eval('.vault-row a', (a) => a.getAttribute('href'));
	const paths = [VAULT, `${VAULT}/deposer`, first,
		`${first}/version`, `${first}/modifier`];
	for (const one of paths) {
		assert.equal(await b.go(page, one), 200, one);
		assert.deepEqual(page.strangers, [], one);
		assert.deepEqual(page.refused, [], one);
		assert.deepEqual(await b.axe(page), [], one);
		page.refused = [];
	}
	await page.setViewport({ width: 320, height: 700 });
	for (const one of paths) {
		await b.go(page, one);
		assert.ok(await b.overflow(page) <= 0, `${one} is wider than 320 px`);
	}
	await page.context.close();
});
