// README's five minutes, read from README itself: each person named signs in
// with the passphrase it gives, and each address it names opens.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const { test, before, after } = require('node:test');
const b = require('./browser.cjs');
const assert = b.assert;

const README = fs.readFileSync(path.join(__dirname, '../../README.md'), 'utf8');
const TOUR = README.split('## Five minutes')[1].split('\n## ')[0];
const PASSPHRASE = /passphrase in the demonstration is `([^`]+)`/.exec(TOUR)[1];
// { title, who, addresses } of each numbered part; who goes on until another is named.
const parts = [];
for (const [, title, said] of TOUR.matchAll(/^\d+\. \*\*(.+?)\.\*\*((?:.|\n(?!\d+\. |\n))*)/gm)) {
	const who = /`([^`]+@terreau\.example)`/.exec(said)?.[1] ||
	    (/holder again/.test(said) ? 'porteur@terreau.example' :
	    /As the agent/.test(said) ? 'agent@terreau.example' : null);
	const addresses = [...said.matchAll(/(?:`|<http:\/\/localhost:8080)(\/[a-z][^`>\s]*)/g)].map((m) => m[1]);
	parts.push({ title, who, addresses });
}

before(() => b.start());
after(() => b.stop());

test('the tour names its people and their pages', () => {
	assert.equal(PASSPHRASE, b.PASSPHRASE);
	assert.ok(parts.length >= 8, `${parts.length} parts`);
	for (const one of parts.slice(1))
		assert.ok(one.who || one.addresses.length, one.title);
	assert.ok(parts.flatMap((p) => p.addresses).length >= 12);
});

for (const { title, who, addresses } of parts)
	test(`the tour: ${title.toLowerCase()}`, async () => {
		const page = await b.visitor();
		if (who)
			await b.signIn(page, who);
		const wrong = [];
		for (const address of addresses) {
			if (address === '/compte/connexion' && who)
				continue;
			const status = await b.go(page, address);
			if (![200, 304].includes(status) || /\/compte\/connexion/.test(b.here(page)))
				wrong.push(`${status} ${address} → ${b.here(page)}`);
		}
		assert.deepEqual(wrong, []);
		await page.context.close();
	});

test('each list is also a file, in the four formats', async () => {
	for (const format of ['csv', 'json', 'geojson', 'atom']) {
		const reply = await fetch(`${b.BASE}/cte/projets.${format}`);
		assert.equal(reply.status, 200, format);
		assert.ok((await reply.text()).includes('Composter ensemble'), format);
	}
});

test('six steps, and an administrator’s forms and reasons, as it says', async () => {
	const page = await b.visitor();
	await b.go(page, '/cte/deposer');
	assert.match(await b.text(page), /Six étapes/);
	await page.context.close();
	const admin = await b.visitor();
	await b.signIn(admin, 'admin@terreau.example', '/cte/administration');
	const said = await b.text(admin);
	for (const word of ['Communauté', 'Comprendre un droit', 'Formulaires', 'Composants'])
		assert.ok(said.includes(word), word);
	assert.ok(!(await admin.content()).includes('%2F'), 'addresses as people write them');
	await admin.context.close();
});
