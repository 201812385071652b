// A holder in front of a step: what the modules add to pages that work without
// them. Answers save by themselves, questions come and go, lines are added, two
// tabs and a lost session lose nothing, files are sent at once.
'use strict';
const test = require('node:test');
const path = require('node:path');
const b = require('./browser.cjs');
const { assert } = b;

const HOLDER = 'porteur@terreau.example';
const DOCUMENT = path.join(__dirname, '../../platforms/cte/demo/documents/rib.pdf');
let home;

test.before(async () => {
	await b.start();
	const page = await holder();

	await b.go(page, '/cte/deposer');
	await page.type('input[name=titre]', `Un verger ${Date.now()}`);
	await b.submit(page, 'main form button[type=submit]');
	home = new URL(page.url()).pathname;
	await page.context.close();
});
test.after(b.stop);

async function holder(options) {
	const page = await b.visitor(options);

	await b.signIn(page, HOLDER);
	return page;
}

const saved = (page) => page.waitForFunction(() =>
	document.querySelector('[data-save-state]')?.dataset.state === 'saved',
{ timeout: 10000 });
const late = (page) => page.waitForFunction(() =>
	document.querySelector('[data-save-state]')?.dataset.state === 'late',
{ timeout: 10000 });
const hidden = (page, name) => page.$eval(`[name="${name}"]`, (control) =>
	control.closest('[data-when]').hidden);

test('an answer saves by itself and is there on another device', async () => {
	const page = await holder();

	await b.go(page, `${home}/etapes/projet`);
	await page.type('[name="a.resume"]', 'Planter cent arbres fruitiers.');
	await saved(page);
	const other = await holder({ script: false });
	await b.go(other, `${home}/etapes/projet`);
	assert.equal(await other.$eval('[name="a.resume"]', (c) => c.value),
		'Planter cent arbres fruitiers.');
	await page.context.close();
	await other.context.close();
});

test('a wrong answer is said beside its field and kept', async () => {
	const page = await holder();

	await b.go(page, `${home}/etapes/budget`);
	await page.type('[name="a.cout"]', '52 k€');
	await late(page);
	assert.match(await page.$eval('#f-cout-aide', (e) => e.textContent), /montant en euros/);
	assert.equal(await page.$eval('[name="a.cout"]', (c) => c.getAttribute('aria-invalid')), 'true');
	await page.reload({ waitUntil: 'load' });
	assert.equal(await page.$eval('[name="a.cout"]', (c) => c.value), '52 k€');
	await page.click('[name="a.cout"]', { clickCount: 3 });
	await page.type('[name="a.cout"]', '52 000');
	await saved(page);
	assert.equal(await page.$eval('#f-cout-aide', (e) => e.querySelector('.error')), null);
	await page.context.close();
});

test('questions come and go with the answers they depend on', async () => {
	const page = await holder();

	await b.go(page, `${home}/etapes/structure`);
	assert.equal(await hidden(page, 'a.benevoles'), true);
	await page.click('[name="a.statut"][value="association"]').catch(() =>
		page.select('[name="a.statut"]', 'association'));
	assert.equal(await hidden(page, 'a.benevoles'), false);
	await saved(page);
	await page.type('[name="a.benevoles"]', '12');
	await saved(page);
	await page.click('[name="a.statut"][value="entreprise"]').catch(() =>
		page.select('[name="a.statut"]', 'entreprise'));
	assert.equal(await hidden(page, 'a.benevoles'), true);
	await page.context.close();
});

test('two tabs are shown both texts, and one chooses', async () => {
	const first = await holder();
	const second = await holder();

	await b.go(first, `${home}/etapes/projet`);
	await b.go(second, `${home}/etapes/projet`);
	await first.type('[name="a.besoin"]', 'Depuis le bureau.');
	await saved(first);
	await second.type('[name="a.besoin"]', 'Depuis le jardin.');
	await second.waitForSelector('#f-besoin-aide .other', { timeout: 10000 });
	assert.match(await second.$eval('#f-besoin-aide .other', (e) => e.textContent),
		/Depuis le bureau/);
	assert.equal(await second.$eval('[name="a.besoin"]', (c) => c.value), 'Depuis le jardin.');
	await second.click('#f-besoin-aide .other button');
	await saved(second);
	await first.reload({ waitUntil: 'load' });
	assert.equal(await first.$eval('[name="a.besoin"]', (c) => c.value), 'Depuis le jardin.');
	await first.context.close();
	await second.context.close();
});

