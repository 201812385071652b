// The wiki worker and its jobs against a real MediaWiki.
// One scenario in order: register, test, preview, choose, import, again, faults.
'use strict';
const { test, describe, before, after } = require('node:test');
const assert = require('node:assert/strict');
const { execFileSync, spawn } = require('node:child_process');
const crypto = require('node:crypto');
const fs = require('node:fs');
const http = require('node:http');
const net = require('node:net');
const path = require('node:path');

const top = process.env.TOP_SRCDIR, work = process.env.WIKI_WORK;
const state = path.join(work, 'state'), wikiDir = path.join(work, 'wiki');
const here = path.join(top, 'tests/wiki');
const BOT = 'SyncBot@sync', SECRET = '0123456789abcdef0123456789abcdef';
let wikiPort, proxyPort, appPort, base;
let fault = null;		// what the proxy does to answers
let seen = [];			// requests that went through it

const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const freePort = () => new Promise((resolve) => {
	const s = net.createServer().listen(0, '127.0.0.1', () => {
		const p = s.address().port;
		s.close(() => resolve(p));
	});
});
const sh = (file, args, opts = {}) => execFileSync(file, args,
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28,
	...opts });
const sql = (q) => sh('sqlite3', ['-cmd', '.timeout 10000',
    path.join(state, 'terreau.db'), q]).trim();
const php = (script, ...args) => sh('php',
    ['/usr/share/mediawiki/maintenance/' + script, ...args],
    { env: { ...process.env,
	MW_CONFIG_FILE: path.join(wikiDir, 'conf/LocalSettings.php') } });

async function until(what, fn, seconds = 30) {
	for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
		const value = await fn();
		if (value)
			return value;
		await sleep(150);
	}
	assert.fail('waited in vain for ' + what);
}

// --- between the application and the wiki -------------------------------------

function startProxy() {
	const server = http.createServer((req, res) => {
		const chunks = [];
		req.on('data', (c) => chunks.push(c));
		req.on('end', () => forward(req, res, Buffer.concat(chunks)));
	});
	return new Promise((r) => server.listen(proxyPort, '127.0.0.1',
	    () => r(server)));
}

function forward(req, res, body) {
	const asked = new URLSearchParams(body.toString());
	seen.push({ agent: req.headers['user-agent'], asked,
	    encoding: req.headers['accept-encoding'] });
	const act = fault === null ? null : fault(asked);
	if (act && act.status) {
		res.writeHead(act.status, act.headers || {});
		res.end(act.body || '');
		return;
	}
	const out = http.request({ host: '127.0.0.1', port: wikiPort,
	    path: req.url, method: req.method, headers: req.headers },
	    (from) => {
		const parts = [];
		from.on('data', (c) => parts.push(c));
		from.on('end', () => setTimeout(() => {
			const all = Buffer.concat(parts);
			res.writeHead(from.statusCode, from.headers);
			if (act && act.cut) {
				res.write(all.subarray(0, all.length >> 1));
				res.destroy();
			} else {
				res.end(all);
			}
		}, act && act.slow ? act.slow : 0));
	});
	out.on('error', () => res.destroy());
	out.end(body);
}

// --- a person in front of the pages --------------------------------------------

const token = crypto.randomBytes(32).toString('base64url');
const csrf = crypto.createHmac('sha256', token).update('csrf').digest('hex');

function signIn(email) {
	const hash = crypto.createHash('sha256').update(token).digest('hex');
	const now = Math.floor(Date.now() / 1000);
	sql(`INSERT INTO session (hash, person_id, created_at, seen_at,
	    expires_at) SELECT x'${hash}', id, ${now}, ${now}, ${now + 86400}
	    FROM person WHERE email = '${email}'`);
}

async function get(url, cookie = true) {
	const r = await fetch(base + url, { redirect: 'manual',
	    headers: cookie ? { cookie: 'terreau=' + token } : {} });
	return { status: r.status, headers: r.headers, text: await r.text() };
}

async function post(url, fields) {
	const body = new URLSearchParams({ csrf });
	for (const [k, v] of Object.entries(fields))
		for (const one of [].concat(v))
			body.append(k, one);
	const r = await fetch(base + url, { method: 'POST', body,
	    redirect: 'manual', headers: { cookie: 'terreau=' + token,
	    origin: base } });
	return { status: r.status, text: await r.text(),
	    to: r.headers.get('location') };
}

