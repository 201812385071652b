// Each type of question entered as a person would, with a script and without:
// the platform "essai" (tests/fixtures/essai) asks all of them. What is wrong is
// said beside its question and leaves the rest as it was typed.
'use strict';
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { execFileSync } = require('node:child_process');
const { before, after, test } = require('node:test');
const b = require('./browser.cjs');
const { assert } = b;

const TOP = path.join(__dirname, '../..');

// The platform is loaded once into the state that is served, as its owner.
function load() {
	const state = process.env.TERREAU_STATE;
	const owner = fs.statSync(path.join(state, 'terreau.db'));
	const build = process.env.TOP_BUILDDIR || path.join(TOP, 'build');
	const env = { ...process.env, TERREAU_SHARE: TOP, TERREAU_LIBEXEC: build,
		TERREAU_VIEWS: path.join(TOP, 'views'),
		TERREAU_LOCALE: path.join(build, 'locale') };
	const as = process.getuid() === 0 ? { uid: owner.uid, gid: owner.gid } : {};

	execFileSync(path.join(build, 'terreau'), ['--state', state, 'load',
		path.join(TOP, 'tests/fixtures/essai')], { env, ...as });
}

async function begin(page, title) {
	await b.signIn(page, 'porteur@terreau.example', '/essai/');
	await b.go(page, '/essai/deposer');
	await b.fill(page, { titre: title });
	await b.submit(page, 'main form.form button[type=submit]');
	return b.here(page);
}

const SIMPLE = {
	textes: {
		'a.ligne': 'Une haie', 'a.long': 'Un **texte** long.', 'a.entier': '12',
		'a.decimal': '1 234,5', 'a.montant': '41 600,50', 'a.pourcent': '12,5',
		'a.code': 'AB 123', 'a.courriel': 'lisa@exemple.re',
		'a.telephone': '0262 12 34 56', 'a.site': 'www.exemple.re',
		'a.compte': 'FR7630006000011234567890189',
	},
	dates: {
		'a.jour': '2027-03-01', 'a.moment': '2027-03-01T14:30',
		'a.periode.from': '2027-01-01', 'a.periode.to': '2027-01-31',
		'a.oui-non': 'oui', 'a.accepte': 'oui', 'a.choix': 'b',
		'a.plusieurs': ['a', 'c'], 'a.lies': 'sol', 'a.lies.second': 'sol/haies',
		'a.ordre.prix': '2', 'a.ordre.temps': '3', 'a.ordre.voisins': '1',
		'a.filiere': 'peche', 'a.activite': 'Transformation de fruits',
		'a.pays': 'MG',
	},
	lieux: {
		'a.referent.name': 'Lisa Técher', 'a.referent.role': 'Présidente',
		'a.referent.email': 'lisa@exemple.re',
		'a.referent.phone': '0692 12 34 56', 'a.organisme': '732 829 320 00074',
		'a.adresse.lines': '3 rue du Lagon', 'a.adresse.postcode': '97436',
		'a.adresse.city': 'Saint-Leu', 'a.epci': 'Territoire de la Côte Ouest',
		'a.departement': 'La Réunion', 'a.region': 'La Réunion',
		'a.point.lat': '-21,17', 'a.point.lon': '55,29',
		'a.trace': 'zone\n-21.17 55.29\n-21.17 55.30\n-21.18 55.30',
	},
	composes: {
		'a.partenaires.0.nom': 'Mairie', 'a.partenaires.0.ville': 'Saint-Leu',
		'a.partenaires.0.apports.0.quoi': 'Local',
		'a.partenaires.0.apports.0.valeur': '1 200',
		'a.depenses.2027.achats': '1 200', 'a.depenses.2027.salaires': '300',
		'a.depenses.2028.achats': '50', 'a.mesures.0.quoi': 'Arbres',
		'a.mesures.0.combien': '1,5', 'a.mesures.0.quand': '2027-03-01',
		'a.mesures.0.fait': 'oui', 'a.engagement.indicator': 'matieres-gardees',
		'a.engagement.target': '12,5', 'a.engagement.date': '2028-12-31',
		'a.plan.costs.0.label': 'Plants', 'a.plan.costs.0.amount': '100',
		'a.plan.sources.0.funder': 'TCO', 'a.plan.sources.0.amount': '100',
		'a.etapes.0.label': 'Planter', 'a.etapes.0.date': '2027-05-01',
	},
};

