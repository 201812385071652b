// What the browser tests share: one Chromium, pages that refuse any address but
// our own, accessibility and validity checks. It asserts nothing by itself.
'use strict';
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const assert = require('node:assert/strict');
const puppeteer = require('puppeteer-core');

const BASE = process.env.TERREAU_URL;
const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const PASSPHRASE = 'terreau-demo-2026';

let browser;

async function start() {
	const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'terreau-chromium-'));
	browser = await puppeteer.launch({
		executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
		userDataDir: profile,
		headless: true,
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
			'--no-first-run', '--disable-background-networking',
			'--disable-component-update', '--disable-sync',
			'--lang=fr-FR'],
	});
	browser.profile = profile;
	return browser;
}

async function stop() {
	const profile = browser.profile;
	await browser.close();
	fs.rmSync(profile, { recursive: true, force: true });
}

// A visitor with cookies of their own. What leaves for elsewhere and what the
// page's policy refuses are kept in page.strangers and page.refused.
async function visitor(options = {}) {
	const context = await browser.createBrowserContext();
	const page = await context.newPage();
	page.strangers = [];
	page.refused = [];
	page.on('request', (r) => {
		if (!r.url().startsWith(BASE) && !r.url().startsWith('data:') &&
		    !r.url().startsWith('blob:'))
			page.strangers.push(r.url());
	});
	page.on('console', (m) => {
		if (/Content Security Policy|Refused to/.test(m.text()))
			page.refused.push(m.text());
	});
	await page.setExtraHTTPHeaders({ 'Accept-Language': options.lang || 'fr' });
	await page.setViewport({ width: options.width || 1280, height: 900 });
	if (options.script === false)
		await page.setJavaScriptEnabled(false);
	page.context = context;
	return page;
}

async function go(page, address) {
	const reply = await page.goto(BASE + address, { waitUntil: 'load' });
	return reply.status();
}

// Send the form that holds the element, and wait for the next page.
async function submit(page, selector) {
	await Promise.all([
		page.waitForNavigation({ waitUntil: 'load' }),
		page.click(selector),
	]);
}

async function signIn(page, email, next = '/cte/') {
	await go(page, '/compte/connexion?suite=' + encodeURIComponent(next));
	await page.type('input[name=courriel]', email);
	await page.type('input[name=passe]', PASSPHRASE);
	await submit(page, 'main form button[type=submit]');
}

async function text(page) {
	return page.evaluate(() => document.body.innerText);
}

// Serious and critical findings of axe, as short sentences.
async function axe(page) {
	await page.evaluate(AXE);
	const found = await page.evaluate(async () =>
		(await window.axe.run(document, { resultTypes: ['violations'] })).violations);
	return found.filter((v) => v.impact === 'serious' || v.impact === 'critical')
		.map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ')})`);
}

// The page is wider than its window: something sticks out.
async function overflow(page) {
	return page.evaluate(() => document.documentElement.scrollWidth -
		document.documentElement.clientWidth);
}

module.exports = { BASE, PASSPHRASE, assert, start, stop, visitor, go, submit,
	signIn, text, axe, overflow };
