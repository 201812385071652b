// A real MediaWiki from Debian's packages, for the browser tests: made in a folder
// of its own, filled with the pages of tests/wiki, stopped with the tests.
'use strict';
const { execFileSync, spawn } = require('node:child_process');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const b = require('./browser.cjs');

const HERE = path.join(__dirname, '../wiki');
const MAKE = path.join(HERE, 'mediawiki');
const BOT = 'SyncBot@sync', SECRET = '0123456789abcdef0123456789abcdef';

function freePort() {
	return new Promise((done) => {
		const server = net.createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address();
			server.close(() => done(port));
		});
	});
}

// { address, bot, secret, stop() }
async function start() {
	const conf = path.join(process.env.TERREAU_STATE, 'terreau.conf');
	if (!fs.existsSync(conf) || !/^wiki_allow = .*127\.0\.0\.1/m.test(fs.readFileSync(conf, 'utf8')))
		throw new Error(`${conf} must say "wiki_allow = 127.0.0.1" before the start`);
	const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'terreau-mediawiki-'));
	const port = await freePort();
	execFileSync(MAKE, ['make', dir, String(port)], { stdio: 'pipe' });
	const server = spawn(MAKE, ['serve', dir, String(port)], { detached: true, stdio: 'ignore' });
	const stop = () => {
		process.kill(-server.pid);
		fs.rmSync(dir, { recursive: true, force: true });
	};
	try {
		await b.until('MediaWiki', async () => (await fetch(
			`http://127.0.0.1:${port}/api.php?action=query&meta=siteinfo&format=json`)).ok);
		execFileSync(MAKE, ['import', dir, path.join(HERE, 'pages')], { stdio: 'pipe' });
		execFileSync(MAKE, ['jobs', dir], { stdio: 'pipe' });
	} catch (e) {
		stop();
		throw e;
	}
	return { address: `http://127.0.0.1:${port}/index.php/Accueil`, bot: BOT, secret: SECRET, stop };
}

module.exports = { start };
