// Every page behind a sign-in, as the people who see it: accessible, valid,
// whole on a narrow screen; who may not see it; and nothing typed is ever lost.
'use strict';
const { test, before, after } = require('node:test');
const { HtmlValidate } = require('html-validate');
const b = require('./browser.cjs');
const d = require('./deposit.cjs');
const assert = b.assert;

const HOLDER = 'porteur@terreau.example';
const ROLES = [
	[HOLDER, ['/cte/mes-projets', '/cte/deposer', '/compte/'], /^\/(cte\/(mes-projets|deposer)|compte\/)/],
	['agent@terreau.example', ['/cte/instruction'], /^\/cte\/instruction/],
	['comite1@terreau.example', ['/cte/instruction/evaluations'], /^\/cte\/instruction/],
	['decideur@terreau.example', ['/cte/instruction?etat=comite'], /^\/cte\/instruction/],
	['admin@terreau.example', ['/cte/administration'], /^\/cte\/administration/],
	['animatrice@terreau.example', ['/cte/instruction/moderation'], /^\/cte\/instruction\/moderation/],
	['financeur@terreau.example', ['/cte/instruction?etat=comite'], /^\/cte\/instruction\/[A-Z]/],
	['region@terreau.example', ['/guichet-reunion/instruction'], /^\/guichet-reunion\/instruction/],
	['wiki@terreau.example', ['/cte/wiki', '/cte/elements'], /^\/cte\/(wiki|elements)/],
];
const validator = new HtmlValidate({ extends: ['html-validate:standard'],
	rules: { 'no-inline-style': 'error', 'no-trailing-whitespace': 'off',
		'long-title': 'off', 'require-sri': 'off', 'void-style': 'off',
		'prefer-native-element': 'off', 'tel-non-breaking': 'off' } });
let draft;

async function as(email, next, options) {
	const page = await b.visitor(options);
	await b.signIn(page, email, next);
	return page;
}

before(async () => {
	await b.start();
	const page = await as(HOLDER, '/cte/mes-projets');
	draft = await d.begin(page, 'Un brouillon à relire');
	await b.go(page, `${draft}/appels`);
	const call = await page.$('form[action*="/commencer"] button');
	if (call)
		await b.submit(page, 'form[action*="/commencer"] button');
	await page.context.close();
});
after(() => b.stop());

for (const [email, starts, inside] of ROLES)
	test(`pages of ${email.split('@')[0]}: accessible, valid, narrow, asking nobody else`, async () => {
		const page = await as(email, starts[0]);
		if (email === HOLDER)
			starts.push(draft, `${draft}/etapes/structure`, `${draft}/etapes/pieces`, `${draft}/relire`);
		const pages = await b.walk(page, starts, inside);
		const found = [];
		assert.ok(pages.length > 1, pages.join(' '));
		for (const address of pages) {
			const html = Buffer.from((await b.fetched(page, address)).binary, 'latin1').toString('utf8');
			for (const r of (await validator.validateString(html)).results)
				for (const m of r.messages)
					if (m.severity === 2)
						found.push(`${address}:${m.line} ${m.ruleId} ${m.message}`);
			await page.setViewport({ width: 320, height: 900 });
			await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
			await b.go(page, address);
			if (await b.overflow(page) !== 0)
				found.push(`${address} overflows at 320 pixels`);
			for (const word of await b.crushed(page))
				found.push(`${address} cuts «${word}» at 320 pixels`);
			for (const v of await b.axe(page))
				found.push(`light, narrow ${address} ${v}`);
			await page.setViewport({ width: 1280, height: 900 });
			await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
			await b.go(page, address);
			for (const v of await b.axe(page))
				found.push(`dark, wide ${address} ${v}`);
		}
		assert.deepEqual(found, []);
		assert.deepEqual(page.strangers, []);
		assert.deepEqual(page.refused, []);
		await page.context.close();
	});

test('who has no role there is refused; who is nobody signs in and comes back', async () => {
	const holder = await as(HOLDER, '/cte/mes-projets');
	for (const address of ['/cte/instruction', '/cte/instruction/TCO-2026-00012',
		'/cte/instruction/TCO-2026-00012/decision', '/cte/administration',
		'/cte/administration/communaute', '/cte/administration/composants', '/cte/wiki'])
		assert.ok([403, 404].includes(await b.go(holder, address)), address);
	const other = await as('rm.fontaine@terreau.example', '/cte/mes-projets');
	for (const address of [draft, `${draft}/etapes/structure`, `${draft}/relire`])
		assert.ok([403, 404].includes(await b.go(other, address)), address);
	const nobody = await b.visitor();
	await b.go(nobody, `${draft}/etapes/projet`);
	assert.match(b.here(nobody), /^\/compte\/connexion\?suite=/);
	await nobody.type('[name=courriel]', HOLDER);
	await nobody.type('[name=passe]', b.PASSPHRASE);
	await b.submit(nobody, 'main form button[type=submit]');
	assert.equal(b.here(nobody), `${draft}/etapes/projet`);
	for (const page of [holder, other, nobody])
		await page.context.close();
});

test('the same deposit without JavaScript, from the first word to the receipt', async () => {
	const page = await as(HOLDER, '/cte/deposer', { script: false });
	const project = await d.begin(page, 'Couture sans script');
	await d.fillAll(page, project, false);
	await d.present(page, project);
	assert.match(await b.text(page), /TCO-\d{4}-\d{5}/);
	await page.context.close();
});

