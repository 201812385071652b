// Listening to projects, in a browser: an alert that leads to an offer, to a call, to
// an application, to a decision. The tests follow one another.
'use strict';
const { test, before, after } = require('node:test');
const crypto = require('node:crypto');
const b = require('./browser.cjs');
const d = require('./deposit.cjs');
const assert = b.assert;

const stamp = crypto.randomBytes(3).toString('hex');
const TITLE = `Sécher les mangues à Piton ${stamp}`;
const NAME = `Réemploi de Saint-Leu ${stamp}`;
const HOLDER = 'porteur@terreau.example';
const FUNDER = 'financeur@terreau.example';
const people = {};
let project, slug, listening, alert, call;

async function as(email, next, options) {
	if (!people[email]) {
		people[email] = await b.visitor(options);
		await b.signIn(people[email], email, next);
	}
	await b.go(people[email], next);
	return people[email];
}

async function sound(page, what) {
	assert.deepEqual(await b.axe(page), [], what);
	for (const width of [320, 1280]) {
		await page.setViewport({ width, height: 900 });
		assert.ok(await b.overflow(page) <= 0, `${what} at ${width}`);
	}
	assert.deepEqual(page.refused, []);
	assert.deepEqual(page.strangers, []);
}

before(() => b.start());
after(() => b.stop());

test('a funder begins a listening, without script, and asks for a mail each morning', async () => {
	const page = await as(FUNDER, '/cte/instruction/ecoute/nouvelle', { script: false });
	await b.submit(page, 'main form.form button[type=submit]');
	assert.ok(await page.$('#f-nom-aide .error'));
	await page.type('#f-nom', NAME);
	await page.type('#f-territoire', 'Saint-Leu');
	await page.click('input[name=theme][value=economie-circulaire]');
	await page.click('input[name=besoin][value=money]');
	await b.submit(page, 'main form.form button[type=submit]');
	listening = b.here(page);
	assert.match(listening, /^\/cte\/instruction\/ecoute\/\d+$/);
	await b.go(page, `${listening}/alertes`);
	await page.click('input[name=digest][value=daily]');
	await b.submit(page, 'button[name=acte][value=alertes]');
	await b.submit(page, 'button[name=acte][value=maintenant]');
	assert.match(await b.text(page), /Rien de nouveau/);
});

test('a holder describes a project and asks to show it; nobody sees it yet', async () => {
	const page = await as(HOLDER, '/cte/');
	project = await d.begin(page, TITLE);
	slug = project.split('/').pop();
	await d.fillAll(page, project);
	await b.go(page, `${project}/ecoute`);
	await sound(page, 'the holder’s page');
	await b.fill(page, { maturite: 'study', besoin: ['money', 'place'],
		'precision.need.place': 'un hangar aéré', mots: 'mangues, séchoir' });
	await b.submit(page, `form[action$="${project}/ecoute"] .acts button`);
	assert.match(await b.text(page), /Relu bientôt/);
	const public_ = await b.visitor();
	assert.equal(await b.go(public_, `/cte/projets/${slug}`), 404);
});

test('a moderator reads it and publishes it; the holder is told', async () => {
	const page = await as('animatrice@terreau.example', '/cte/instruction/moderation');
	await sound(page, 'the queue');
	const link = await page.$$eval('main a', (all, title) =>
		all.find((a) => a.textContent === title).getAttribute('href'), TITLE);
	await b.go(page, link);
	await sound(page, 'one to read');
	await b.fill(page, { avis: 'listed' });
	await b.submit(page, 'main form.form .acts button');
	await b.mail(HOLDER, /a été relu[\s\S]*les financeurs l’écoutent/);
});

test('the alert tells what is new, once, and leads to the project', async () => {
	const page = await as(FUNDER, `${listening}/alertes`);
	await b.submit(page, 'button[name=acte][value=maintenant]');
	const text = await b.mail(FUNDER, new RegExp(`${stamp}[\\s\\S]*/projets/${slug}`));
	alert = text.match(new RegExp(`/cte/instruction/ecoute/\\d+/projets/${slug}`))[0];
	await b.submit(page, 'button[name=acte][value=maintenant]');
	assert.match(await b.text(page), /Rien de nouveau/);
	assert.equal(await b.go(page, alert), 200);
	assert.match(await b.text(page), /un hangar aéré/);
});

test('a secret address gives the same as a feed', async () => {
	const page = await as(FUNDER, `${listening}/alertes`);
	await b.submit(page, 'button[name=acte][value=flux]');
	const address = await page.$eval('#flux .notice a', (a) => a.href);
	const feed = await fetch(address);
	assert.match(feed.headers.get('content-type'), /atom/);
	assert.match(await feed.text(), new RegExp(stamp));
});

