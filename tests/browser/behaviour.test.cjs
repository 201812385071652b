// What scripts add to the real pages when the server fails, the network is cut
// or the session ends: nothing typed is lost, and it is said.
'use strict';
const { test, before, after } = require('node:test');
const path = require('node:path');
const b = require('./browser.cjs');
const d = require('./deposit.cjs');
const assert = b.assert;

const HOLDER = 'porteur@terreau.example';
let page, project;
// What happens to a save or a file: null lets it through to the server.
let fate = null;
const sent = [];

before(async () => {
	await b.start();
	page = await b.visitor();
	await b.signIn(page, HOLDER, '/cte/mes-projets');
	project = await d.begin(page, 'Essai des scripts');
	page.setDefaultTimeout(8000);
	page.on('dialog', (dialog) => dialog.accept());
	await page.setRequestInterception(true);
	page.on('request', (r) => {
		const asked = /\/(enregistrer|pieces)$/.test(r.url()) && r.method() === 'POST';
		if (asked)
			sent.push(new URLSearchParams(r.postData() ?? ''));
		if (!asked || fate === null)
			r.continue();
		else if (fate === 'cut')
			r.abort('internetdisconnected');
		else
			r.respond({ status: fate[0], contentType: 'application/json', body: JSON.stringify(fate[1] ?? {}) });
	});
});
after(() => b.stop());

async function step(name) {
	await b.go(page, `${project}/etapes/${name}`);
	// Every behaviour of the page has come when its modules have.
	await page.evaluate(async () => {
		const base = document.querySelector('script[type=module]').src;
		for (const name of ['autosave', 'lookup', 'upload', 'conditions'])
			await import(new URL(`${name}.js`, base)).catch(() => {});
	});
	sent.length = 0;
}
const kept = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)
	.filter(([k]) => k.startsWith('terreau:'))));
const says = (state, pattern) => page.waitForFunction((s, p) => {
	const e = document.querySelector('[data-save-state]');
	return e.dataset.state === s && new RegExp(p, 'i').test(e.textContent);
}, {}, state, pattern ?? '.');
const value = (name) => page.$eval(`[name="${name}"]`, (c) => c.value);

test('an answer typed is saved by itself; nothing stays in the browser', async () => {
	await step('structure');
	await page.type('[name="a.referent-nom"]', 'Claudie V.');
	await says('saved', '\\d+.h.\\d\\d');
	assert.equal(sent.at(-1).get('champ'), 'a.referent-nom');
	assert.equal(sent.at(-1).get('a.referent-nom'), 'Claudie V.');
	assert.equal(await kept(), '[]');
});

test('a choice is saved at once, and the progress follows', async () => {
	const was = await page.$eval('.rail-progress strong', (e) => e.textContent);
	await b.fill(page, { 'a.statut': 'association' });
	await says('saved');
	assert.equal(sent.at(-1).get('a.statut'), 'association');
	await page.waitForFunction((w) => document.querySelector('.rail-progress strong').textContent !== w, {}, was);
});

test('a question that an answer opens appears, and goes, without a new page', async () => {
	const shown = () => page.$eval('[name="a.engagement-republicain"]', (c) => !c.closest('[hidden]'));
	assert.equal(await shown(), true);
	await b.fill(page, { 'a.statut': 'entreprise' });
	assert.equal(await shown(), false);
	await b.fill(page, { 'a.statut': 'association' });
	assert.equal(await shown(), true);
	await says('saved');
});

test('a failing server is said, the answer kept, and sent again by itself', async () => {
	fate = [500];
	await b.fill(page, { 'a.activite': 'Gardé malgré la panne.' });
	await says('late');
	assert.match(await kept(), /Gardé malgré la panne/);
	fate = null;
	await says('saved');
	assert.equal(await kept(), '[]');
});

