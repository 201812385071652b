// One project from its first word to the public observatory, as each person
// who handles it, through the pages' own forms. The tests follow one another.
'use strict';
const { test, before, after } = require('node:test');
const crypto = require('node:crypto');
const b = require('./browser.cjs');
const d = require('./deposit.cjs');
const mediawiki = require('./mediawiki.cjs');
const assert = b.assert;

const TITLE = 'Coudre le réemploi à Piton';
const CALL = 'quartiers-en-transition-2027';
const stamp = crypto.randomBytes(4).toString('hex');
const HOLDER = { name: 'Lisa Técher', email: `lisa-${stamp}@terreau.example`,
	pass: 'un-atelier-de-couture' };
const people = {};
let project, number, slug, work;

async function as(email, next) {
	if (!people[email]) {
		people[email] = await b.visitor();
		await b.signIn(people[email], email, next);
	} else {
		await b.go(people[email], next);
	}
	return people[email];
}

before(() => b.start());
after(() => b.stop());

test('a holder signs up, and the mail’s link makes the account', async () => {
	const page = people[HOLDER.email] = await b.visitor();
	await b.go(page, '/cte/deposer');
	const link = await page.$$eval('main a', (all) =>
		all.find((a) => a.href.includes('/compte/inscription')).getAttribute('href'));
	await b.go(page, link);
	await b.fill(page, { nom: HOLDER.name, courriel: 'pas une adresse', passe: HOLDER.pass });
	await b.submit(page, 'main form button[type=submit]');
	assert.ok(await page.$('#f-courriel[aria-invalid=true]'));
	assert.equal(await page.$eval('#f-nom', (i) => i.value), HOLDER.name);
	await b.fill(page, { courriel: HOLDER.email, passe: HOLDER.pass });
	await b.submit(page, 'main form button[type=submit]');
	assert.match(await b.text(page), /message vient de partir/);
	const text = await b.mail(HOLDER.email, /\/compte\/confirmation/);
	const address = text.match(/https?:\/\/[^\s"<>]*\/compte\/confirmation\?[^\s"<>]*/)[0];
	await page.goto(b.BASE + address.replace(/^https?:\/\/[^/]+/, '').replace(/&amp;/g, '&'));
	await b.submit(page, 'main form button[type=submit]');
	assert.equal(b.here(page).split('?')[0], '/cte/deposer');
	assert.match(await page.$eval('details.account', (e) => e.textContent), /Lisa Técher/);
});

test('the holder begins a project; each answer is saved as it changes', async () => {
	const page = people[HOLDER.email];
	project = await d.begin(page, TITLE);
	await b.go(page, `${project}/etapes/structure`);
	await page.type('[name="a.activite"]', d.ANSWERS.structure['a.activite']);
	await page.waitForSelector('[data-save-state][data-state=saved]');
	await b.go(page, `${project}/etapes/structure`);
	assert.equal(await page.$eval('[name="a.activite"]', (i) => i.value),
		d.ANSWERS.structure['a.activite']);
});

test('a bad value keeps what was typed, with its message beside the field', async () => {
	const page = people[HOLDER.email];
	await b.fill(page, { ...d.ANSWERS.structure, 'a.salaries': 'beaucoup',
		'a.referent-courriel': 'lisa chez exemple' });
	await b.submit(page, 'main form .acts button[type=submit]');
	assert.equal(await page.evaluate(() => document.activeElement.className), 'error-summary');
	for (const [key, typed] of [['salaries', 'beaucoup'], ['referent-courriel', 'lisa chez exemple']]) {
		assert.equal(await page.$eval(`#f-${key}`, (i) => i.value), typed);
		assert.ok((await page.$eval(`#f-${key}-aide .error`, (e) => e.textContent)).length > 15);
		assert.ok(await page.$(`.error-summary a[href="#f-${key}"]`));
	}
	await d.send(page, d.ANSWERS.structure);
	assert.match(b.here(page), /\/etapes\/projet$/, await d.errors(page));
});

test('what is missing is listed, each with a link to its question', async () => {
	const page = people[HOLDER.email];
	await b.go(page, `${project}/relire`);
	const links = await page.$$eval('#manque ~ ul a, .notice-wait li a', (all) =>
		all.map((a) => a.getAttribute('href')));
	assert.ok(links.length > 15, `${links.length} links`);
	await b.go(page, links[0]);
	const id = links[0].split('#')[1];
	assert.ok(await page.$(`#${id}`), id);
	assert.deepEqual(await page.$$eval('form[action$="/deposer"]', (f) => f.length), 0);
});

test('the six steps are filled, papers joined, and the project presented', async () => {
	const page = people[HOLDER.email];
	await d.fillAll(page, project);
	await d.present(page, project);
	assert.match(await page.$eval('h1', (h) => h.textContent), /déposé/);
});