// What the review page says of each of them.
const SAID = [
	'12 arbres', '1 234,5 m²', '41 600,50 €', '12,50 %', 'AB 123',
	'02 62 12 34 56', 'https://www.exemple.re',
	'FR76 3000 6000 0112 3456 7890 189', '1er mars 2027 à 14 h 30',
	'du 1er janvier 2027 au 31 janvier 2027', 'Sol, Planter des haies',
	'1. Les voisins', 'Pêche', 'Transformation de fruits', 'Madagascar',
	'Lisa Técher, Présidente', '97436 Saint-Leu',
	'Territoire de la Côte Ouest', 'La Réunion', 'zone de 3 points',
	'Partenaire 1', 'Quoi : Local', 'Total : 1 500 €',
	'Total, Achats : 1 250 €', 'Arbres', 'visé : 12,5 t/an', 'Plants', 'Planter',
];

const plain = (text) => text.replace(/[\s\u00a0\u202f]+/g, ' ');

async function review(page, here) {
	assert.equal(await b.go(page, `${here}/relire`), 200);
	const text = plain(await page.$eval('main', (m) => m.textContent));
	for (const words of SAID)
		assert.ok(text.includes(plain(words)), `${words} is not in ${text}`);
}

// Every answer acknowledged by the server.
const saved = (page) => b.until('everything saved', () => page.evaluate(() =>
	document.querySelector('[data-save-state]').dataset.state === 'saved'));

before(async () => {
	load();
	await b.start();
});
after(() => b.stop());

test('each type is entered without a script', async () => {
	const page = await b.visitor({ script: false });
	const here = await begin(page, 'Sans script');

	for (const [step, answers] of Object.entries(SIMPLE)) {
		assert.equal(await b.go(page, `${here}/etapes/${step}`), 200);
		assert.deepEqual(await b.fill(page, answers), []);
		await b.submit(page, 'main form .acts button[type=submit]');
		assert.equal(await page.$('.error-summary'), null,
			await page.$eval('main', (m) => m.innerText));
	}
	await review(page, here);
	await page.context.close();
});

test('each type is saved as it is typed, with the script', async () => {
	const page = await b.visitor();
	const failed = [];
	page.on('pageerror', (e) => failed.push(e.message));
	const here = await begin(page, 'Avec script');

	for (const [step, answers] of Object.entries(SIMPLE)) {
		assert.equal(await b.go(page, `${here}/etapes/${step}`), 200);
		await b.until('the modules', () => page.evaluate(() =>
			performance.getEntriesByType('resource').some((r) =>
				r.name.endsWith('/autosave.js'))));
		await b.until('every control', async () =>
			(await b.fill(page, answers)).length === 0);
		await saved(page);
		assert.equal(await page.$('.field .error'), null,
			await page.evaluate(() => document.querySelector('.field .error')?.textContent));
	}
	await review(page, here);
	assert.deepEqual(failed, []);
	await page.context.close();
});

test('items of a block are added, moved and taken away with the script', async () => {
	const page = await b.visitor();
	const here = await begin(page, 'Des blocs');
	const names = () => page.$$eval('[name^="a.partenaires."][name$=".nom"]',
		(all) => all.map((i) => [i.name, i.value]));

	await b.go(page, `${here}/etapes/composes`);
	await b.until('the block', () => page.$eval('[data-repeat]', (e) => Boolean(e.repeat)));
	await b.fill(page, { 'a.partenaires.0.nom': 'Mairie' });
	await page.click('[data-group="a.partenaires"] > [data-add]');
	await b.fill(page, { 'a.partenaires.1.nom': 'École',
		'a.partenaires.1.role': 'appui' });
	await page.$$eval('.repeat-item [data-up]', (all) => all.find((x) =>
		x.value === 'a.partenaires:1:haut').click());
	assert.deepEqual(await names(), [['a.partenaires.0.nom', 'École'],
		['a.partenaires.1.nom', 'Mairie']]);
	assert.ok(await page.$eval('[name="a.partenaires.0.role"][value=appui]',
		(r) => r.checked));
	// A block inside the first item.
	await page.click('[data-group="a.partenaires.0.apports"] > [data-add]');
	await b.fill(page, { 'a.partenaires.0.apports.1.quoi': 'Outils' });
	await page.$$eval('.repeat-item [data-remove]', (all) => all.find((x) =>
		x.value === 'a.partenaires:1:retirer').click());
	assert.deepEqual(await names(), [['a.partenaires.0.nom', 'École']]);
	await saved(page);
	await page.reload({ waitUntil: 'load' });
	assert.deepEqual(await names(), [['a.partenaires.0.nom', 'École']]);
	assert.equal(await page.$eval('[name="a.partenaires.0.apports.0.quoi"]',
		(i) => i.value), 'Outils');
	await page.context.close();
});