test('the board is put in order by buttons, and by hand with script', async () => {
	const page = await as(FUNDER, alert);
	await b.submit(page, 'form[action$="/tableau"] button[value=ajouter]');
	assert.match(b.here(page), /\/tableau/);
	const card = (await page.$$eval('[data-card]', (all, s) => all
		.find((c) => c.querySelector('h3').textContent.includes(s)).id, stamp));
	await page.$eval(`#${card} select[name=colonne]`, (s) => { s.selectedIndex = 1; })
		.catch(() => {});
	const agent = await as('agent@terreau.example', '/cte/instruction');
	assert.equal(await b.go(agent, `${listening}/tableau`), 404, 'not of the team');
	await b.go(agent, '/cte/instruction/ecoute');
	await b.go(agent, await agent.$eval('main .call-list h2 a', (a) => a.getAttribute('href') + '/tableau'));
	await sound(agent, 'the board');
	const before = await agent.$$eval('[data-column]', (all) => all.map((c) => c.querySelectorAll('[data-card]').length));
	const moved = await agent.$eval('[data-card]', (c) => c.dataset.card);
	await agent.$eval(`#carte-${moved} select[name=colonne]`, (s) => { s.selectedIndex = (s.selectedIndex + 1) % s.options.length; });
	await b.submit(agent, `#carte-${moved} button[value=deplacer]`);
	const after_ = await agent.$$eval('[data-column]', (all) => all.map((c) => c.querySelectorAll('[data-card]').length));
	assert.notDeepEqual(after_, before);
	// By hand: before the first card of another column, which shows it at once.
	const dropped = await agent.evaluate((id) => {
		const card = document.querySelector(`[data-card="${id}"]`);
		const column = [...document.querySelectorAll('[data-column]')].find((c) =>
			!c.contains(card) && c.querySelector('[data-card]'));
		const dataTransfer = new DataTransfer();
		const first = column.querySelector('[data-card]').getBoundingClientRect();
		const send = (to, kind, y = 0) => to.dispatchEvent(new DragEvent(kind,
			{ bubbles: true, cancelable: true, dataTransfer, clientY: y }));
		send(card, 'dragstart');
		send(column.querySelector('[data-cards]'), 'dragover', first.top + 1);
		send(column.querySelector('[data-cards]'), 'drop', first.top + 1);
		send(card, 'dragend');
		return { column: column.dataset.column, count: column.querySelectorAll('[data-card]').length };
	}, moved);
	await agent.waitForFunction((id, to) => {
		const menu = document.querySelector(`#carte-${id} select[name=colonne]`);
		return menu && menu.value === to.column && !document.querySelector('.dragged') &&
			document.querySelector(`[data-column="${to.column}"] h2`).textContent.trim().endsWith(String(to.count));
	}, {}, moved, dropped);
	await agent.reload({ waitUntil: 'load' });
	assert.equal(await agent.$eval(`[data-column="${dropped.column}"] [data-card]`, (c) => c.dataset.card), moved);
});

test('the funder is interested; the holder shares the dossier until a day', async () => {
	const page = await as(FUNDER, alert);
	await page.click('input[name=genre][value=money]');
	await page.type('#f-montant', '5 000');
	await page.type('#f-message', 'Votre séchoir nous intéresse : parlons-en.');
	await b.submit(page, '#offre .acts button');
	assert.match(await b.text(page), /Attend la réponse/);
	await b.mail(HOLDER, /séchoir nous intéresse/);
	const dossier = await as(FUNDER, `${project}/relire`);
	assert.doesNotMatch(await b.text(dossier), /732 829 320/);
	const holder = await as(HOLDER, '/cte/mes-projets');
	assert.match(await b.text(holder), /Un soutien vous est proposé/);
	await b.go(holder, `${project}/ecoute`);
	await sound(holder, 'an offer');
	await b.submit(holder, 'button[name=acte][value=accepter]');
	await b.mail(FUNDER, /partage son dossier/);
	assert.equal(await b.go(page, `${project}/relire`), 200);
	assert.match((await b.text(page)).replace(/[\u00a0\u202f]/g, ' '), /732 829 320/);
});