test('a cut network is said; after a reload the answer comes back and is sent', async () => {
	fate = 'cut';
	await b.fill(page, { 'a.activite': 'Écrit hors ligne.' });
	await says('late');
	fate = null;
	await b.go(page, '/cte/appels');
	await b.go(page, `${project}/etapes/structure`);
	await b.until('nothing kept', async () => await kept() === '[]');
	await b.go(page, `${project}/etapes/structure`);
	assert.equal(await value('a.activite'), 'Écrit hors ligne.');
});

test('a broken rule is said beside the field; the others go on; a right value clears it', async () => {
	await step('structure');
	await b.fill(page, { 'a.salaries': 'deux' });
	await page.waitForSelector('#f-salaries-aide .error');
	await b.fill(page, { 'a.referent-fonction': 'Trésorière' });
	await says('saved');
	assert.equal(await value('a.salaries'), 'deux');
	await b.fill(page, { 'a.salaries': '2' });
	await page.waitForFunction(() => !document.querySelector('#f-salaries-aide .error'));
});

test('an ended session is said, and the value kept', async () => {
	fate = [401];
	await b.fill(page, { 'a.referent-fonction': 'Présidente' });
	await says('late', 'session');
	assert.match(await kept(), /Présidente/);
	fate = null;
	await step('structure');
	await b.until('nothing kept', async () => await kept() === '[]');
	assert.equal(await value('a.referent-fonction'), 'Présidente');
});

test('what another window wrote is not overwritten: both are shown', async () => {
	await step('structure');
	const other = await page.context.newPage();
	await b.go(other, `${project}/etapes/structure`);
	await b.fill(other, { 'a.activite': 'Écrit ailleurs.' });
	await other.waitForSelector('[data-save-state][data-state=saved]');
	await other.close();
	await b.fill(page, { 'a.activite': 'Écrit ici.' });
	await page.waitForFunction(() => /Écrit ailleurs\./.test(document.querySelector('#f-activite-aide').textContent) ||
		document.querySelector('[name="a.activite"]').value === 'Écrit ailleurs.');
	const all = await page.$eval('#f-activite-aide', (e) => e.textContent) + await value('a.activite');
	assert.match(all, /Écrit ailleurs\./);
	assert.match(all, /Écrit ici\./);
	await page.evaluate(() => localStorage.clear());
});

test('a file is sent at once and listed; a refused one says why', async () => {
	await step('pieces');
	const input = await page.$('[name="a.devis"]');
	await input.uploadFile(path.join(__dirname, '../../platforms/cte/demo/documents/devis.pdf'));
	await page.waitForFunction(() => [...document.querySelectorAll('.file-name')].some((f) => f.textContent === 'devis.pdf'));
	fate = [413, { error: 'Trop lourd.' }];
	await (await page.$('[name="a.autres-pieces"]')).uploadFile(path.join(__dirname, '../../platforms/cte/demo/documents/plan.pdf'));
	await page.waitForFunction(() => /Trop lourd/.test(document.querySelector('main').textContent));
	assert.equal(await page.$eval('[name="a.autres-pieces"]', (i) => i.files.length), 1);
	fate = null;
});

test('a commune is completed from the keyboard, and its code saved', async () => {
	await step('projet');
	await page.type('[name="a.commune"]', 'saint-le');
	await page.waitForSelector('[role=option]');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	assert.equal(await value('a.commune'), 'Saint-Leu');
	await says('saved');
	assert.equal(sent.at(-1).get('champ'), 'a.commune');
	assert.ok([...sent.at(-1).values()].includes('97413'));
});

test('a button pressed while an answer is on its way finds no conflict with itself', async () => {
	await step('budget');
	await b.fill(page, { 'a.cout': '9 000' });
	await b.submit(page, 'main form .acts button[type=submit]');
	assert.doesNotMatch(await b.text(page), /changée ailleurs|effacée ailleurs/);
	await b.go(page, `${project}/etapes/budget`);
	assert.equal((await value('a.cout')).replace(/\D/g, ''), '9000');
});

