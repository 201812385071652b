// The editor of forms: an agent makes a form with a condition, sees what the
// linter says, mends it, publishes; a holder fills it. With and without script.
// And the table of answers, as an agent reads it.
'use strict';
const test = require('node:test');
const b = require('./browser.cjs');
const { assert } = b;

const FORMS = '/cte/administration/formulaires';

test.before(b.start);
test.after(b.stop);

async function signedIn(email, options) {
	const page = await b.visitor(options);

	await b.signIn(page, email);
	return page;
}

// Press the button of a name and value, in the main part of the page.
const press = (page, name, value) =>
	b.submit(page, `main button[name="${name}"][value="${value}"]`);

// A new form of a given title: on its draft's page; its key.
async function begin(page, title) {
	await b.go(page, FORMS);
	await b.fill(page, { titre: title, nature: 'supplement' });
	await press(page, 'envoi', 'nouveau');
	return b.here(page).split('/')[4];
}

// Add a question to the first block, and stay on its page.
async function ask(page, draft, label, type) {
	await b.go(page, draft);
	await page.$eval('form.part-add', (form, words) => {
		form.querySelector('[name=libelle]').value = words[0];
		form.querySelector('[name=type]').value = words[1];
	}, [label, type]);
	await b.submit(page, 'form.part-add button');
	return b.here(page);
}

const save = (page) => b.submit(page, 'main form.form .acts button');
const lint = (page) => page.$eval('.lint', (panel) => panel.innerText);

for (const script of [true, false])
	test(`an agent makes a form, mends it and publishes it, ${script ? 'with' : 'without'} script`, async () => {
		const page = await signedIn('admin@terreau.example', { script });
		const key = await begin(page, `Vie de quartier ${script} ${Date.now()}`);
		const draft = `${FORMS}/${key}/revisions/1`;

		// Two questions, the second on a condition that can never hold.
		await ask(page, draft, 'Quel lieu ?', 'choice');
		await b.fill(page, { 'm.options': 'Une place\nUne rue\nUne cour | Fermée le soir', 'm.key': `lieu-${script}`, 'm.required': 'oui' });
		await save(page);
		const second = await ask(page, draft, 'Combien de riverains ?', 'integer');
		await b.fill(page, { 'm.key': `riverains-${script}`, 'c.visible_if.mode': 'toutes',
			'c.visible_if.0.question': `lieu-${script}`, 'c.visible_if.0.est': 'equals',
			'c.visible_if.0.valeur': 'une place',
			'c.visible_if.1.question': `lieu-${script}`, 'c.visible_if.1.est': 'equals',
			'c.visible_if.1.valeur': 'Une rue' });
		if (script)
			assert.equal(await page.$eval('[name="c.visible_if.0.valeur"]',
				(input) => input.list.options.length), 3);
		await save(page);
		assert.match(await lint(page), /empêche de publier/);
		assert.match(await lint(page), /ne peut jamais être posée/);
		await b.go(page, `${draft}/publier`);
		assert.equal(await page.$('form[action$="/publier"]'), null);

		// Mended from the link of the finding.
		await b.go(page, draft);
		await Promise.all([page.waitForNavigation(),
			page.$eval('.finding a', (link) => link.click())]);
		await b.go(page, second.replace(/[^/]*$/, `riverains-${script}`));
		await b.fill(page, { 'c.visible_if.1.question': '' });
		await save(page);
		assert.doesNotMatch(await lint(page), /empêche de publier/);
		assert.match(await b.text(page), /Afficher si « Quel lieu/);

		// Tried as a holder would: the second question comes with its answer.
		await b.go(page, `${draft}/essai`);
		await b.fill(page, { [`a.lieu-${script}`]: 'une-place' });
		await b.submit(page, 'main form.form .acts button');
		assert.match(await b.text(page), /3 questions? sont posées|2 questions sont posées/);
		assert.match(await b.text(page), /Rien n’empêcherait de déposer/);

		// Moved, by its button; then published.
		await b.go(page, draft);
		await page.$eval(`#p-question-lieu-${script}`, (row) => row.querySelector('button[value^="monter"]').click());
		await page.waitForNavigation({ waitUntil: 'load' }).catch(() => {});
		await b.go(page, `${draft}/publier`);
		assert.match(await b.text(page), /première révision/);
		await b.submit(page, 'form[action$="/publier"] button');
		assert.match(await b.text(page), /La révision est publiée/);
		assert.equal(await page.$('form.part-add'), null);
		assert.deepEqual(page.refused, []);
		await page.context.close();
	});

