// The editor of forms, part by part: what is inside a question, rules and
// reasons, empty blocks, places by buttons and by the mouse, what the linter says,
// and whether drafts are offered what is published.
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

// A new form: its draft's address.
async function begin(page, title, kind = 'supplement') {
	await b.go(page, FORMS);
	await b.fill(page, { titre: `${title} ${Date.now()}`, nature: kind });
	await b.submit(page, 'main button[name=envoi][value=nouveau]');
	return b.here(page);
}

// Add something by the form whose button sends that operation.
async function add(page, operation, words, type) {
	const button = `main button[name=operation][value="${operation}"]`;

	await page.$eval(button, (e, words, type) => {
		e.form.elements.libelle.value = words;
		if (type)
			e.form.elements.type.value = type;
	}, words, type);
	await b.submit(page, button);
}

const act = (page, operation) =>
	b.submit(page, `main button[name=operation][value="${operation}"]`);
const save = (page) => b.submit(page, 'main form.form .acts button');
const lint = (page) => page.$eval('.lint', (panel) => panel.innerText);
// The words of the rows that a selector finds, in order.
const rows = (page, selector) => page.$$eval(`${selector} > .part-head .part-label`,
	(all) => all.map((e) => e.textContent));

for (const script of [true, false]) {
	const how = script ? 'with' : 'without';

	test(`what is inside a question is made like questions, ${how} script`, async () => {
		const page = await signedIn('admin@terreau.example', { script });
		const draft = await begin(page, 'Dedans');

		await add(page, 'ajouter bloc:etape-1/bloc-1', 'Associés', 'repeat');
		await b.fill(page, { 'm.key': `associes-${script}` });
		await save(page);
		const part = `question:associes-${script}`, url = `${draft}/questions/associes-${script}`;
		await b.go(page, url);
		assert.equal(await page.$('textarea[name^="m.fields"]'), null);
		assert.deepEqual(await rows(page, '.part-inner'), ['Nom']);
		// One more, on its own page; it comes back to the list it is in.
		await add(page, `ajouter ${part}`, 'Montant apporté', 'money');
		assert.match(b.here(page), new RegExp(`/associes-${script}/montant-apporte$`));
		assert.equal(await page.$('[name="m.private"]'), null);
		await b.fill(page, { 'm.min': 'cent' });
		await save(page);
		assert.match(await page.$eval('.error-summary', (e) => e.innerText), /cent/);
		assert.equal(await page.$eval('[name="m.min"]', (c) => c.value), 'cent');
		await b.fill(page, { 'm.min': '100' });
		await save(page);
		await b.go(page, url);
		await act(page, `monter ${part}/montant-apporte`);
		assert.match(b.here(page), new RegExp(`/questions/associes-${script}#`));
		assert.deepEqual(await rows(page, '.part-inner'), ['Montant apporté', 'Nom']);
		await act(page, `dupliquer ${part}/nom`);
		assert.deepEqual(await rows(page, '.part-inner'), ['Montant apporté', 'Nom', 'Nom']);
		await b.go(page, `${url}/nom-2`);
		await b.submit(page, 'button[value=retirer]');
		await b.go(page, url);
		assert.deepEqual(await rows(page, '.part-inner'), ['Montant apporté', 'Nom']);
		// A repeat in the repeat, with a question of its own.
		await add(page, `ajouter ${part}`, 'Ses locaux', 'repeat');
		await add(page, `ajouter ${part}/ses-locaux`, 'Surface', 'decimal');
		assert.match(await b.text(page), /Question «.Surface.» de «.Ses locaux.»/);
		// The columns of a table; a total is offered to amounts.
		await b.go(page, draft);
		await add(page, 'ajouter bloc:etape-1/bloc-1', 'Dépenses par poste', 'table');
		await add(page, 'ajouter question:depenses-par-poste', 'Achats', 'money');
		await b.fill(page, { 'm.total': 'oui' });
		await save(page);
		assert.doesNotMatch(await lint(page), /empêche/);
		await b.go(page, `${draft}/essai`);
		assert.match(await b.text(page), /Montant apporté/);
		assert.match(await b.text(page), /Achats/);
		assert.deepEqual(page.refused, []);
		await page.context.close();
	});

	test(`rules and reasons are written in plain words, ${how} script`, async () => {
		const page = await signedIn('admin@terreau.example', { script });
		const draft = await begin(page, 'Règles');

		await add(page, 'ajouter bloc:etape-1/bloc-1', `Combien de places ? ${script}`, 'integer');
		const places = b.here(page).split('/').pop();
		await b.go(page, draft);
		await add(page, 'ajouter bloc:etape-1/bloc-1', `Quand ouvrez-vous ? ${script}`, 'date');
		const opens = b.here(page).split('/').pop();
		// From the page of the question it is about.
		await b.go(page, `${draft}/questions/${places}`);
		await add(page, `ajouter-regle question:${places}`, 'Prévoyez moins de 200 places.');
		assert.match(b.here(page), /\/etapes\/etape-1\/blocs\/bloc-1\/regles\/0$/);
		await save(page);
		assert.match(await b.text(page), /Choisissez au moins une question/);
		await b.fill(page, { 'c.must.mode': 'formule' });
		if (script) {
			await page.$eval('.formula-help', (e) => { e.open = true; });
			await b.until('the names to be buttons', () => page.$('.formula-help tbody button'));
			await page.$eval('textarea[name="c.must.formule"]', (e) => {
				e.closest('details').open = true;
				e.focus();
			});
			await page.$$eval('.formula-help tbody button', (all, name) =>
				all.find((e) => e.textContent === name).click(), places);
			assert.equal(await page.$eval('textarea[name="c.must.formule"]', (e) => e.value), places);
			await page.keyboard.type(' < 200');
		} else {
			assert.ok((await page.$$eval('.formula-help code', (all) => all.map((e) => e.textContent))).includes(places));
			await b.fill(page, { 'c.must.formule': `${places} < 200` });
		}
		await save(page);
		assert.match(await b.text(page), /Il faut que .* < 200/);
		// A reason, on a day counted from today.
		await add(page, 'ajouter-motif ', 'l’ouverture est trop lointaine.');
		await b.fill(page, { 'c.when.0.question': opens, 'c.when.0.est': 'after',
			'c.when.0.valeur': 'aujourd’hui + 30' });
		await save(page);
		assert.match(await b.text(page), /Empêche le dépôt si « Quand ouvrez-vous.*est après « aujourd’hui \+ 30 »/);
		// As a holder meets them.
		await b.go(page, `${draft}/essai`);
		await b.fill(page, { [`a.${places}`]: '300', [`a.${opens}`]: '2099-01-01' });
		await save(page);
		assert.match(await b.text(page), /Prévoyez moins de 200 places/);
		assert.match(await b.text(page), /trop lointaine/);
		// What looks at a question is told where it is removed.
		await b.go(page, `${draft}/questions/${opens}`);
		assert.match(await b.text(page), /Regardent cette réponse[^]*trop lointaine/);
		assert.deepEqual(page.refused, []);
		await page.context.close();
	});

	test(`the last question moves, and what is empty is said, ${how} script`, async () => {
		const page = await signedIn('admin@terreau.example', { script });
		const draft = await begin(page, 'Places');

		await add(page, 'ajouter ', 'Seconde étape');
		assert.match(await lint(page), /Ce bloc est vide/);
		assert.match(await b.text(page), /Ce bloc est vide. Ajoutez-y une question/);
		// Down, out of its block, which it leaves empty.
		await act(page, 'descendre question:presentation');
		assert.deepEqual(await rows(page, '#p-bloc-seconde-etape--seconde-etape .part-question'),
			['Expliquez ici ce que vous demandez, et pourquoi.']);
		assert.equal(await page.$eval('button[value="descendre question:presentation"]', (e) => e.disabled), true);
		await b.go(page, `${draft}/questions/presentation`);
		await b.submit(page, 'button[value=retirer]');
		assert.match(await b.text(page), /Retiré/);
		await b.go(page, `${draft}/etapes/etape-1`);
		await b.submit(page, 'button[value=retirer]');
		await b.go(page, `${draft}/etapes/seconde-etape/blocs/seconde-etape`);
		await b.submit(page, 'button[value=retirer]');
		assert.match(await lint(page), /Cette étape est vide/);
		// Nothing is added without words: said beside, where a browser lets it pass.
		await page.$eval('button[value="ajouter etape:seconde-etape"]', (e) => { e.form.noValidate = true; });
		await b.submit(page, 'button[value="ajouter etape:seconde-etape"]');
		assert.match(await page.$eval('.part-add .error', (e) => e.innerText), /Écrivez d’abord/);
		await page.context.close();
	});
}