test('a call is written from the selection and its holders are invited', async () => {
	const page = await as('admin@terreau.example', '/cte/instruction/ecoute/nouvelle');
	await b.fill(page, { nom: NAME, territoire: 'Saint-Leu', theme: ['economie-circulaire'] });
	await b.submit(page, 'main form.form button[type=submit]');
	await sound(page, 'what a listening finds');
	await page.$$eval('li.found', (all, s) => all.filter((l) => l.textContent.includes(s))
		.forEach((l) => l.querySelector('input[name=projet]').click()), stamp);
	await b.submit(page, 'button[name=vers][value=nouveau]');
	assert.equal(await page.$eval('#f-titre', (i) => i.value), NAME);
	assert.match(await b.text(page), new RegExp(stamp));
	await sound(page, 'a call being written');
	await b.fill(page, { promesse: 'Transformez ce qui se perd', description: 'Ce que nous finançons.',
		recours: 'Deux mois devant le tribunal.', ferme: '2028-12-31' });
	await page.$eval('[name=financeur]', (s) => { s.selectedIndex = s.options.length - 1; });
	await b.submit(page, 'main form.form .acts button');
	call = b.here(page).split('/').pop();
	assert.match(await b.text(page), /Brouillon/);
	await b.submit(page, 'form[action$="/publier"] button');
	assert.match(await b.text(page), /L’appel est public/);
	await b.mail(HOLDER, new RegExp(`mes-projets/${slug}/appels/${call}`));
});

test('the dossier is already filled: the holder presents it with nothing retyped', async () => {
	const page = await as(HOLDER, '/cte/mes-projets');
	assert.match(await b.text(page), /vous invite à présenter/);
	await b.go(page, `${project}/appels/${call}`);
	if (await page.$('form[action$="/commencer"] button'))
		await b.submit(page, 'form[action$="/commencer"] button');
	await b.go(page, `${project}/appels/${call}`);
	await page.$$eval('[name=accord]', (boxes) => boxes.forEach((c) => { c.checked = true; }));
	await b.submit(page, 'form[action$="/deposer"] button');
	assert.match(b.here(page), /\/recepisse$/, await d.errors(page));
});

test('a decision is taken; not selected does not mean lost', async () => {
	const page = await as('agent@terreau.example', '/cte/instruction?q=' + stamp);
	const work = await page.$$eval('a[href*="/cte/instruction/"]', (all) => all
		.map((a) => a.getAttribute('href').split('?')[0])
		.find((h) => /\/instruction\/[A-Z]+-\d{4}-\d{5}$/.test(h)));
	await b.go(page, work);
	await b.submit(page, 'form[action$="/prendre"] button');
	const decider = await as('decideur@terreau.example', `${work}/decision`);
	await b.fill(decider, { verdict: 'refuse', motifs: 'Trop tôt pour cet appel, mais le besoin est réel.' });
	await b.submit(decider, 'button[name=envoi][value=decider]');
	assert.match(await b.text(decider), /Décision prise/);
	await b.mail(HOLDER, /Non retenu ne veut pas dire perdu/);
	const holder = await as(HOLDER, `${project}/appels/${call}`);
	await b.submit(holder, '#suite button[value=oui]');
	assert.match(await b.text(holder), /revenu à l’écoute/);
	const funder = await as(FUNDER, `${listening}`);
	assert.match(await b.text(funder), new RegExp(`${stamp}[\\s\\S]*Revient après`));
});

test('an inhabitant supports it, once, and takes it back', async () => {
	const page = await b.visitor();
	await b.go(page, `/cte/projets/${slug}`);
	await sound(page, 'the public page');
	const away = await page.$eval('a[href*="/gestes/"]', (a) => a.getAttribute('href'));
	await b.signIn(page, 'comite2@terreau.example', away);
	await b.go(page, away);
	await sound(page, 'what an inhabitant may do');
	await b.submit(page, 'section[aria-labelledby=soutien] button[value=donner]');
	await b.go(page, `/cte/projets/${slug}`);
	assert.match(await b.text(page), /1 personne soutient/);
	await b.go(page, away);
	await b.submit(page, 'section[aria-labelledby=soutien] button[value=reprendre]');
	await b.go(page, `/cte/projets/${slug}`);
	assert.match(await b.text(page), /Pas encore de soutien/);
});

test('commons are reached from the navigation, as a graph and as a list', async () => {
	const page = await b.visitor();
	await b.go(page, '/cte/');
	assert.ok(await page.$('nav a[href$="/elements"]'));
	await b.go(page, '/cte/elements/graphe');
	await sound(page, 'the graph');
	assert.ok((await page.$$('svg.graph a')).length > 2);
	assert.equal((await page.$$('svg.graph path')).length, (await page.$$('#liste ~ ul > li')).length);
	await b.go(page, '/cte/observatoire/emergences');
	await sound(page, 'what emerges');
});