test('the pages of the editor are accessible, and fit a phone', async () => {
	const page = await signedIn('admin@terreau.example');
	const key = await begin(page, `Accès ${Date.now()}`);
	const draft = `${FORMS}/${key}/revisions/1`;

	const question = await ask(page, draft, 'Une question', 'multi_choice');
	for (const address of [FORMS, `${FORMS}/${key}`, draft, question,
		`${draft}/essai`, `${draft}/publier`, `${draft}/reglages`, '/cte/instruction/reponses']) {
		assert.equal(await b.go(page, address), 200, address);
		assert.deepEqual(await b.axe(page), [], address);
		await page.setViewport({ width: 320, height: 900 });
		assert.equal(await b.overflow(page), 0, address);
		await page.setViewport({ width: 1280, height: 900 });
	}
	await b.go(page, `${draft}/publier`);
	await b.submit(page, 'form[action$="/abandonner"] button');
	assert.match(await b.text(page), /Le brouillon est abandonné/);
	await page.context.close();
});

test('a published revision is what holders are asked', async () => {
	const agent = await signedIn('admin@terreau.example', { script: false });
	const label = `Que dire de plus ? ${Date.now()}`;

	// The form of projects gets one more question at its end.
	await b.go(agent, `${FORMS}/projet`);
	await b.submit(agent, 'form[action$="/brouillon"] button');
	const draft = b.here(agent);
	await ask(agent, draft, label, 'text');
	const key = b.here(agent).split('/').pop();
	await b.go(agent, `${draft}/publier`);
	assert.match(await b.text(agent), /1 changement par rapport/);
	await b.submit(agent, 'form[action$="/publier"] button');

	const holder = await signedIn('porteur@terreau.example', { script: false });
	await b.go(holder, '/cte/deposer');
	await holder.type('input[name=titre]', `Un jardin ${Date.now()}`);
	await b.submit(holder, 'main form button[type=submit]');
	const home = new URL(holder.url()).pathname;
	await b.go(holder, `${home}/etapes/structure`);
	assert.ok((await b.text(holder)).includes(label.slice(0, 15)));
	await holder.type(`[name="a.${key}"]`, 'Tout est dit.');
	await b.submit(holder, 'main form.form .acts button');
	await b.go(holder, `${home}/etapes/structure`);
	assert.equal(await holder.$eval(`[name="a.${key}"]`, (c) => c.value), 'Tout est dit.');
	await agent.context.close();
	await holder.context.close();
});

test('the table of answers is filtered, sorted and exported', async () => {
	const page = await signedIn('agent@terreau.example', { script: false });

	await b.go(page, '/cte/instruction/reponses');
	const all = await page.$$eval('.answers-table tbody tr', (rows) => rows.length);
	assert.ok(all > 5);
	await b.fill(page, { q0: 'cout', o0: 'au-moins', v0: '100 000' });
	await b.submit(page, '.table-asked button[type=submit]');
	const some = await page.$$eval('.answers-table tbody tr', (rows) => rows.length);
	assert.ok(some > 0 && some < all);
	await Promise.all([page.waitForNavigation(), page.evaluate(() =>
		[...document.querySelectorAll('.answers-table thead a')].at(-1).click())]);
	assert.ok(await page.$('.answers-table th[aria-sort]'));
	const csv = await page.$eval('a[href*=".csv"]', (link) => link.getAttribute('href'));
	const jar = (await page.context.cookies()).map((c) => `${c.name}=${c.value}`).join('; ');
	const reply = await fetch(new URL(csv, page.url()), { headers: { Cookie: jar } });
	assert.equal(reply.status, 200);
	assert.equal((await reply.text()).trim().split('\r\n').length, some + 1);
	// Columns chosen, and the filter left out by its chip; the order stays.
	await b.fill(page, { colonne: ['cout', 'statut'] });
	await b.submit(page, '.table-asked button[type=submit]');
	assert.match(await b.text(page), /Colonnes.: 2 sur/);
	await b.submit(page, '.filter-chips a');
	assert.equal(await page.$$eval('.answers-table tbody tr', (rows) => rows.length), all);
	assert.equal(await page.$$eval('.answers-table thead th', (heads) => heads.length), 4);
	assert.match(b.here(page), /tri=.+&sens=/);
	// Nothing there: what to do is said.
	await b.fill(page, { q0: 'cout', o0: 'au-moins', v0: '90 000 000' });
	await b.submit(page, '.table-asked button[type=submit]');
	assert.match(await b.text(page), /Aucune candidature ne répond à ces filtres/);
	await page.context.close();
});