test('lines are added one after the other, counted, and saved together', async () => {
	await step('budget');
	const lines = (table) => page.$$eval(`${table} tbody tr`, (rows) => rows.length);
	const table = await page.$eval('table[data-lines]', (t) => {
		t.id ||= 'les-lignes';
		return `#${t.id}`;
	});
	const was = await lines(table);
	await page.$eval(`${table}`, (t) => (t.closest('.scroll') ?? t).parentElement
		.querySelector('[data-add-line]').click());
	assert.equal(await lines(table), was + 1);
	const names = await page.$$eval(`${table} [data-amount]`, (all) => all.map((c) => c.name));
	assert.equal(new Set(names).size, names.length);
	const first = names[0].replace(/\.\d+\.[a-z]+$/, '');
	const row = (n) => page.$$eval(`${table} tbody tr:nth-child(${n}) [name]`, (all) =>
		all.map((c) => [c.name, c.matches('[data-amount]'), c.tagName]));
	for (const n of [1, was + 1])
		for (const [name, amount, tag] of await row(n))
			if (tag === 'INPUT')
				await b.fill(page, { [name]: amount ? '1 200,50' : `Poste ${n}` });
	assert.match(await page.$eval(`${table} [data-total]`, (c) => c.textContent.replace(/\s/g, '')), /^2401€/);
	await says('saved');
	assert.ok([...sent.at(-1).keys()].filter((k) => k.startsWith(`${first}.`)).length >= 4, 'sent together');
	await step('budget');
	const amounts = await page.$$eval(`[name^="${first}."][data-amount]`, (all) => all.map((c) => c.value.replace(/\s/g, '')));
	assert.deepEqual(amounts.filter(Boolean), ['1200,50', '1200,50']);
});

test('a question before an act opens over the page, and Escape leaves all as it was', async () => {
	const admin = await b.visitor();
	await b.signIn(admin, 'admin@terreau.example', '/cte/administration/composants');
	const open = () => admin.$eval('#exemple-question', (d) => d.open);
	await b.until('dialog.js', async () => {
		await admin.$eval('[data-dialog]', (a) => a.click());
		return open();
	});
	assert.equal(await admin.evaluate(() => document.activeElement.closest('dialog')?.id), 'exemple-question');
	await admin.keyboard.press('Escape');
	assert.equal(await open(), false);
	await admin.$eval('[data-dialog]', (a) => a.click());
	await admin.$eval('#exemple-question [data-close]', (c) => c.click());
	assert.equal(await open(), false);
	await admin.$eval('[data-dialog]', (a) => a.click());
	await b.submit(admin, '#exemple-question [type=submit]');
	assert.match(await b.text(admin), /rien n’a changé/);
	await admin.context.close();
});

test('a message being written survives a closed window, and goes once it is sent', async () => {
	const agent = await b.visitor();
	await b.signIn(agent, 'agent@terreau.example', '/cte/instruction');
	const thread = await agent.$eval('.queue-title', (a) => a.getAttribute('href').split('?')[0]) + '/echanges';
	await b.go(agent, thread);
	const text = () => agent.$eval('#f-message', (t) => t.value);
	const words = 'Combien de foyers ?\nEt depuis quand ?';
	await b.until('keep.js', async () => {
		await agent.$eval('#f-message', (t, w) => {
			t.value = w;
			t.dispatchEvent(new Event('input', { bubbles: true }));
		}, words);
		return agent.evaluate(() => Object.values(localStorage).some((v) => v.includes('foyers')));
	});
	await b.go(agent, '/cte/instruction');
	await b.go(agent, thread);
	await b.until('the message again', async () => await text() === words);
	await b.submit(agent, 'form[data-keep] button[type=submit]');
	assert.match(await b.text(agent), /Combien de foyers/);
	await b.go(agent, thread);
	assert.equal(await text(), '');
	await agent.context.close();
});

test('nothing was refused by the policy of the pages, nor asked elsewhere', () => {
	assert.deepEqual(page.refused, []);
	assert.deepEqual(page.strangers, []);
});