test('items of a block are added, moved and taken away without one', async () => {
	const page = await b.visitor({ script: false });
	const here = await begin(page, 'Des blocs sans script');
	const press = (value) => b.submit(page, `button[value="${value}"]`);
	const value = (name) => page.$eval(`[name="${name}"]`, (i) => i.value);

	await b.go(page, `${here}/etapes/composes`);
	await b.fill(page, { 'a.partenaires.0.nom': 'Mairie',
		'a.partenaires.0.courriel': 'pas une adresse' });
	await press('a.partenaires');
	assert.equal(await value('a.partenaires.0.nom'), 'Mairie');
	// What cannot be read is kept, said inside the item, and moves with it.
	assert.match(await page.$eval('#f-partenaires-0-courriel-aide',
		(e) => e.textContent), /adresse électronique/);
	await b.fill(page, { 'a.partenaires.1.nom': 'École' });
	await press('a.partenaires:1:haut');
	assert.equal(await value('a.partenaires.0.nom'), 'École');
	assert.equal(await value('a.partenaires.1.courriel'), 'pas une adresse');
	await press('a.partenaires:1:retirer');
	assert.equal(await value('a.partenaires.0.nom'), 'École');
	assert.equal(await page.$('[name="a.partenaires.1.nom"]'), null);
	await page.context.close();
});

// The outputs of the step, by their names.
const calculated = (page) => page.$$eval('output[data-calculated]', (all) =>
	Object.fromEntries(all.map((o) => [o.dataset.calculated, o.value])));

test('what is calculated inside items follows them, with the script and without', async () => {
	const page = await b.visitor();
	const here = await begin(page, 'Des calculs');
	const shown = async (want) => {
		const values = await calculated(page);

		return Object.entries(want).every(([name, text]) =>
			plain(values[name] ?? '') === text);
	};

	await b.go(page, `${here}/etapes/composes`);
	await b.until('the block', () => page.$eval('[data-repeat]', (e) => Boolean(e.repeat)));
	assert.ok(await shown({ 'a.partenaires.0.apport': 'Pas encore de valeur',
		'a.apports-en-tout': 'Pas encore de valeur', 'a.mesures.0.double': '' }));
	await b.fill(page, { 'a.partenaires.0.nom': 'Mairie',
		'a.partenaires.0.apports.0.valeur': '1 200,10',
		'a.partenaires.0.apports.0.nombre': '3' });
	await b.until('one item', () => shown({
		'a.partenaires.0.apports.0.total': '3 600,30 €',
		'a.partenaires.0.apport': '3 600,30 €', 'a.apports-en-tout': '3 600,30 €' }));
	// An item left blank in the page has no number on the server.
	// The page moves as items come: the button itself, not where it was.
	const add = (name) => page.$eval(`[data-group="${name}"] > [data-add]`, (x) => x.click());
	await add('a.partenaires');
	await add('a.partenaires');
	await b.fill(page, { 'a.partenaires.2.nom': 'École',
		'a.partenaires.2.apports.0.valeur': '10',
		'a.partenaires.2.apports.0.nombre': '2' });
	await b.until('the third item', () => shown({
		'a.partenaires.0.apport': '3 600,30 €',
		'a.partenaires.1.apport': 'Pas encore de valeur',
		'a.partenaires.2.apport': '20 €', 'a.apports-en-tout': '3 620,30 €' }));
	// What is wrong in one item leaves the others calculated.
	await b.fill(page, { 'a.partenaires.0.courriel': 'x',
		'a.partenaires.2.apports.0.nombre': '4' });
	await b.until('beside an error', () => shown({
		'a.partenaires.0.apport': '3 600,30 €', 'a.partenaires.2.apport': '40 €' }));
	await b.fill(page, { 'a.partenaires.0.courriel': '' });
	await b.fill(page, { 'a.mesures.0.combien': '1,5', 'a.mesures.2.combien': '2' });
	await b.until('the table', () => shown({ 'a.mesures.0.double': '3',
		'a.mesures.1.double': '', 'a.mesures.2.double': '4',
		'a.mesures..double': '7' }));
	await saved(page);
	await page.context.close();

	const bare = await b.visitor({ script: false });
	const there = await begin(bare, 'Des calculs sans script');
	await b.go(bare, `${there}/etapes/composes`);
	await b.fill(bare, { 'a.partenaires.0.nom': 'Mairie',
		'a.partenaires.0.apports.0.valeur': '10',
		'a.partenaires.0.apports.0.nombre': '2',
		'a.mesures.0.combien': '1,5' });
	await b.submit(bare, 'main form .acts button[type=submit]');
	await b.go(bare, `${there}/etapes/composes`);
	const text = (name) => bare.$eval(`[data-calculated="${name}"]`, (o) => o.textContent);
	assert.equal(plain(await text('a.partenaires.0.apports.0.total')), '20 €');
	assert.equal(plain(await text('a.apports-en-tout')), '20 €');
	assert.equal(plain(await text('a.mesures..double')), '3');
	await b.go(bare, `${there}/relire`);
	assert.match(plain(await bare.$eval('main', (m) => m.textContent)),
		/Ce qu’il apporte : 20 €/);
	await bare.context.close();
});