// Drag an element by its handle to a place over another, and let it go once the
// page shows it there.
async function drag(page, row, target, part = 0.2) {
	const from = await page.$(`${row} > .part-head .part-handle`);
	const to = await page.$(target);
	const a = await from.boundingBox(), z = await to.boundingBox();
	const where = () => page.$eval(row, (e) => {
		const all = [...document.querySelectorAll('.part, .part-head')];
		return all.indexOf(e);
	});
	const before = await where();
	let nudge = 0;

	await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
	await page.mouse.down();
	await page.mouse.move(a.x + 10, a.y + 10, { steps: 3 });
	await b.until('it to stand there', async () => {
		await page.mouse.move(z.x + z.width / 3 + (nudge++ % 3), z.y + z.height * part, { steps: 3 });
		return await where() !== before && nudge > 2;
	});
	await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.mouse.up()]);
}

test('the mouse drags what the buttons move', async () => {
	const page = await signedIn('admin@terreau.example');

	await page.setViewport({ width: 1280, height: 2400 });
	const draft = await begin(page, 'Souris');
	for (const words of ['Alpha', 'Beta']) {
		await add(page, 'ajouter bloc:etape-1/bloc-1', words, 'text');
		await b.go(page, draft);
	}
	await add(page, 'ajouter etape:etape-1', 'Second bloc');
	const first = '#p-bloc-etape-1--bloc-1', second = '#p-bloc-etape-1--second-bloc';

	await b.until('handles', () => page.$(`${first} .part-handle`));
	await drag(page, '#p-question-beta', '#p-question-alpha');
	assert.deepEqual((await rows(page, `${first} .part-question`)).slice(1), ['Beta', 'Alpha']);
	// Into the empty block.
	await b.until('handles', () => page.$(`${first} .part-handle`));
	await drag(page, '#p-question-beta', `${second} .part-empty`, 1.3);
	assert.deepEqual(await rows(page, `${second} .part-question`), ['Beta']);
	// The block before the other.
	await b.until('handles', () => page.$(`${second} .part-handle`));
	await drag(page, second, `${first} > .part-head`);
	assert.deepEqual(await page.$$eval('.part-block h3', (all) => all.map((e) => e.textContent)),
		['Second bloc', 'Premières questions']);
	assert.deepEqual(page.refused, []);
	await page.context.close();
});

