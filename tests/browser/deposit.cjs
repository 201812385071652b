// The answers of a believable project, by step, and how a holder gives them.
// It asserts only that the next page is the one expected.
'use strict';
const path = require('node:path');
const b = require('./browser.cjs');

const DOCUMENTS = path.join(__dirname, '../../platforms/cte/demo/documents');

const ANSWERS = {
	structure: {
		'a.porteur': '732 829 320 00074', 'a.statut': 'association',
		'a.activite': 'Nous animons un atelier de couture et de réemploi.',
		'a.salaries': '2', 'a.benevoles': '25',
		'a.engagement-republicain': 'oui',
		'a.referent-nom': 'Lisa Técher', 'a.referent-fonction': 'Présidente',
		'a.referent-courriel': 'lisa@exemple.re',
		'a.referent-telephone': '0639 98 12 34',
	},
	projet: {
		'a.resume': 'Récupérer les tissus jetés et en faire des sacs, avec les habitants.',
		'a.besoin': 'Quarante tonnes de textiles partent chaque année à l’enfouissement.',
		'a.description': 'Une collecte, un atelier ouvert trois jours par semaine.',
		'a.maturite': 'cahier', 'a.commune': 'Saint-Leu',
		'a.quartier': 'Piton', 'a.point.lat': '-21,218', 'a.point.lon': '55,315',
		'a.theme': 'economie-circulaire',
		'a.partenaires': 'La commune prête le local, accord écrit.',
		'a.participation': 'co-construction',
	},
	budget: {
		'a.cout': '20 000', 'a.demande': '12 000', 'a.tva': 'non',
		'a.plan.costs.0.label': 'Machines', 'a.plan.costs.0.amount': '15 000',
		'a.plan.costs.1.label': 'Formation', 'a.plan.costs.1.amount': '5 000',
		'a.plan.sources.0.funder': 'Territoire de la Côte Ouest',
		'a.plan.sources.0.kind': 'public', 'a.plan.sources.0.amount': '12 000',
		'a.plan.sources.1.funder': 'Vente de sacs',
		'a.plan.sources.1.kind': 'own', 'a.plan.sources.1.amount': '8 000',
		'a.accord-partage': 'oui', 'a.benevolat-heures': '400',
		'a.modele': 'La vente des sacs paie l’atelier.',
	},
	calendrier: {
		'a.debut': '2027-03-01', 'a.fin': '2028-02-28',
		'a.etapes.0.label': 'Atelier ouvert', 'a.etapes.0.date': '2027-05-01',
		'a.etapes.1.label': 'Premier bilan', 'a.etapes.1.date': '2027-12-01',
		'a.autorisations': ['foncier'],
		'a.autorisations-etat': 'Le propriétaire a donné son accord.',
		'a.risques': 'Un retard de livraison : nous louerions deux machines.',
	},
	effets: {
		'a.changement': 'Dix tonnes de tissus par an ne sont plus enfouies.',
		'a.beneficiaires': '300', 'a.publics': ['tous'], 'a.carbone': '12',
		'a.indicateur': 'Tonnes de tissus réemployées par an', 'a.cible': '10',
		'a.engagement.indicator': 'biodechets-detournes',
		'a.engagement.baseline': '0', 'a.engagement.target': '10,5',
		'a.engagement.date': '2028-12-31',
		'a.methode': 'La pesée de chaque collecte, au registre.',
		'a.partage': 'wiki',
	},
	pieces: { 'a.sincerite': 'oui' },
};
const OWN = {
	'a.ancrage': 'Le conseil de quartier nous a choisis.',
	'a.axe': 'ressources', 'a.visite': 'oui',
};
const FILES = { statuts: 'statuts.pdf', rib: 'rib.pdf', devis: 'devis.pdf' };

// A new project of that title; answers its address, /cte/mes-projets/…
async function begin(page, title) {
	await b.go(page, '/cte/deposer');
	await b.fill(page, { titre: title });
	await b.submit(page, 'main form.form button[type=submit]');
	b.assert.match(b.here(page), /^\/cte\/mes-projets\/[a-z0-9-]+$/);
	return b.here(page);
}

// The step's own button. Questions that an answer opens come on a second pass.
async function send(page, answers) {
	const address = b.here(page).split(/[?#]/)[0];
	const left = await b.fill(page, answers);
	// With script, questions open as soon as conditions.js has come.
	if (left.length > 0 && page.isJavaScriptEnabled())
		await b.until(left.join(', '), async () =>
			(await b.fill(page, answers)).length === 0);
	await b.submit(page, 'main form .acts button[type=submit]');
	if (b.here(page).split(/[?#]/)[0] !== address)
		return;
	await b.fill(page, answers);
	await b.submit(page, 'main form .acts button[type=submit]');
}

// Files in their controls, sent by the step's button or by upload.js.
async function attach(page, script = true) {
	for (const [key, name] of Object.entries(FILES)) {
		const input = await page.$(`input[name="a.${key}"]`);
		await input.uploadFile(path.join(DOCUMENTS, name));
		// A file deposited before keeps the name it had: it is counted.
		if (script)
			await page.waitForFunction((k) =>
				[...document.querySelectorAll('.file-name')].some((f) =>
					f.closest('.field').querySelector(`[name="a.${k}"]`)),
			{}, key);
	}
}

// The whole dossier, step after step, then presented to the call of 2027.
async function fillAll(page, project, script = true) {
	await b.go(page, `${project}/etapes/structure`);
	for (const step of Object.keys(ANSWERS)) {
		b.assert.match(b.here(page), new RegExp(`/etapes/${step}$`), await errors(page));
		if (step === 'pieces')
			await attach(page, script);
		await send(page, ANSWERS[step]);
	}
	b.assert.match(b.here(page), /\/relire$/, await errors(page));
}

async function present(page, project) {
	await b.go(page, `${project}/appels`);
	await b.submit(page, 'form[action*="quartiers-en-transition-2027/commencer"] button');
	b.assert.match(b.here(page), /\/questions\/quartier$/);
	await send(page, OWN);
	b.assert.match(b.here(page), /\/appels\/quartiers-en-transition-2027$/, await errors(page));
	await page.$$eval('[name=accord]', (boxes) => boxes.forEach((c) => { c.checked = true; }));
	await b.submit(page, 'form[action$="/deposer"] button');
	b.assert.match(b.here(page), /\/recepisse$/, await errors(page));
}

async function errors(page) {
	return page.evaluate(() => [...document.querySelectorAll('.error, #manque li, .toast')]
		.map((e) => e.textContent.trim()).join(' | '));
}

module.exports = { ANSWERS, OWN, begin, send, attach, fillAll, present, errors };