test('an order is made with the keyboard, totals and counters follow', async () => {
	const page = await b.visitor();
	const here = await begin(page, 'Au clavier');

	await b.go(page, `${here}/etapes/dates`);
	await page.waitForSelector('.rank-move');
	await page.focus('[name="a.ordre.voisins"]');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	assert.deepEqual(await page.$$eval('.ranking input', (all) =>
		all.map((i) => [i.name, i.value])), [['a.ordre.voisins', '1'],
		['a.ordre.prix', '2'], ['a.ordre.temps', '3']]);
	// The second list has only what goes with the first.
	await page.select('[name="a.lies"]', 'eau');
	assert.deepEqual(await page.$$eval('[name="a.lies.second"] option', (all) =>
		all.map((o) => o.value)), ['', 'eau/pluie', 'eau/fuites']);
	// A list looked up by typing.
	await page.type('[name="a.activite"]', 'fruits');
	await page.waitForSelector('.lookup [role=option]');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	assert.equal(await page.$eval('[name="a.activite_code"]', (i) => i.value), 'C10');
	await saved(page);
	await b.go(page, `${here}/etapes/composes`);
	await b.until('totals', async () => {
		await b.fill(page, { 'a.depenses.2027.achats': '1 000,50',
			'a.depenses.2027.salaires': '10' });
		return plain(await page.$eval('[data-row-total]', (c) => c.textContent)) ===
			'1 010,50 €';
	});
	assert.equal(plain(await page.$eval('[data-column-total]', (c) => c.textContent)),
		'1 000,50 €');
	await b.go(page, `${here}/etapes/textes`);
	await page.waitForSelector('.counter');
	await page.type('[name="a.long"]', 'Onze signes');
	assert.equal(plain(await page.$eval('#f-long ~ .counter', (c) => c.textContent)),
		'489 caractères restants');
	await page.context.close();
});

