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

// Press a button that sends its form, and wait for the next page. Not by its
// place on the screen: a message may come meanwhile and move it.
async function submit(page, selector) {
	const button = await page.waitForSelector(selector);
	await Promise.all([
		page.waitForNavigation({ waitUntil: 'load' }),
		button.evaluate((e) => e.click()),
	]);
}

async function signIn(page, email, next = '/cte/') {
	await go(page, '/compte/connexion?suite=' + encodeURIComponent(next));
	await page.type('input[name=courriel]', email);
	await page.type('input[name=passe]', PASSPHRASE);
	await submit(page, 'main form button[type=submit]');
}

// Wait until it answers something true; what it throws means not yet.
async function until(what, ask, limit = 20000) {
	const end = Date.now() + limit;
	let last;
	for (;;) {
		try {
			const found = await ask();
			if (found)
				return found;
		} catch (e) {
			last = e;
		}
		if (Date.now() > end)
			throw new Error(`waited for ${what}${last ? `: ${last.message}` : ''}`);
		await new Promise((r) => setTimeout(r, 100));
	}
}

// What a person would write, by the names of controls: text, a choice, several
// choices (an array). What is not shown is left alone. Returns what was not found.
async function fill(page, answers) {
	return page.evaluate((all) => {
		const left = [];
		for (const [name, value] of Object.entries(all)) {
			const controls = [...document.getElementsByName(name)]
				.filter((c) => !c.closest('[hidden]') && c.type !== 'hidden');
			if (controls.length === 0)
				left.push(name);
			for (const c of controls) {
				const values = [].concat(value);
				if (c.type === 'radio' || c.type === 'checkbox') {
					if (c.checked !== values.includes(c.value) &&
					    !(c.type === 'radio' && c.checked))
						c.click();
					continue;
				}
				c.focus();
				c.value = values[0];
				c.dispatchEvent(new Event('input', { bubbles: true }));
				c.dispatchEvent(new Event('change', { bubbles: true }));
			}
		}
		return left;
	}, answers);
}

// The last mail to an address whose text matches, once it was written.
async function mail(to, pattern) {
	const dir = path.join(process.env.TERREAU_STATE, 'mail');
	return until(`a mail to ${to} saying ${pattern}`, () => {
		for (const name of fs.readdirSync(dir).sort().reverse()) {
			const raw = fs.readFileSync(path.join(dir, name), 'utf8');
			if (!raw.includes(to))
				continue;
			const decoded = decode(raw);
			if (pattern.test(decoded))
				return decoded;
		}
		return null;
	});
}

// Every part of a message, whatever its encoding, as one text.
function decode(raw) {
	const quoted = raw.replace(/=\r?\n/g, '').replace(/(=[0-9A-F]{2})+/g, (run) =>
		Buffer.from(run.replace(/=/g, ''), 'hex').toString('utf8'));
	const blocks = raw.match(/(?:^[A-Za-z0-9+/]{40,76}={0,2}\r?\n)+(?:[A-Za-z0-9+/]+={0,2})?/gm) || [];
	return [quoted, ...blocks.map((x) => Buffer.from(x, 'base64').toString('utf8'))].join('\n');
}

// The address shown, without the host.
function here(page) {
	return page.url().slice(BASE.length);
}

// A file of ours, asked with the page's cookies: { status, type, bytes }.
async function fetched(page, address) {
	return page.evaluate(async (url) => {
		const reply = await fetch(url);
		const bytes = new Uint8Array(await reply.arrayBuffer());
		let text = '';
		for (const byte of bytes)
			text += String.fromCharCode(byte);
		return { status: reply.status, type: reply.headers.get('Content-Type'), binary: text };
	}, BASE + address);
}

async function text(page) {
	return page.evaluate(() => document.body.innerText);
}

// One page of each kind that links lead to from some pages, inside a pattern: a
// number or a name of something is the same kind as any other.
async function walk(page, starts, inside) {
	const named = ['projets', 'appels', 'mes-projets', 'etapes', 'organisations', 'personnes'];
	const kind = (address) => address.split(/[?#]/)[0].split('/').map((part, i, all) =>
		/\d/.test(part) || (part && named.includes(all[i - 1])) ? '*' : part).join('/');
	const seen = new Map(), todo = [...starts];
	while (todo.length > 0) {
		const address = todo.shift();
		if (seen.has(kind(address)))
			continue;
		seen.set(kind(address), null);
		const reply = await fetched(page, address);
		if (reply.status !== 200 || !/^text\/html/.test(reply.type))
			continue;
		seen.set(kind(address), address);
		const links = reply.binary.matchAll(/<a [^>]*href="(\/[^"#]*)/g);
		for (const [, link] of links)
			if (inside.test(link))
				todo.push(link.replace(/&amp;/g, '&'));
	}
	return [...seen.values()].filter(Boolean);
}

// Serious and critical findings of axe, as short sentences. What the policy of
// the page refuses to axe itself (it tries styles on maps) is not the page's.
async function axe(page) {
	const refused = page.refused.length;
	await page.evaluate(AXE);
	const found = await page.evaluate(async () =>
		(await window.axe.run(document, { resultTypes: ['violations'] })).violations);
	page.refused.length = refused;
	return found.filter((v) => v.impact === 'serious' || v.impact === 'critical')
		.map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(', ')})`);
}

// The page is wider than its window: something sticks out.
async function overflow(page) {
	return page.evaluate(() => document.documentElement.scrollWidth -
		document.documentElement.clientWidth);
}

// Ordinary words that are cut inside, in a cell or a button too narrow for them.
async function crushed(page) {
	return page.evaluate(() => {
		const found = new Set();
		// For screen readers only: its width is nothing.
		const shown = (e) => !e || (getComputedStyle(e).clipPath === 'none' && shown(e.parentElement));
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const range = document.createRange();
		for (let node; (node = walker.nextNode());) {
			if (!node.parentElement.checkVisibility() || node.parentElement.closest('.unseen, svg, option, textarea, code, pre'))
				continue;
			for (const m of node.data.matchAll(/(?<![\p{L}\p{N}@./_-])\p{L}{3,13}(?![\p{L}\p{N}@./_-])/gu)) {
				range.setStart(node, m.index);
				range.setEnd(node, m.index + m[0].length);
				if (new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size > 1 &&
				    shown(node.parentElement))
					found.add(m[0]);
			}
		}
		return [...found];
	});
}

module.exports = { BASE, PASSPHRASE, assert, start, stop, visitor, go, submit,
	signIn, until, fill, mail, here, fetched, walk, text, axe, overflow,
	crushed };