test('the linter says what is unreachable, unused, unplaced, or looks forward', async () => {
	const page = await signedIn('admin@terreau.example', { script: false });
	const draft = await begin(page, 'Vérifié', 'project');

	// Nothing gives what lists show.
	assert.match(await lint(page), /Aucune question ne donne le coût total/);
	// Two conditions that exclude one another.
	await add(page, 'ajouter bloc:etape-1/bloc-1', 'Premier choix ?', 'choice');
	const first = b.here(page).split('/').pop();
	await b.go(page, draft);
	await add(page, 'ajouter bloc:etape-1/bloc-1', 'Jamais ?', 'text');
	const second = b.here(page).split('/').pop();
	await b.fill(page, { 'c.visible_if.mode': 'toutes',
		'c.visible_if.0.question': first, 'c.visible_if.0.est': 'equals', 'c.visible_if.0.valeur': 'Choix 1',
		'c.visible_if.1.question': first, 'c.visible_if.1.est': 'equals', 'c.visible_if.1.valeur': 'Choix 2' });
	await save(page);
	assert.match(await lint(page), /Cette question ne peut jamais être posée/);
	// Above what it looks at: a condition on a later question.
	await act(page, `monter question:${second}`);
	assert.match(await lint(page), /Afficher si.*ne vient pas avant/);
	await b.go(page, `${draft}/publier`);
	assert.equal(await page.$('form[action$="/publier"]'), null);
	await b.submit(page, 'form[action$="/abandonner"] button');

	// An option that nobody chose, on the form that projects have answered.
	await b.go(page, `${FORMS}/projet`);
	await b.submit(page, 'form[action$="/brouillon"] button');
	await b.go(page, `${b.here(page)}/publier`);
	assert.match(await lint(page), /n’a jamais été choisie en \d+ réponses/);
	await b.submit(page, 'form[action$="/abandonner"] button');
	await page.context.close();
});