test('a shape is drawn on the map and written beside it', async () => {
	const page = await b.visitor();
	const here = await begin(page, 'Un tracé');

	await b.go(page, `${here}/etapes/lieux`);
	await page.waitForSelector('[data-shape] .leaflet-container');
	const press = (text) => page.$$eval('.shape-tools button', (all, t) =>
		all.find((x) => x.textContent === t).click(), text);
	await press('Tracer une zone');
	const map = await page.$('[data-shape] .leaflet-container');
	await map.evaluate((m) => m.scrollIntoView({ block: 'center' }));
	const box = await map.boundingBox();
	for (const [x, y] of [[0.48, 0.3], [0.53, 0.3], [0.51, 0.6]])
		await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
	await press('Terminer ce tracé');
	const text = await page.$eval('[name="a.trace"]', (t) => t.value);
	assert.match(text, /^zone\n(-2\d\.\d+ 55\.\d+\n?){3}$/);
	await saved(page);
	assert.equal(await page.$('.field .error'), null);
	assert.deepEqual(page.strangers, []);
	assert.deepEqual(page.refused, []);

	// A corner is dragged, another moved with the keyboard, one added, one taken
	// away, then the whole.
	const spots = () => page.$eval('[name="a.trace"]', (t) =>
		t.value.split('\n').slice(1).filter(Boolean));
	const at = async (selector, i) => {
		const one = (await page.$$(selector))[i];
		const frame = await one.boundingBox();
		return [frame.x + frame.width / 2, frame.y + frame.height / 2];
	};
	const drag = async ([x, y], dx, dy) => {
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x + dx, y + dy, { steps: 4 });
		await page.mouse.up();
	};
	const drawn = await spots();
	await page.mouse.click(box.x + box.width * 0.507, box.y + box.height * 0.4);
	await page.waitForSelector('.shape-corner');
	assert.equal((await page.$$('.shape-corner')).length, 3);
	await drag(await at('.shape-corner', 2), 20, 10);
	await b.until('a corner moved', async () => (await spots())[2] !== drawn[2]);
	assert.deepEqual((await spots()).slice(0, 2), drawn.slice(0, 2));
	await page.$$eval('.shape-corner', (all) => all[0].focus());
	await page.keyboard.press('ArrowUp');
	await b.until('moved north', async () => Number((await spots())[0].split(' ')[0]) >
		Number(drawn[0].split(' ')[0]));
	assert.ok(await page.evaluate(() => document.activeElement.matches('.shape-corner-on')));
	await drag(await at('.shape-between', 0), 0, -15);
	await b.until('a corner added', async () => (await spots()).length === 4);
	await page.$$eval('.shape-corner', (all) => all[1].focus());
	await page.keyboard.press('Delete');
	await b.until('a corner away', async () => (await spots()).length === 3);
	await press('Enlever ce tracé');
	assert.equal(await page.$eval('[name="a.trace"]', (t) => t.value), '');
	await saved(page);
	await page.context.close();
});

// What a person may get wrong, beside its question, in both languages.
const WRONG = [
	['textes', 'a.compte', 'FR7630006000011234567890198', /clé de contrôle/, /check digits/],
	['textes', 'a.telephone', '12', /téléphone en chiffres/, /telephone|phone/],
	['textes', 'a.code', 'A1', /deux lettres capitales/, /deux lettres/],
	['textes', 'a.decimal', '1,234', /2 chiffres au plus/, /2 digits at most/],
	['dates', 'a.jour', '31/02/2027', /n’existe pas/, /does not exist/],
	['dates', 'a.moment', '31/02/2027 10:00', /n’existe pas/, /does not exist/],
	['lieux', 'a.point.lat', '48,85', /latitude|loin du territoire/, /latitude|far from/],
	['lieux', 'a.trace', '48.85 2.35', /loin du territoire/, /far from the territory/],
	['lieux', 'a.adresse.postcode', '9743', /5 chiffres/, /5 digits/],
	['composes', 'a.partenaires.0.courriel', 'x', /Partenaire 1/, /Partenaire 1/],
	['composes', 'a.depenses.2027.achats', 'cher', /2027, « Achats »/, /2027, “Achats”/],
	['lieux', 'a.trace', 'zone\n-21.17 55.29\n-21.17 55.30\n-21.18 55.30\ntrou', /pas avoir de trou/, /cannot have a hole/],
];