test('J and K walk the list and the dossiers; in a field they are letters', async () => {
	const page = await as('agent@terreau.example', '/cte/instruction');
	const titles = await page.$$eval('.queue-title', (all) => all.map((a) => a.textContent));
	await b.until('keys.js', async () => {
		await page.evaluate(() => document.activeElement.blur());
		await page.keyboard.press('k');
		return page.evaluate(() => document.activeElement.matches('.queue-title'));
	});
	assert.equal(await page.evaluate(() => document.activeElement.textContent), titles.at(-1));
	await page.keyboard.press('k');
	assert.equal(await page.evaluate(() => document.activeElement.textContent), titles.at(-2));
	await page.focus('#q');
	await page.keyboard.type('jk');
	assert.equal(await page.$eval('#q', (i) => i.value), 'jk');
	const first = await page.$eval('.queue-title', (a) => a.getAttribute('href'));
	await b.go(page, first);
	const was = b.here(page);
	await b.until('the next dossier', async () => {
		await page.keyboard.press('j');
		return b.here(page) !== was;
	});
	await page.context.close();
});

test('the focus is always seen on the way through a step', async () => {
	const page = await as(HOLDER, `${draft}/etapes/structure`);
	const met = new Set();
	for (let i = 0; i < 30; i++) {
		await page.keyboard.press('Tab');
		const seen = await page.evaluate(() => {
			const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
			const box = e.closest('label'), c = box && getComputedStyle(box);
			return { name: e.name || e.tagName, size: r.width * r.height,
				outline: s.outlineStyle !== 'none' || s.boxShadow !== 'none' ||
					(c && (c.outlineStyle !== 'none' || c.boxShadow !== 'none')) };
		});
		met.add(seen.name);
		assert.ok(seen.outline && seen.size > 0, JSON.stringify(seen));
	}
	assert.ok(met.has('a.porteur') && met.has('a.activite'), [...met].join(' '));
	await page.context.close();
});

for (const script of [true, false])
	test(`a session that ends while one types ${script ? 'with' : 'without'} script loses nothing`, async () => {
		const page = await as(HOLDER, `${draft}/etapes/projet`, { script });
		const typed = { 'a.resume': `Un résumé long à écrire, ${script}.`,
			'a.besoin': 'Première ligne.\nDeuxième ligne & « guillemets ».', 'a.maturite': 'idee' };
		await page.context.deleteCookie(...await page.context.cookies());
		await b.fill(page, typed);
		await b.submit(page, 'main form .acts button[type=submit]');
		assert.match(b.here(page), /^\/compte\/connexion/);
		await page.type('[name=courriel]', HOLDER);
		await page.type('[name=passe]', b.PASSPHRASE);
		await b.submit(page, 'main form button[type=submit]');
		assert.match(b.here(page), /\/etapes\/projet/);
		assert.equal(await page.$eval('[name="a.resume"]', (t) => t.value), typed['a.resume']);
		assert.equal(await page.$eval('[name="a.besoin"]', (t) => t.value), typed['a.besoin']);
		assert.equal(await page.$eval('[name="a.maturite"]:checked', (i) => i.value), 'idee');
		await page.context.close();
	});

test('two windows on the same step: the second sees both values', async () => {
	const first = await as(HOLDER, `${draft}/etapes/budget`, { script: false });
	const second = await as(HOLDER, `${draft}/etapes/budget`, { script: false });
	await b.fill(first, { 'a.modele': 'Écrit dans la première fenêtre.' });
	await b.submit(first, 'main form .acts button[type=submit]');
	await b.fill(second, { 'a.modele': 'Écrit dans la seconde fenêtre.', 'a.cout': '5 000' });
	await b.submit(second, 'main form .acts button[type=submit]');
	assert.equal(await second.$eval('[name="a.modele"]', (t) => t.value), 'Écrit dans la seconde fenêtre.');
	assert.match(await second.$eval('#f-modele-aide', (e) => e.textContent), /Écrit dans la première fenêtre\./);
	await b.submit(second, 'main form .acts button[type=submit]');
	await b.go(first, `${draft}/etapes/budget`);
	assert.equal(await first.$eval('[name="a.modele"]', (t) => t.value), 'Écrit dans la seconde fenêtre.');
	assert.equal((await first.$eval('[name="a.cout"]', (t) => t.value)).replace(/\D/g, ''), '5000');
	for (const page of [first, second])
		await page.context.close();
});

test('going back and forward keeps what was written', async () => {
	const page = await as(HOLDER, `${draft}/etapes/effets`);
	await page.type('[name="a.indicateur"]', 'Sacs cousus par an');
	await page.waitForSelector('[data-save-state][data-state=saved]');
	await b.go(page, `${draft}/etapes/pieces`);
	await page.goBack({ waitUntil: 'load' });
	assert.equal(await page.$eval('[name="a.indicateur"]', (i) => i.value), 'Sacs cousus par an');
	await page.goForward({ waitUntil: 'load' });
	await page.goBack({ waitUntil: 'load' });
	await b.submit(page, 'main form .acts button[type=submit]');
	await b.go(page, `${draft}/etapes/effets`);
	assert.equal(await page.$eval('[name="a.indicateur"]', (i) => i.value), 'Sacs cousus par an');
	await page.context.close();
});