const wikiState = (slug) => sql(`SELECT state || ' ' || state_detail
    FROM wiki WHERE slug = '${slug}'`);
const job = (kind) => sql(`SELECT state FROM job WHERE kind = '${kind}'
    ORDER BY id DESC LIMIT 1`);

async function register(name, address, secret = SECRET, user = BOT) {
	const r = await post('/cte/wiki/nouveau', { nom: name,
	    adresse: address, compte: user, secret });
	assert.equal(r.status, 303, r.text.slice(0, 2000));
	const slug = r.to.split('/').pop();
	await until('the test of ' + slug,
	    () => !wikiState(slug).startsWith('new'));
	return slug;
}

async function preview(slug, fields) {
	const r = await post(`/cte/wiki/${slug}/importer`, fields);
	assert.equal(r.status, 303, r.text.slice(0, 2000));
	return Number(r.to.split('/').pop());
}

const importState = (id) => sql(`SELECT state || ' ' || detail
    FROM wiki_import WHERE id = ${id}`).trim();
const verdicts = (id) => Object.fromEntries(sql(`SELECT title, verdict,
    problem FROM wiki_import_page WHERE import_id = ${id}`).split('\n')
    .filter(Boolean).map((l) => l.split('|')).map(([t, v, p]) =>
	[t, p ? v + ':' + p : v]));
const values = (id, title) => JSON.parse(sql(`SELECT values_json
    FROM wiki_import_page WHERE import_id = ${id}
    AND title = '${title.replaceAll("'", "''")}'`));

async function runImport(id) {
	const r = await post(`/cte/wiki/imports/${id}/confirmer`, {});
	assert.equal(r.status, 303, r.text.slice(0, 2000));
	await until('the import', () => importState(id) === 'done', 60);
}

