// One dossier, many windows: the same project presented to the calls of several
// funders, on two platforms, with nothing typed twice; and nothing lost on the
// way, whatever ends: a session, a tab, a worker.
'use strict';
const test = require('node:test');
const fs = require('node:fs');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const b = require('./browser.cjs');
const dep = require('./deposit.cjs');
const { assert } = b;

const HOLDER = 'porteur@terreau.example';
const CALLS = 'guichet-reunion~';
const TITLE = `Les tissus de la ravine ${Date.now()}`;
let project;

// Who is asked for what: four lines, three of them funders with a call.
Object.assign(dep.ANSWERS.budget, {
	'a.plan.sources.0.amount': '12 000',
	'a.plan.sources.1.funder': 'Région Réunion',
	'a.plan.sources.1.kind': 'public', 'a.plan.sources.1.amount': '4 000',
	'a.plan.sources.2.funder': 'Fondation des Filaos',
	'a.plan.sources.2.kind': 'private', 'a.plan.sources.2.amount': '1 500',
	'a.plan.sources.3.funder': 'Vente de sacs',
	'a.plan.sources.3.kind': 'own', 'a.plan.sources.3.amount': '2 500',
});

test.before(b.start);
test.after(b.stop);

async function holder(options) {
	const page = await b.visitor(options);

	await b.signIn(page, HOLDER);
	return page;
}

const text = (page, selector) => page.$eval(selector, (e) =>
	e.textContent.replace(/\s+/g, ' ').trim());
// Questions that are still to be answered, as the page of the call lists them.
const missing = (page) => page.$$eval('#manque li', (l) =>
	l.map((e) => e.textContent.trim()));

// Begin with a call of the other platform: the box, then the button.
async function begin(page, call) {
	await b.go(page, `${project}/appels`);
	const form = `form[action$="${CALLS}${call}/commencer"]`;
	const box = await page.$(`${form} input[name=accord]`);

	if (box !== null) {
		await page.$eval(form, (f) => f.noValidate = true);
		await b.submit(page, `${form} button`);
		assert.match(await text(page, `${form} .error`), /Cochez cette case/);
		await page.click(`${form} input[name=accord]`);
	}
	await b.submit(page, `${form} button`);
	return box !== null;
}

async function deposit(page) {
	// Its documents go to another funder: that one agrees to it.
	await page.$$eval('form[action$="/deposer"] input[type=checkbox]', (boxes) =>
		boxes.forEach((box) => box.checked = true));
	await b.submit(page, 'form[action$="/deposer"] button');
	assert.match(b.here(page), /\/recepisse$/, await dep.errors(page));
	return text(page, 'main');
}