test('a session that ends in the middle loses nothing', async () => {
	const page = await holder();

	await b.go(page, `${home}/etapes/projet`);
	await page.deleteCookie(...await page.cookies());
	await page.type('[name="a.description"]', 'Écrit sans le savoir.');
	await late(page);
	await b.signIn(page, HOLDER, `${home}/etapes/projet`);
	if (new URL(page.url()).pathname !== `${home}/etapes/projet`)
		await b.go(page, `${home}/etapes/projet`);
	await page.waitForFunction(() =>
		document.querySelector('[name="a.description"]').value === 'Écrit sans le savoir.');
	await saved(page);
	await page.context.close();
});

test('lines are added and totals follow', async () => {
	const page = await holder();

	await b.go(page, `${home}/etapes/budget`);
	const before = (await page.$$('[name^="a.plan.costs."][name$=".label"]')).length;
	await page.type('[name="a.plan.costs.0.label"]', 'Arbres');
	await page.type('[name="a.plan.costs.0.amount"]', '1 200,50');
	assert.match(await page.$eval('[data-total]', (c) => c.textContent), /1.200,50/);
	await page.click('[data-add-line]');
	assert.ok(await page.$(`[name="a.plan.costs.${before}.label"]`));
	await saved(page);
	await page.reload({ waitUntil: 'load' });
	assert.equal(await page.$eval('[name="a.plan.costs.0.label"]', (c) => c.value), 'Arbres');
	await page.context.close();
});

test('a file is sent at once and a renamed one is refused', async () => {
	const page = await holder();

	await b.go(page, `${home}/etapes/pieces`);
	const input = await page.$('input[name="a.rib"]');
	await input.uploadFile(DOCUMENT);
	await page.waitForSelector('.field .files a.file-name', { timeout: 10000 });
	const wrong = await page.$('input[name="a.devis"]');
	await wrong.uploadFile(__filename);
	await page.waitForFunction(() => [...document.querySelectorAll('.file-drop [role=status]')]
		.some((e) => /autre type/.test(e.textContent)), { timeout: 10000 });
	await page.context.close();
});

test('a point is put on the map', async () => {
	const page = await holder();

	await b.go(page, `${home}/etapes/projet`);
	await page.waitForSelector('[data-point].leaflet-container', { timeout: 15000 });
	const box = await (await page.$('[data-point]')).boundingBox();
	await page.evaluate(() => document.querySelector('[data-point]').scrollIntoView({ block: 'center' }));
	const at = await (await page.$('[data-point]')).boundingBox();
	assert.ok(box.width > 200);
	await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
	await page.waitForFunction(() => document.querySelector('[data-lat]').value !== '');
	assert.match(await page.$eval('[data-lat]', (c) => c.value), /^-21\./);
	await saved(page);
	await page.context.close();
});

test('everything works without script', async () => {
	const page = await holder({ script: false });

	await b.go(page, `${home}/etapes/calendrier`);
	await page.type('[name="a.risques"]', 'Un cyclone.');
	await page.click('[name="a.etapes.0.label"]');
	await page.type('[name="a.etapes.0.label"]', 'Plantation');
	await b.submit(page, 'main .acts button[type=submit]');
	assert.match(await b.text(page), /Étape .*Plantation.*donnez sa date/);
	await page.$eval('[name="a.etapes.0.date"]', (c) => { c.type = 'text'; c.value = '2027-05-01'; });
	await b.submit(page, 'main button[name=_ajouter]');
	assert.match(page.url(), /plus=a\.etapes#f-etapes$/);
	assert.ok(await page.$('[name="a.etapes.4.label"]'));
	assert.equal(await page.$eval('[name="a.risques"]', (c) => c.value), 'Un cyclone.');
	await page.context.close();
});

test('every page of the holder is accessible and fits a phone', async () => {
	const page = await holder();
	const paths = ['/cte/mes-projets', '/cte/deposer', home, `${home}/relire`,
		`${home}/appels`, `${home}/appels/quartiers-en-transition-2027`];

	for (const step of ['structure', 'projet', 'budget', 'calendrier', 'effets', 'pieces'])
		paths.push(`${home}/etapes/${step}`);
	for (const one of paths) {
		assert.equal(await b.go(page, one), 200, one);
		await new Promise((r) => setTimeout(r, 300));
		assert.deepEqual(page.strangers, [], one);
		assert.deepEqual(page.refused, [], one);
		assert.deepEqual(await b.axe(page), [], one);
		page.refused = [];	/* what axe itself tried */
	}
	await page.setViewport({ width: 320, height: 700 });
	for (const one of paths) {
		await b.go(page, one);
		assert.ok(await b.overflow(page) <= 0, `${one} is wider than 320 px`);
	}
	await page.context.close();
});
