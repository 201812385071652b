// Rules of forms in the browser: what a condition shows and marks, what the
// server calculates and judges as answers are saved.
'use strict';
const { test, before, after } = require('node:test');
const b = require('./browser.cjs');
const d = require('./deposit.cjs');
const assert = b.assert;

let page, project;

before(async () => {
	await b.start();
	page = await b.visitor();
	page.setDefaultTimeout(8000);
	await b.signIn(page, 'porteur@terreau.example', '/cte/mes-projets');
	project = await d.begin(page, 'Essai des règles');
});
after(() => b.stop());

async function step(name, on = page) {
	await b.go(on, `${project}/etapes/${name}`);
	if (!on.isJavaScriptEnabled())
		return;
	// Every behaviour of the page has come when its modules have.
	await on.evaluate(async () => {
		const base = document.querySelector('script[type=module]').src;
		for (const name of ['autosave', 'conditions', 'calculated', 'ineligible'])
			await import(new URL(`${name}.js`, base));
	});
}
const saved = () => page.waitForFunction(() =>
	document.querySelector('[data-save-state]').dataset.state === 'saved');
const shown = (name) => page.$eval(`[name="${name}"]`,
	(c) => c.closest('[data-when]').hidden === false);
const choose = (name, value) => page.$eval(`[name="${name}"]`, (c, value) => {
	const control = c.type === 'radio'
	    ? document.querySelector(`[name="${c.name}"][value="${value}"]`) : c;
	if (control.type === 'radio')
		control.checked = true;
	else
		control.value = value;
	control.dispatchEvent(new Event('change', { bubbles: true }));
}, value);

test('a question is shown and hidden as its condition says', async () => {
	await step('structure');
	assert.equal(await shown('a.benevoles'), false);
	await choose('a.statut', 'association');
	assert.equal(await shown('a.benevoles'), true);
	assert.equal(await shown('a.engagement-republicain'), true);
	// Required of some of those it is asked: the mark goes.
	const optional = () => page.$eval('[name="a.benevoles"]', (c) =>
		getComputedStyle(c.closest('.field').querySelector('.optional')).display);
	assert.notEqual(await optional(), 'none');
	await choose('a.statut', 'collectif');
	assert.equal(await optional(), 'none');
	await choose('a.statut', 'commune');
	assert.equal(await shown('a.benevoles'), false);
	await saved();
});

test('why a project is not eligible is said as soon as it is known', async () => {
	await step('structure');
	const hidden = () => page.$eval('[data-ineligible]', (s) => s.hidden);
	assert.equal(await hidden(), true);
	await choose('a.statut', 'association');
	await choose('a.engagement-republicain', 'non');
	await page.waitForFunction(() =>
		!document.querySelector('[data-ineligible]').hidden);
	assert.match(await page.$eval('[data-ineligible]', (s) => s.textContent),
	    /ne semble pas éligible.*engagement républicain/s);
	await choose('a.engagement-republicain', 'oui');
	await page.waitForFunction(() =>
		document.querySelector('[data-ineligible]').hidden);
	await saved();
});

test('a calculated value and a broken rule follow the answers', async () => {
	const said = (pattern) => page.waitForFunction((p) => new RegExp(p).test(
	    document.querySelector('[data-calculated="a.part-aide"]').value), {}, pattern);
	const error = () => page.$eval('[name="a.demande"]',
	    (c) => c.closest('.field').querySelector('.error')?.textContent ?? '');

	await step('budget');
	await said('Pas encore');
	await choose('a.cout', '20 000');
	await choose('a.demande', '12 000');
	await said('^60');
	assert.equal(await error(), '');
	await choose('a.demande', '17 000');
	await said('^85');
	await page.waitForFunction(() => document.querySelector('[name="a.demande"]')
	    .closest('.field').querySelector('.error'));
	assert.match(await error(), /au plus 80.% du coût/);
	// Mended by the other answer: the message beside this one goes.
	await choose('a.cout', '30 000');
	await said('^56,67');
	await page.waitForFunction(() => !document.querySelector('[name="a.demande"]')
	    .closest('.field').querySelector('.error'));
	assert.deepEqual(await b.axe(page), []);
});

test('without script the same is calculated and said by the server', async () => {
	const plain = await b.visitor({ script: false });

	await b.signIn(plain, 'porteur@terreau.example', `${project}/etapes/budget`);
	const value = () => plain.$eval('[data-calculated]', (o) => o.textContent);
	assert.match(await value(), /^56,67/);
	await d.send(plain, { 'a.cout': '20 000', 'a.demande': '17 000' })
	    .catch(() => {});
	assert.match(await value(), /^85/);
	assert.match(await plain.$eval('main', (m) => m.textContent),
	    /au plus 80.% du coût/);
	await plain.context.close();
});