test('the receipt is shown, mailed and printed; its digest is that of the deposit', async () => {
	const page = people[HOLDER.email];
	const text = await b.text(page);
	number = text.match(/[A-Z]+-\d{4}-\d{5}/)[0];
	for (const said of [/Sans réponse le/, /recours/i, /12 000/, /statuts\.pdf/, /Quartiers en transition 2027/])
		assert.match(text.replace(/[\u00a0\u202f]/g, ' '), said);
	const hash = await page.$eval('code.hash', (c) => c.textContent.trim());
	const deposit = await b.fetched(page, `${project}/appels/${CALL}/depot.json`);
	assert.equal(deposit.status, 200);
	assert.equal(crypto.createHash('sha256').update(deposit.binary, 'latin1').digest('hex'), hash);
	const pdf = await b.fetched(page, await page.$eval('a[href$="recepisse.pdf"]', (a) => a.getAttribute('href')));
	assert.equal(pdf.type, 'application/pdf');
	assert.match(pdf.binary, /^%PDF-1/);
	assert.ok(pdf.binary.length > 5000);
	await b.mail(HOLDER.email, new RegExp(number));
});

test('an agent takes it under review and asks for a correction tied to a field', async () => {
	const page = await as('agent@terreau.example', '/cte/instruction?q=' + encodeURIComponent(TITLE));
	work = `/cte/instruction/${number}`;
	assert.ok(await page.$(`a[href^="${work}"]`), 'in the queue');
	await b.go(page, work);
	await b.submit(page, 'form[action$="/prendre"] button');
	await b.go(page, `${work}/correction`);
	await b.submit(page, 'main form[action$="/correction"] .acts button');
	assert.ok((await page.$$('.error')).length > 0, 'without a reason: refused');
	const question = await page.$$eval('[name=question]', (all) =>
		all.map((i) => i.value).find((v) => v.endsWith('beneficiaires')));
	await b.fill(page, { motif: 'inaccurate', message: 'Trois cents habitants : comment le savez-vous ?',
		question: [question] });
	if (!(await page.$('[name=motif]:checked')))
		await page.click('[name=motif]');
	await b.submit(page, 'main form[action$="/correction"] .acts button');
	assert.match(await b.text(page), /Correction demandée/i);
	await b.mail(HOLDER.email, /Trois cents habitants/);
});