describe('wiki', { concurrency: 1 }, () => {
	let slug, first, proxy;

	before(async () => {
		[wikiPort, proxyPort, appPort] = [await freePort(),
		    await freePort(), await freePort()];
		base = `http://localhost:${appPort}`;
		sh(path.join(here, 'mediawiki'), ['make', wikiDir,
		    String(wikiPort)]);
		const server = spawn(path.join(here, 'mediawiki'),
		    ['serve', wikiDir, String(wikiPort)],
		    { detached: true, stdio: 'ignore' });
		server.unref();
		fs.writeFileSync(path.join(work, 'php.pid'),
		    String(server.pid));
		await until('MediaWiki', () => fetch(
		    `http://127.0.0.1:${wikiPort}/api.php?action=query` +
		    '&meta=siteinfo&format=json').then((r) => r.ok,
		    () => false));
		php('importTextFiles.php', '--overwrite', '--user', 'Admin',
		    '--bot', ...fs.readdirSync(path.join(here, 'pages'))
		    .map((f) => path.join(here, 'pages', f)));
		php('runJobs.php', '--maxjobs', '150');
		proxy = await startProxy();
		fs.mkdirSync(state, { recursive: true });
		fs.writeFileSync(path.join(state, 'terreau.conf'),
		    'wiki_allow = 127.0.0.1\nwiki_wait_most = 1\n' +
		    'wiki_timeout = 5\nwiki_contact = essais@exemple.fr\n');
		sh(path.join(top, 'quickstart'), ['start', '--no-install',
		    '--state', state, '--port', String(appPort)],
		    { cwd: top });
		signIn('wiki@terreau.example');
	});

	after(() => proxy && proxy.close());

	test('nobody without the right sees these pages', async () => {
		assert.equal((await get('/cte/wiki', false)).status, 303);
		assert.equal((await get('/cte/wiki')).status, 200);
	});

	test('a form that is wrong comes back with its reasons', async () => {
		const r = await post('/cte/wiki/nouveau', { nom: '',
		    adresse: 'pas une adresse', compte: 'SansArobase',
		    secret: 'x' });
		assert.equal(r.status, 422);
		assert.match(r.text, /pas une adresse/);
		assert.equal(sql('SELECT count(*) FROM wiki'), '0');
	});

	test('a wiki is registered and tested; its secret stays in a file',
	    async () => {
		slug = await register('Wiki des lieux',
		    `http://127.0.0.1:${proxyPort}/index.php/Accueil`);
		assert.equal(wikiState(slug), 'ok');
		const file = path.join(state, 'secrets/wiki-1');
		assert.equal(fs.statSync(file).mode & 0o777, 0o600);
		assert.equal(fs.readFileSync(file, 'utf8'), SECRET);
		for (const f of ['terreau.db', 'terreau.db-wal'])
			assert.ok(!fs.readFileSync(path.join(state, f))
			    .includes(SECRET), f);
		const page = await get('/cte/wiki/' + slug);
		assert.ok(!page.text.includes(SECRET));
		for (const said of ['Wiki des lieux', 'MediaWiki 1.39',
		    'Attribution-ShareAlike 4.0', 'lire les pages', BOT])
			assert.ok(page.text.includes(said), said);
		const edit = await get(`/cte/wiki/${slug}/modifier`);
		assert.ok(!edit.text.includes(SECRET));
		assert.ok(seen.every((s) => s.agent.includes('essais@exemple.fr')));
		assert.ok(seen.every((s) => /gzip/.test(s.encoding)));
	});

	test('each failure has its sentence and its remedy', async () => {
		const closed = await freePort();
		const cases = [
			['Mauvais mot de passe', `http://127.0.0.1:${proxyPort}/api.php`,
			    'f'.repeat(32), 'failing bad_password', /BotPasswords/],
			['Personne', `http://127.0.0.1:${closed}/api.php`, SECRET,
			    'failing unreachable', /ne répond pas/],
			['Pas un wiki', `http://127.0.0.1:${appPort}/api.php`,
			    SECRET, 'failing not_a_wiki', /pas un MediaWiki/],
			['Privé', 'http://127.0.0.2/api.php', SECRET,
			    'failing private', /wiki_allow/],
			['Privé aussi', 'http://[::1]:8.8/api.php', SECRET,
			    'failing', /./],
		];
		for (const [name, address, secret, expected, said] of cases) {
			const s = await register(name, address, secret);
			assert.ok(wikiState(s).startsWith(expected),
			    `${name}: ${wikiState(s)}`);
			const page = await get('/cte/wiki/' + s);
			assert.match(page.text, said, name);
		}
	});

	test('a corrected password is tested again', async () => {
		const r = await post('/cte/wiki/mauvais-mot-de-passe/modifier',
		    { nom: 'Mauvais mot de passe',
		    adresse: `http://127.0.0.1:${proxyPort}/api.php`,
		    compte: BOT, secret: SECRET });
		assert.equal(r.status, 303);
		await until('the test', () =>
		    wikiState('mauvais-mot-de-passe') === 'ok');
	});

	test('a password never goes to an address it was not given for',
	    async () => {
		const r = await post('/cte/wiki/mauvais-mot-de-passe/modifier',
		    { nom: 'x', adresse: 'http://autre.exemple/api.php',
		    compte: BOT, secret: '' });
		assert.equal(r.status, 422);
	});

	test('the preview of a category tells what each page would become',
	    async () => {
		first = await preview(slug, { par: 'category',
		    nom: 'Catégorie:Lieu', genre: 'place' });
		await until('the preview', () =>
		    importState(first) === 'previewed');
		assert.deepEqual(verdicts(first), {
			'La Raffinerie': 'create',
			'Le Jardin de Kaz': 'create',
			"Atelier vélo 🚲 de l'Ermitage !": 'create',
			'Crochet oublié': 'create',
			'Ancien nom': 'unreadable:redirect',
			'Page en prose': 'create',
			'Infobox dans un tableau': 'create',
		});
	});

	test('values are those that the page says', () => {
		const v = values(first, 'La Raffinerie');
		assert.equal(v.title, 'La Raffinerie');
		assert.equal(v.summary,
		    'Un tiers-lieu culturel et agricole, à Savanna.');
		assert.equal(v.description, 'La Raffinerie est née d’une ' +
		    'friche sucrière.\n\nElle accueille un jardin, des ateliers ' +
		    'et une salle.');
		assert.equal(v.lat_e6, -20990500);
		assert.equal(v.lon_e6, 55299600);
		assert.match(v.territory, /Saint-Paul/);
		assert.equal(v.image, 'La Raffinerie.jpg');
		assert.equal(v.site, 'https://www.laraffinerie.re');
		assert.equal(v.starts_on, '2018-01-01');
		assert.deepEqual(v.tags, ['culture', 'agriculture', 'réemploi']);
		assert.match(v.url, /La_Raffinerie/);
	});

	test('dirt stops its own field only, and is shown', () => {
		const kaz = values(first, 'Le Jardin de Kaz');
		assert.equal(kaz.template, 'Fiche lieu');
		assert.match(kaz.territory, /Saint-Leu/);
		assert.equal(kaz.starts_on, undefined);
		assert.equal(kaz.image, undefined);
		assert.deepEqual(kaz.unread, [{ name: 'Début', value: 'day' }]);
		const velo = values(first, "Atelier vélo 🚲 de l'Ermitage !");
		assert.equal(velo.lat_e6, -21086111);
		assert.match(velo.territory, /Saint-Paul|Trois-Bassins/);
		assert.match(velo.description, /\|outils\|/);
		assert.equal(velo.ends_on, undefined);
		assert.equal(velo.starts_on, '2024-03-12');
		const table = values(first, 'Infobox dans un tableau');
		assert.deepEqual(table.tags, ['a', 'b', 'c']);
		assert.equal(table.site, 'https://exemple.re');
		assert.equal(values(first, 'Crochet oublié').template, undefined);
	});

	test('our calls are those of the wiki’s own parse tree', async () => {
		const dir = path.join(here, 'pages');
		for (const file of fs.readdirSync(dir)) {
			const title = file.replace(/\.txt$/, '');
			const r = await fetch(`http://127.0.0.1:${wikiPort}/api.php`,
			    { method: 'POST', body: new URLSearchParams({
				action: 'expandtemplates', format: 'json',
				formatversion: '2', prop: 'parsetree', title,
				text: fs.readFileSync(path.join(dir, file), 'utf8')
			    }) });
			const tree = (await r.json()).expandtemplates.parsetree;
			const theirs = (tree.match(/<template/g) || []).length;
			const ours = Number(sh(path.join(process.env.TOP_BUILDDIR,
			    'tests/wiki/calls'), [path.join(dir, file)]).trim()
			    .split('\n').length) -
			    (sh(path.join(process.env.TOP_BUILDDIR,
			    'tests/wiki/calls'), [path.join(dir, file)]) === '' ?
			    1 : 0);
			assert.equal(ours, theirs, title);
		}
	});

	test('the page of the preview lets choose, without script', async () => {
		const page = await get('/cte/wiki/imports/' + first);
		assert.equal(page.status, 200);
		assert.match(page.text, /La Raffinerie/);
		assert.match(page.text, /Illisibles/);
		assert.match(page.text, /redirection/);
		assert.equal((page.text.match(/name="page"/g) || []).length, 6);
		const shown = [...page.text.matchAll(/name="vu" value="(\d+)"/g)]
		    .map((m) => m[1]);
		const out = sql(`SELECT pageid FROM wiki_import_page WHERE
		    import_id = ${first} AND title = 'Page en prose'`);
		const r = await post('/cte/wiki/imports/' + first, { vu: shown,
		    page: shown.filter((p) => p !== out), acte: 'importer' });
		assert.equal(r.status, 303);
		assert.match(r.to, /confirmer$/);
		const ask = await get(`/cte/wiki/imports/${first}/confirmer`);
		assert.match(ask.text, /Importer 5/);
		assert.match(ask.text, /ShareAlike/);
		assert.equal(sql(`SELECT count(*) FROM element
		    WHERE origin = 'wiki'`), '0');
	});

	test('what was chosen becomes published elements, with their source',
	    async () => {
		await runImport(first);
		assert.equal(sql(`SELECT count(*) FROM element WHERE
		    origin = 'wiki' AND kind = 'place' AND published_at > 0
		    AND owner_person_id IS NULL`), '5');
		assert.equal(sql(`SELECT count(*) FROM wiki_page
		    WHERE length(sha1) > 0 AND revid > 0`), '5');
		const list = await get('/cte/elements?genre=lieux', false);
		assert.match(list.text, /La Raffinerie/);
		assert.doesNotMatch(list.text, /Page en prose/);
		const one = await get('/cte/elements/lieux/la-raffinerie', false);
		assert.equal(one.status, 200);
		for (const said of ['Wiki des lieux', 'action=history',
		    'creativecommons.org', 'friche sucrière', 'Saint-Paul'])
			assert.ok(one.text.includes(said), said);
	});

	test('a second run changes nothing', async () => {
		const prints = () => sql(`SELECT group_concat(id || updated_at)
		    FROM element WHERE origin = 'wiki'`);
		const before = prints();
		const id = await preview(slug, { par: 'category', nom: 'Lieu',
		    genre: 'place' });
		await until('the preview', () => importState(id) === 'previewed');
		assert.equal(verdicts(id)['La Raffinerie'], 'unchanged');
		assert.equal(verdicts(id)['Page en prose'], 'create');
		sql(`UPDATE wiki_import_page SET chosen = verdict <> 'create'
		    WHERE import_id = ${id}`);
		await runImport(id);
		assert.equal(prints(), before);
	});

	test('a page changed in the wiki updates its element', async () => {
		const file = path.join(work, 'La Raffinerie.txt');
		fs.writeFileSync(file, fs.readFileSync(path.join(here,
		    'pages/La Raffinerie.txt'), 'utf8').replace(
		    'à Savanna', 'à Savanna et ailleurs'));
		php('importTextFiles.php', '--overwrite', '--user', 'Admin', file);
		php('runJobs.php', '--maxjobs', '150');
		const id = await preview(slug, { par: 'template', nom: 'lieu',
		    genre: 'place' });
		await until('the preview', () => importState(id) === 'previewed');
		assert.equal(verdicts(id)['La Raffinerie'], 'update');
		// Its call is a text there: the wiki shows none.
		assert.equal(verdicts(id)['Crochet oublié'], undefined);
		assert.equal(verdicts(id)['Le Jardin de Kaz'], 'unchanged');
		await runImport(id);
		assert.match(sql(`SELECT summary FROM element
		    WHERE slug = 'la-raffinerie'`), /et ailleurs/);
		assert.equal(sql(`SELECT count(*) FROM element
		    WHERE origin = 'wiki'`), '5');
	});

	test('a record that exists is proposed, then tied and not rewritten',
	    async () => {
		sql(`INSERT INTO element (uuid, platform_id, kind, slug, title,
		    summary, created_at, updated_at, published_at)
		    SELECT 'essai', id, 'event', 'rencontre-des-tiers-lieux',
		    'Rencontre des tiers-lieux', 'Du porteur', 1, 1, 1
		    FROM platform WHERE slug = 'cte'`);
		const id = await preview(slug, { par: 'template',
		    nom: 'Événement FabMob', genre: 'event' });
		await until('the preview', () => importState(id) === 'previewed');
		assert.equal(verdicts(id)['Rencontre des tiers-lieux 2025'],
		    'duplicate');
		const v = values(id, 'Rencontre des tiers-lieux 2025');
		assert.equal(v.starts_on, '2025-11-12');
		assert.equal(v.ends_on, '2025-11-13');
		assert.equal(sql(`SELECT chosen FROM wiki_import_page
		    WHERE import_id = ${id}`), '0');
		sql(`UPDATE wiki_import_page SET chosen = 1
		    WHERE import_id = ${id}`);
		await runImport(id);
		assert.equal(sql(`SELECT summary FROM element
		    WHERE uuid = 'essai'`), 'Du porteur');
		assert.equal(sql(`SELECT count(*) FROM element
		    WHERE kind = 'event'`), '1');
	});

	test('a name that the wiki does not have is said', async () => {
		const id = await preview(slug, { par: 'template',
		    nom: 'Inexistant', genre: 'place' });
		await until('the answer', () =>
		    importState(id) === 'failed not_found');
		const page = await get('/cte/wiki/imports/' + id);
		assert.match(page.text, /orthographe/);
	});

	test('lag, read-only, 429, cut and slow answers are waited for',
	    async () => {
		const lever = (name) => path.join(wikiDir, 'levers', name);
		const faults = {
			maxlag: () => fs.writeFileSync(lever('maxlag'), ''),
			429: () => ({ status: 429, headers: { 'retry-after': '1' } }),
			503: () => ({ status: 503, body: 'occupé' }),
			readonly: () => ({ status: 200, body: JSON.stringify({
			    error: { code: 'readonly', info: 'x' } }) }),
			cut: () => ({ cut: true }),
			slow: () => ({ slow: 6000 }),
		};
		for (const [name, make] of Object.entries(faults)) {
			let left = 2;
			if (name === 'maxlag')
				make();
			else
				fault = (asked) => asked.has('generator') &&
				    left-- > 0 ? make() : null;
			const id = await preview(slug, { par: 'category',
			    nom: 'Lieu', genre: 'place' });
			if (name === 'maxlag') {
				await sleep(2500);
				assert.equal(importState(id), 'previewing');
				fs.rmSync(lever('maxlag'));
			}
			await until('the preview after ' + name, () =>
			    importState(id) === 'previewed', 40);
			assert.equal(Object.keys(verdicts(id)).length, 7, name);
			fault = null;
		}
	});

	test('a lost session is opened again', async () => {
		let left = 1;
		fault = (asked) => asked.has('generator') && left-- > 0 ?
		    { status: 200, body: JSON.stringify({ error: {
			code: 'assertuserfailed', info: 'x' } }) } : null;
		const id = await preview(slug, { par: 'category', nom: 'Lieu',
		    genre: 'place' });
		await until('the preview', () => importState(id) === 'previewed');
		fault = null;
	});

	test('killed in the middle, reading and importing go on', async () => {
		const dir = path.join(work, 'many');
		fs.mkdirSync(dir);
		for (let i = 1; i <= 160; i++)
			fs.writeFileSync(path.join(dir, `Ressource ${i}.txt`),
			    `{{Lieu|Titre=Ressource ${i}|Ville=Le Port}}\n` +
			    'Un texte.\n[[Catégorie:Ressources]]\n');
		php('importTextFiles.php', '--user', 'Admin', '--bot',
		    ...fs.readdirSync(dir).map((f) => path.join(dir, f)));
		for (let i = 0; i < 4; i++)
			php('runJobs.php', '--maxjobs', '150');
		// Connections that were closed while PHP ran are noticed.
		await sleep(100);
		seen = [];
		// The third batch never comes until the runner was killed.
		let batches = 0, hold = true;
		fault = (asked) => asked.has('generator') && ++batches === 3 &&
		    hold ? { slow: 4000 } : null;
		const id = await preview(slug, { par: 'category',
		    nom: 'Ressources', genre: 'resource' });
		await until('two batches', () => Number(sql(`SELECT pages_done
		    FROM wiki_import WHERE id = ${id}`)) === 100);
		const page = await get('/cte/wiki/imports/' + id);
		assert.match(page.text, /100/);
		assert.equal(page.headers.get('refresh'), '2');
		killRunner();
		hold = false;
		// As if the lease had passed.
		sql(`UPDATE job SET lease_until = 1 WHERE state = 'running'`);
		await until('the preview', () => importState(id) === 'previewed',
		    60);
		fault = null;
		assert.equal(Object.keys(verdicts(id)).length, 160);
		// Nothing was read again: the first batch was asked for once.
		assert.equal(seen.filter((s) => s.asked.has('generator') &&
		    !s.asked.has('gcmcontinue')).length, 1);
		const r = await post(`/cte/wiki/imports/${id}/confirmer`, {});
		assert.equal(r.status, 303);
		for (let i = 0; i < 6 && importState(id) !== 'done'; i++) {
			killRunner();
			sql(`UPDATE job SET lease_until = 1
			    WHERE state = 'running'`);
			await sleep(300);
		}
		await until('the import', () => importState(id) === 'done', 60);
		assert.equal(sql(`SELECT count(*) || ' ' ||
		    count(DISTINCT title) FROM element
		    WHERE kind = 'resource' AND title GLOB 'Ressource [0-9]*'`),
		    '160 160');
		const list = await get('/cte/elements?genre=ressources', false);
		assert.match(list.text, /rel="next"/);
	});

	test('the journal tells it and stays whole', () => {
		sh(path.join(top, 'build/terreau'), ['--state', state,
		    'journal', 'verify', 'cte']);
		assert.equal(sql(`SELECT count(*) > 0 FROM journal
		    WHERE kind = 'wiki_import'`), '1');
	});
});

function killRunner() {
	for (const pid of fs.readdirSync('/proc').filter((p) => /^\d+$/.test(p)))
		try {
			const line = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
			const cwd = fs.readlinkSync(`/proc/${pid}/cwd`);
			if (line.includes('terreau\0jobs') && cwd.startsWith(work))
				process.kill(Number(pid), 'SIGKILL');
		} catch { /* it ended meanwhile */ }
}