test('who publishes chooses whether drafts are offered the revision', async () => {
	const agent = await signedIn('admin@terreau.example', { script: false });
	const holder = await signedIn('porteur@terreau.example', { script: false });

	await b.go(holder, '/cte/deposer');
	await holder.type('input[name=titre]', `Un préau ${Date.now()}`);
	await b.submit(holder, 'main form button[type=submit]');
	const home = new URL(holder.url()).pathname;

	await b.go(agent, `${FORMS}/projet`);
	await b.submit(agent, 'form[action$="/brouillon"] button');
	const draft = b.here(agent);
	await add(agent, 'ajouter bloc:structure/identite', `Encore un mot ? ${Date.now()}`, 'text');
	await b.go(agent, `${draft}/publier`);
	assert.match(await b.text(agent), /Et les dossiers déjà commencés/);
	assert.match(await agent.$eval('details .changes', (e) => e.textContent), /Encore un mot/);
	await b.fill(agent, { proposer: 'non' });
	await b.submit(agent, 'form[action$="/publier"] button');
	assert.match(await b.text(agent), /seuls les prochains dossiers/);
	await b.go(holder, home);
	assert.doesNotMatch(await b.text(holder), /Le formulaire a changé/);

	await b.go(agent, `${FORMS}/projet`);
	assert.match(await b.text(agent), /pour les nouveaux dossiers seulement/);
	await b.submit(agent, 'form[action$="/proposer"] button[value=oui]');
	await b.go(holder, home);
	assert.match(await b.text(holder), /Le formulaire a changé/);
	await agent.context.close();
	await holder.context.close();
});

test('the pages of parts are accessible, and fit a phone', async () => {
	const page = await signedIn('admin@terreau.example');
	const draft = await begin(page, 'Étroit');

	await add(page, 'ajouter bloc:etape-1/bloc-1', 'Lieux', 'repeat');
	await b.go(page, `${draft}/questions/lieux`);
	await add(page, 'ajouter question:lieux', 'Surface au sol en mètres carrés', 'decimal');
	const inner = b.here(page);
	await b.go(page, draft);
	await add(page, 'ajouter-regle ', 'Une règle.');
	const rule = b.here(page);
	await b.go(page, draft);
	await add(page, 'ajouter-motif ', 'un motif.');
	for (const address of [draft, `${draft}/questions/lieux`, inner, rule, b.here(page)]) {
		assert.equal(await b.go(page, address), 200, address);
		assert.deepEqual(await b.axe(page), [], address);
		await page.setViewport({ width: 320, height: 900 });
		assert.equal(await b.overflow(page), 0, address);
		await page.setViewport({ width: 1280, height: 900 });
	}
	await page.context.close();
});