for (const lang of ['fr', 'en'])
	test(`what is wrong is said beside it and the rest stays, in ${lang}`, async () => {
		const page = await b.visitor({ script: false, lang });
		const here = await begin(page, `Des erreurs ${lang}`);

		await b.go(page, `${here}?lang=${lang}`);
		for (const [step, name, value, fr, en] of WRONG) {
			await b.go(page, `${here}/etapes/${step}`);
			// Dates typed as a browser without date controls would.
			await page.$eval('main form', (form, n, v) => {
				const control = form.elements[n];
				const text = document.createElement('input');
				if (control.type.startsWith('date')) {
					text.name = n;
					text.value = v;
					control.replaceWith(text);
				} else {
					control.value = v;
				}
			}, name, value);
			const kept = Object.entries(SIMPLE[step]).find(([n, v]) =>
				!n.startsWith(name.split('.', 2).join('.')) && typeof v === 'string');
			await b.fill(page, { [kept[0]]: kept[1] });
			await b.submit(page, 'main form .acts button[type=submit]');
			const key = name.split('.')[1];
			const about = await page.$eval(`#f-${key}-aide`, (e) => e.textContent);
			assert.match(plain(about), lang === 'fr' ? fr : en);
			assert.equal(await page.$eval(`[name="${name}"]`, (c) => c.value), value);
			// Put right again, for the next one.
			await b.fill(page, { [name]: '' });
			await b.submit(page, 'main form .acts button[type=submit]');
			await b.go(page, `${here}/etapes/${step}`);
			assert.ok(await page.$$eval(`[name="${kept[0]}"]`, (all) =>
				all.some((c) => c.value !== '' && (c.checked ?? true) !== null)));
		}
		await page.context.close();
	});

for (const [lang, reason, long] of [['fr', /en réalité un autre type de fichier/, /trop longue/],
	['en', /another type of file/, /too long/]]) {
test(`a file that is not what its name says is refused beside its question, in ${lang}`, async () => {
	const page = await b.visitor({ script: false, lang });
	const here = await begin(page, 'Un faux PDF');
	await b.go(page, `${here}?lang=${lang}`);
	const fake = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'terreau-')), 'plan.pdf');

	fs.writeFileSync(fake, 'MZ\x90\0\x03\0\0\0 ceci n’est pas un PDF');
	await b.go(page, `${here}/etapes/composes`);
	await b.fill(page, { 'a.depenses.2027.achats': '12' });
	await (await page.$('input[name="a.budget"]')).uploadFile(fake);
	await b.submit(page, 'main form .acts button[type=submit]');
	assert.match(await page.$eval('#f-budget-aide .error', (e) => e.textContent), reason);
	assert.equal(await page.$eval('[name="a.depenses.2027.achats"]', (i) => i.value), '12');
	// The model file to fill in is there.
	const url = await page.$eval('.model a', (x) => x.href);
	assert.match(url, /\/deposer\/modeles\/budget\.csv$/);
	await page.context.close();
});

test(`ten megabytes in one answer lose nothing of the others, in ${lang}`, async () => {
	const page = await b.visitor({ script: false, lang });
	const here = await begin(page, 'Dix mégaoctets');
	await b.go(page, `${here}?lang=${lang}`);

	await b.go(page, `${here}/etapes/textes`);
	await b.fill(page, { 'a.ligne': 'Gardée' });
	await page.$eval('[name="a.long"]', (t) => { t.value = 'x'.repeat(10 << 20); });
	await b.submit(page, 'main form .acts button[type=submit]');
	assert.match(await page.$eval('#f-long-aide', (e) => e.textContent), long);
	await b.go(page, `${here}/etapes/textes`);
	assert.equal(await page.$eval('[name="a.ligne"]', (i) => i.value), 'Gardée');
	await page.context.close();
});
}

test('too long an answer is said while one types, and sent once only', async () => {
	const page = await b.visitor();
	const here = await begin(page, 'Trop long');
	let sent = 0;

	await b.go(page, `${here}/etapes/textes`);
	await page.waitForSelector('.counter');
	page.on('request', (r) => { sent += r.url().endsWith('/enregistrer'); });
	await page.$eval('[name="a.long"]', (t) => {
		t.value = 'x'.repeat(1 << 20);
		t.dispatchEvent(new Event('change', { bubbles: true }));
	});
	await page.waitForSelector('#f-long-aide .error');
	assert.match(await page.$eval('#f-long-aide', (e) => e.textContent), /trop longue/);
	assert.equal(sent, 1);
	await page.context.close();
});