test('the holder corrects the field and answers with one button', async () => {
	const page = people[HOLDER.email];
	await b.go(page, `${project}/appels/${CALL}`);
	const link = await page.$$eval('.notice-wait li a', (all) => all[0].getAttribute('href'));
	assert.match(link, /#f-beneficiaires$/);
	await b.go(page, link);
	assert.match(await page.$eval('#f-beneficiaires-aide', (e) => e.textContent), /Correction demandée/);
	await b.fill(page, { 'a.beneficiaires': '280' });
	await b.submit(page, 'main form .acts button[type=submit]');
	await b.go(page, `${project}/appels/${CALL}`);
	await page.$$eval('[name=accord]', (boxes) => boxes.forEach((c) => { c.checked = true; }));
	await b.submit(page, 'form[action$="/deposer"] button');
	assert.match(b.here(page), /\/recepisse$/, await d.errors(page));
	const agent = await as('agent@terreau.example', work);
	assert.match(await agent.$eval('#q-beneficiaires', (e) => e.textContent), /280/);
});

test('the agent ends the first stage and chooses who evaluates', async () => {
	const page = await as('agent@terreau.example', `${work}/etape`);
	const points = await page.$$eval('input[name^="point."][value=yes]', (all) => all.map((i) => i.name));
	assert.equal(points.length, 5);
	await b.fill(page, { ...Object.fromEntries(points.map((p) => [p, 'yes'])), issue: 'eligible' });
	await b.submit(page, 'main form[action$="/etape"] button[value=conclure]');
	assert.match(await b.text(page), /Priorisation/);
	await b.go(page, `${work}/evaluateurs`);
	const ids = await page.$$eval('label.choice', (all) => all
		.filter((l) => /Grondin|Patel|Técher|Boyer/.test(l.textContent))
		.map((l) => l.querySelector('input').value));
	assert.equal(ids.length, 4);
	await b.fill(page, { personne: ids });
	await b.submit(page, 'main form[action$="/evaluateurs"] .acts button');
	assert.equal(await page.$('.error'), null);
});

test('an evaluator who declares a conflict no longer sees it anywhere', async () => {
	const email = 'comite4@terreau.example';
	const page = await as(email, work);
	await b.go(page, `${work}/conflit`);
	await b.fill(page, { motif: 'Je préside la structure voisine.' });
	await b.submit(page, 'main form[action$="/conflit"] .acts button');
	for (const address of [work, `${work}/evaluation`, `${work}/pieces`, `${work}/journal`])
		assert.ok([403, 404].includes(await b.go(page, address)), address);
	for (const address of ['/cte/instruction?q=' + encodeURIComponent(TITLE), '/cte/instruction/evaluations',
		`/cte/instruction/appels/${CALL}`]) {
		await b.go(page, address);
		assert.equal(await page.$(`a[href^="${work}"]`), null, address);
	}
});

test('evaluators score by the grid; a criterion left out is missing, never zero', async () => {
	for (const [email, value] of [['comite1', '5'], ['comite2', '3'], ['comite3', '5']]) {
		const page = await as(`${email}@terreau.example`, `${work}/evaluation`);
		const names = await page.$$eval('input[type=radio][name^="critere."]', (all) =>
			[...new Set(all.map((i) => i.name))]);
		assert.equal(names.length, 8);
		if (email === 'comite1') {
			await b.fill(page, { [names[0]]: value });
			await b.submit(page, 'button[name=envoi][value=garder]');
			await b.go(page, `${work}/evaluation`);
			assert.equal(await page.$eval(`input[name="${names[0]}"]:checked`, (i) => i.value), value);
			assert.equal(await page.$eval(`input[name="${names[1]}"]:checked`, (i) => i.value), '');
		}
		await b.fill(page, Object.fromEntries(names.map((n) => [n, value])));
		await b.submit(page, 'button[name=envoi][value=suivant]');
	}
	const agent = await as('agent@terreau.example', `${work}/evaluation`);
	// (5 + 3 + 5) / 3
	assert.match(await agent.$eval('.pane-work', (e) => e.innerText), /4,3/);
});

test('a decision without reasons is refused and keeps its text; with them, it stands', async () => {
	const page = await as('decideur@terreau.example', `${work}/decision`);
	await b.fill(page, { verdict: 'accept', montant: '10 000', conditions: 'Ouvrir avant l’été.' });
	await b.submit(page, 'button[name=envoi][value=decider]');
	assert.ok(await page.$('#f-motifs-aide .error'));
	assert.equal(await page.$eval('#f-conditions', (t) => t.value.trim()), 'Ouvrir avant l’été.');
	assert.match(await page.$eval('#f-montant', (i) => i.value.replace(/\D/g, '')), /^10000/);
	await b.fill(page, { motifs: 'Un atelier attendu par le quartier, au coût mesuré.' });
	await b.submit(page, 'button[name=envoi][value=decider]');
	assert.match(await b.text(page), /Décision prise/);
	await b.mail(HOLDER.email, /attendu par le quartier/);
});

test('everyone sees the decision: project page, journal, open data', async () => {
	const page = await b.visitor();
	slug = project.split('/').pop();
	await b.until('the decision in public', async () =>
		await b.go(page, `/cte/projets/${slug}`) === 200 && /attendu par le quartier/.test(await page.content()));
	const text = (await b.text(page)).replace(/[\u00a0\u202f]/g, ' ');
	assert.match(text, /10 000 €/);
	// What it committed to is now to be measured.
	assert.match(text, /Biodéchets détournés des ordures/);
	assert.match(text, /objectif 10,5 d’ici le 31 décembre 2028/);
	assert.doesNotMatch(text, /0639 98 12 34|lisa@exemple/);
	await b.until('the act in the journal', async () => {
		await b.go(page, '/cte/journal');
		return (await b.text(page)).includes(TITLE);
	});
	const rows = await (await fetch(b.BASE + '/cte/projets.json')).json();
	const list = Array.isArray(rows) ? rows : rows.projets || rows.projects || rows.items;
	assert.ok(list.some((p) => JSON.stringify(p).includes(slug)), 'in projets.json');
	await page.context.close();
});

test('the journal still verifies, act by act, from its public data alone', async () => {
	const rows = await (await fetch(b.BASE + '/cte/journal.json')).json();
	let previous = '0'.repeat(64);
	for (const r of rows) {
		const lines = ['terreau journal 1', `platform ${r.platform}`, `seq ${r.seq}`,
			`at ${r.at}`, `kind ${r.kind}`, `element ${r.element ?? '-'}`,
			`application ${r.application ?? '-'}`, `actor ${r.actor}`,
			`payload ${r.payload_sha256}`, `previous ${previous}`];
		previous = crypto.createHash('sha256').update(lines.join('\n') + '\n').digest('hex');
		assert.equal(previous, r.hash, `act ${r.seq}`);
	}
	assert.ok(rows.some((r) => r.application === number || JSON.stringify(r.payload ?? '').includes(number)));
});

test('an administrator of the platform gives a role, says why it holds, and takes it back', async () => {
	const holder = people[HOLDER.email];
	assert.ok([403, 404].includes(await b.go(holder, '/cte/instruction')));
	const page = await as('admin@terreau.example', '/cte/administration');
	await b.go(page, await page.$$eval('main .card h2 a', (all) =>
		all.find((a) => a.textContent === 'Communauté').getAttribute('href')));
	await b.fill(page, { courriel: HOLDER.email, role: 'animator', scope: 'platform' });
	await b.submit(page, '#donner form button[type=submit]');
	assert.match(await b.text(page), /Le rôle est donné/);
	await b.mail(HOLDER.email, /animat/);
	assert.equal(await b.go(holder, '/cte/instruction'), 200);
	await b.go(page, '/cte/administration/communaute/pourquoi');
	await b.fill(page, { personne: HOLDER.email, action: 'queue' });
	await b.submit(page, 'main form button[type=submit]');
	assert.match(await b.text(page), /animateur/);
	await b.go(page, '/cte/administration/communaute');
	await b.submit(page, await page.$$eval('tbody tr', (rows, email) => {
		const row = rows.find((r) => r.textContent.includes(email));
		row.querySelector('button').id = 'retirer-ce-role';
		return '#retirer-ce-role';
	}, HOLDER.email));
	assert.match(await b.text(page), /Le rôle est retiré/);
	assert.ok([403, 404].includes(await b.go(holder, '/cte/instruction')));
	await b.go(page, '/cte/administration');
	assert.match(await b.text(page), /Rosemay Lebon a retiré le rôle «\s?animateur\s?» à Lisa Técher/);
});

test('a wiki administrator links a MediaWiki, chooses among its pages, and everyone sees them', async () => {
	const wiki = await mediawiki.start();
	try {
		const page = await as('wiki@terreau.example', '/cte/wiki');
		const whole = async () => {
			assert.deepEqual(await b.axe(page), [], b.here(page));
			await page.setViewport({ width: 320, height: 900 });
			assert.equal(await b.overflow(page), 0, b.here(page));
			await page.setViewport({ width: 1280, height: 900 });
		};
		await b.go(page, '/cte/wiki/nouveau');
		const name = `Wiki des lieux ${stamp}`;
		await b.fill(page, { nom: name, adresse: wiki.address, compte: wiki.bot, secret: 'x'.repeat(32) });
		await b.submit(page, 'main form button[type=submit]');
		const home = b.here(page);
		await b.until('the refusal of a wrong password', async () => {
			await b.go(page, home);
			return /refuse ce compte robot/.test(await b.text(page));
		});
		await whole();
		await b.go(page, `${home}/modifier`);
		await b.fill(page, { secret: wiki.secret });
		await b.submit(page, 'main form button[type=submit]');
		await b.until('the wiki linked', async () => {
			await b.go(page, home);
			return /Relié/.test(await b.text(page));
		});
		assert.match(await b.text(page), /Attribution-ShareAlike 4\.0/);
		await whole();
		await b.go(page, `${home}/importer`);
		await b.fill(page, { par: 'category', nom: 'Lieu', genre: 'place' });
		await whole();
		await b.submit(page, 'main form button[type=submit]');
		const preview = b.here(page);
		await b.until('the pages read', async () => {
			await b.go(page, preview);
			return page.$('button[value=importer]');
		});
		await whole();
		const titles = await page.$$eval('label.choice', (all) => all.map((l) => l.textContent.trim()));
		assert.ok(titles.includes('La Raffinerie') && titles.includes('Page en prose'), titles.join(', '));
		await page.$$eval('label.choice', (all) => all.find((l) => /Page en prose/.test(l.textContent))
			.querySelector('input').click());
		await b.submit(page, 'button[value=importer]');
		await whole();
		await b.submit(page, 'main form button[type=submit]');
		await b.until('the entries', async () => {
			await b.go(page, preview);
			return /fiches créées/.test(await b.text(page));
		});
		await whole();
		const visitor = await b.visitor();
		await b.go(visitor, '/cte/elements?genre=lieux');
		const text = await b.text(visitor);
		assert.match(text, /La Raffinerie/);
		assert.doesNotMatch(text, /Page en prose/);
		await b.go(visitor, await visitor.$$eval('main a', (all) =>
			all.find((a) => a.textContent === 'La Raffinerie').getAttribute('href')));
		assert.match(await b.text(visitor), /Du wiki Wiki des lieux, page La Raffinerie/);
		assert.match(await b.text(visitor), /Attribution-ShareAlike 4\.0/);
		assert.deepEqual(await b.axe(visitor), []);
		await visitor.context.close();
	} finally {
		wiki.stop();
	}
});