test('the same project goes to three calls of three funders, nothing typed twice', async () => {
	const page = await holder();

	project = await dep.begin(page, TITLE);
	// Blank lines come two by two.
	await b.go(page, `${project}/etapes/budget`);
	await b.fill(page, Object.fromEntries(Object.entries(dep.ANSWERS.budget)
		.filter(([name]) => /sources\.[01]/.test(name))));
	await b.submit(page, 'main form .acts button[type=submit]');
	await dep.fillAll(page, project);
	await dep.present(page, project);
	assert.match(await text(page, 'main'), /Territoire de la Côte Ouest/);

	// The Region: another platform, another form, one question of its own.
	assert.equal(await begin(page, 'economie-circulaire-2027'), true);
	assert.match(b.here(page), /~economie-circulaire-2027\/questions\/region$/);
	await dep.send(page, { 'a.matieres': 'Dix tonnes de tissus par an.' });
	assert.match(await text(page, '.reused'), /Dites-le une fois : \d+ réponses sur \d+ reprises/);
	assert.deepEqual(await missing(page), ['Le projet peut-il servir ailleurs sur l’île ?']);
	await Promise.all([page.waitForNavigation(), page.click('#manque li a')]);
	assert.match(b.here(page), /~economie-circulaire-2027\/dossier\//);
	// Everything else is there already, word for word.
	assert.equal(await page.$eval('[name="a.changement"]', (c) => c.value),
		dep.ANSWERS.effets['a.changement']);
	const origin = (key) => text(page, `#f-${key}-aide .origin`);
	assert.match(await origin('changement'), /^Déjà dans votre dossier, depuis le/);
	assert.equal(await page.$('#f-echelle-aide .origin'), null);
	await b.fill(page, { 'a.echelle': 'adaptable' });
	await b.submit(page, 'main form .acts button[type=submit]');
	await b.go(page, `${project}/appels/${CALLS}economie-circulaire-2027`);
	assert.deepEqual(await missing(page), []);
	let receipt = await deposit(page);
	assert.match(receipt, /RR-\d{4}-\d{5}/);
	assert.match(receipt, /Conférence des financeurs/);
	assert.match(receipt, /4.000,00 €/);

	// The foundation: consent is given, nothing is asked at all.
	assert.equal(await begin(page, 'coup-de-pouce'), false);
	assert.deepEqual(await missing(page), []);
	assert.match(await text(page, '.reused'), /Cet appel ne demande rien de plus/);
	receipt = await deposit(page);
	assert.match(receipt, /1.500,00 €/);
	assert.deepEqual(page.strangers, []);
	assert.deepEqual(page.refused, []);

	await b.go(page, '/cte/mes-projets');
	assert.match(await page.evaluate((t) => [...document.querySelectorAll('.mine')]
		.find((e) => e.textContent.includes(t)).textContent, TITLE),
	/Dites-le une fois/);
	await page.context.close();
});

test('one answer differs for one call only, with a script and without', async () => {
	for (const script of [false, true]) {
		const page = await holder({ script });
		const there = `${project}/appels/${CALLS}coup-de-pouce/dossier/effets`;
		const value = () => page.$eval('[name="a.changement"]', (c) => c.value);
		const press = (name) =>
			b.submit(page, `button[name=${name}][value=changement]`);

		await b.go(page, there);
		await press('_autrement');
		assert.match(b.here(page), /#f-changement$/);
		assert.match(await text(page, '#f-changement-aide .origin'),
			/^Pour cet appel seulement\. Votre dossier dit : « Dix tonnes/);
		await b.fill(page, { 'a.changement': 'Pour la fondation.' });
		await b.submit(page, 'main form .acts button[type=submit]');
		await b.go(page, `${project}/etapes/effets`);
		assert.equal(await value(), dep.ANSWERS.effets['a.changement']);
		await b.go(page, `${project}/appels/${CALLS}coup-de-pouce`);
		assert.deepEqual(await page.$$eval('#autrement li a', (all) =>
			all.map((a) => new URL(a.href).hash)), ['#f-changement']);
		assert.match(await text(page, 'main'), /1 réponse a changé depuis votre dernier dépôt/);
		// Blank there, whatever the dossier says.
		await b.go(page, there);
		assert.equal(await value(), 'Pour la fondation.');
		await b.fill(page, { 'a.changement': '' });
		await b.submit(page, 'main form .acts button[type=submit]');
		await b.go(page, there);
		assert.match(await text(page, '#f-changement-aide .origin'),
			/^Laissé sans réponse pour cet appel/);
		await press('_comme_le_dossier');
		assert.equal(await value(), dep.ANSWERS.effets['a.changement']);
		assert.match(await text(page, '#f-changement-aide .origin'), /^Déjà dans votre dossier/);
		await page.context.close();
	}
});

test('its services read what they asked for, and only it', async () => {
	const page = await b.visitor();

	await b.signIn(page, 'region@terreau.example', '/guichet-reunion/instruction');
	await b.go(page, `/guichet-reunion/instruction?q=${encodeURIComponent(TITLE)}`);
	const link = await page.waitForSelector('main a[href*="/instruction/RR-"]');
	const address = await link.evaluate((a) => new URL(a.href).pathname);
	await b.go(page, address);
	let body = await text(page, 'main');
	assert.ok(body.includes(TITLE));
	await b.go(page, `${address}/dossier`).catch(() => 0);
	body += await page.evaluate(() => document.body.textContent);
	assert.ok(body.includes('Dix tonnes de tissus par an.'));
	assert.ok(!body.includes('Tonnes de tissus réemployées par an'),
		'a question that this call does not ask');
	await page.context.close();
});

// The processes of this installation that run that program: those whose working
// folder is its own (as ./quickstart finds them).
function workers(name) {
	const run = path.join(fs.realpathSync(process.env.TERREAU_STATE), 'run');

	return fs.readdirSync('/proc').filter((p) => /^\d+$/.test(p)).filter((p) => {
		try {
			return fs.readlinkSync(`/proc/${p}/cwd`) === run &&
				fs.readFileSync(`/proc/${p}/cmdline`, 'utf8')
					.split('\0')[0].endsWith(name);
		} catch {
			return false;
		}
	});
}

const saved = (page) => page.waitForFunction(() =>
	document.querySelector('[data-save-state]')?.dataset.state === 'saved',
{ timeout: 20000 });

test('workers killed while one types lose nothing', async () => {
	const page = await holder();

	await b.go(page, `${project}/etapes/projet`);
	for (let i = 0; i < 3; i++) {
		for (const id of workers('terreau-submission'))
			execFileSync('kill', ['-9', id]);
		await page.$eval('[name="a.quartier"]', (c, text) => {
			c.value = text;
			c.dispatchEvent(new Event('input', { bubbles: true }));
			c.dispatchEvent(new Event('change', { bubbles: true }));
		}, `Piton, ${i}`);
		await b.until('the answer in the base', async () => {
			const other = await holder({ script: false });
			await b.go(other, `${project}/etapes/projet`);
			const kept = await other.$eval('[name="a.quartier"]', (c) => c.value);
			await other.context.close();
			return kept === `Piton, ${i}`;
		});
	}
	await saved(page);
	await page.context.close();
});

test('two tabs on what another platform asks are shown both texts', async () => {
	const first = await holder();
	const second = await holder();
	const step = `${project}/appels/${CALLS}economie-circulaire-2027/questions/region`;

	await b.go(first, step);
	await b.go(second, step);
	for (const [page, text] of [[first, 'Onze tonnes.'], [second, 'Douze tonnes.']])
		await page.$eval('[name="a.matieres"]', (c, t) => {
			c.value = t;
		}, text);
	await b.submit(first, 'main form .acts button[type=submit]');
	await b.submit(second, 'main form .acts button[type=submit]');
	const shown = await second.evaluate(() => document.body.textContent);
	assert.match(shown, /Onze tonnes/);
	assert.equal(await second.$eval('[name="a.matieres"]', (c) => c.value), 'Douze tonnes.');
	await first.context.close();
	await second.context.close();
});

test('what is written after a deposit is not shown before another', async () => {
	const page = await b.visitor();

	await b.signIn(page, 'region@terreau.example', '/guichet-reunion/instruction');
	await b.go(page, `/guichet-reunion/instruction?q=${encodeURIComponent(TITLE)}`);
	const link = await page.waitForSelector('main a[href*="/instruction/RR-"]');
	await b.go(page, await link.evaluate((a) => new URL(a.href).pathname));
	const body = await page.evaluate(() => document.body.textContent);
	assert.ok(body.includes('Dix tonnes de tissus par an.'));
	assert.ok(!body.includes('Onze tonnes'));
	await page.context.close();
});

test('the team, who received what, the calls: accessible, and fit a phone', async () => {
	for (const width of [320, 1280]) {
		const page = await holder({ width });

		for (const tail of ['', '/relire', '/commentaires', '/destinataires',
			'/transmettre', '/appels',
			`/appels/${CALLS}economie-circulaire-2027`]) {
			await b.go(page, project + tail);
			assert.deepEqual(await b.axe(page), [], tail);
			assert.equal(await b.overflow(page), 0, tail);
		}
		await b.go(page, '/compte/cles');
		assert.deepEqual(await b.axe(page), []);
		await page.context.close();
	}
});