test('lines added while the network was cut are shown and kept after a reload', async () => {
	const page = await b.visitor();
	const here = await begin(page, 'Hors ligne');
	const names = () => page.$$eval('[name^="a.partenaires"][name$=".nom"], [name^="a.etapes"][name$=".label"]',
		(all) => all.map((c) => c.value).filter(Boolean));

	page.on('dialog', (d) => d.accept());
	await b.go(page, `${here}/etapes/composes`);
	await page.waitForFunction(() => document.querySelector('[data-repeat=XN]').repeat);
	await page.setRequestInterception(true);
	let cut = true;
	page.on('request', (r) => cut && r.method() === 'POST' ? r.abort() : r.continue());
	await page.$eval('[data-repeat=XN] > [data-add]', (e) => e.click());
	await page.$$eval('[data-add-line]', (all) => all.at(-1).click());
	await b.fill(page, { 'a.partenaires.0.nom': 'Un', 'a.partenaires.1.nom': 'Deux',
		'a.etapes.0.label': 'Avant', 'a.etapes.0.date': '2027-01-01',
		'a.etapes.3.label': 'Après', 'a.etapes.3.date': '2027-04-01' });
	await page.waitForSelector('[data-save-state][data-state=late]');
	await b.go(page, '/essai/appels');
	cut = false;
	await b.go(page, `${here}/etapes/composes`);
	await b.until('all four shown', async () => (await names()).length === 4);
	await b.fill(page, { 'a.partenaires.0.nom': 'Premier', 'a.etapes.0.label': 'Début' });
	await saved(page);
	await b.go(page, `${here}/etapes/composes`);
	assert.deepEqual(await names(), ['Premier', 'Deux', 'Début', 'Après']);
	await page.context.close();
});

test('of two devices, either answer may be kept, and what was typed is told in words', async () => {
	const first = await b.visitor(), second = await b.visitor();
	const here = await begin(first, 'Deux appareils');
	const nom = (page) => page.$eval('[name="a.partenaires.0.nom"]', (c) => c.value);
	const conflict = async (mine, theirs) => {
		await b.go(first, `${here}/etapes/composes`);
		await b.go(second, `${here}/etapes/composes`);
		await b.fill(first, { 'a.partenaires.0.nom': theirs });
		await saved(first);
		await b.fill(second, { 'a.partenaires.0.nom': mine });
		await second.waitForSelector('.other-acts button');
	};

	await b.signIn(second, 'porteur@terreau.example', '/essai/');
	await conflict('Du jardin', 'Du bureau');
	await Promise.all([second.waitForNavigation(),
		second.$eval('.other-acts button:last-child', (e) => e.click())]);
	assert.equal(await nom(second), 'Du bureau');
	assert.equal(await second.$('.other'), null);
	await conflict('De la serre', 'Du salon');
	// After a reload, what was typed here is still told, and may be taken back.
	await b.go(second, `${here}/etapes/composes`);
	await second.waitForSelector('.other-acts button');
	assert.match(await second.$eval('.other blockquote', (e) => e.textContent), /^Nom : De la serre$/);
	await second.$eval('.other-acts button', (e) => e.click());
	await saved(second);
	await b.go(first, `${here}/etapes/composes`);
	assert.equal(await nom(first), 'De la serre');
	await first.context.close();
	await second.context.close();
});

for (const width of [320, 1280])
	test(`the saved state is in view all along a long step, at ${width} pixels`, async () => {
		const page = await b.visitor({ width });
		const here = await begin(page, 'Toujours visible');

		await b.go(page, `${here}/etapes/composes`);
		for (const place of ['a.partenaires.0.nom', 'a.depenses.2027.achats', 'a.etapes.2.label']) {
			await page.$eval(`[name="${place}"]`, (c) => c.scrollIntoView({ block: 'center' }));
			const { top, bottom, height } = await page.$eval('[data-save-state]', (e) => ({
				...e.getBoundingClientRect().toJSON(), height: innerHeight }));
			assert.ok(top >= 0 && bottom <= height, `${place}: ${top} to ${bottom} of ${height}`);
		}
		await page.context.close();
	});

test('every step is valid, accessible, and fits a phone', async () => {
	const page = await b.visitor({ width: 320 });
	const here = await begin(page, 'Accessible');

	for (const step of Object.keys(SIMPLE)) {
		await b.go(page, `${here}/etapes/${step}`);
		assert.deepEqual(await b.axe(page), []);
		assert.ok(await b.overflow(page) <= 0);
		assert.deepEqual(await b.crushed(page), []);
	}
	await page.context.close();
});
