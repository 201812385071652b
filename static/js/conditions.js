/*
 * Shows, hides and marks as required the questions that depend on others, as
 * the server will. It refuses to decide: hidden answers are kept, and the server
 * judges again.
 *
 * <div data-question="k" data-when='{"op": ..., "field": "x", "values": [...]}'
 * data-required='…'>, or {"op": "all", "parts": [...]}; "known" has the server's
 * own verdict, about what cannot be judged here. It comes anew with each answer
 * saved ("terreau:judged", see autosave.js). Three values: "yes", "no", "open"
 * while there is no answer.
 */
const NOT = { yes: "no", no: "yes", open: "open" };
const of = (yes) => yes ? "yes" : "no";

/* The values of a question on this page, or null when it is not asked. */
function answers(form, field) {
	const name = `a.${field}`;
	const controls = [...form.elements].filter((c) => c.name === name);

	if (controls.length === 0 || controls[0].closest("[data-when][hidden]"))
		return null;
	return controls
	    .filter((c) => !["checkbox", "radio"].includes(c.type) || c.checked)
	    .map((c) => c.value.trim()).filter((value) => value !== "");
}

/* Amounts and days as numbers that compare. */
function number(text) {
	const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ??
	    /^(\d\d?)\/(\d\d?)\/(\d{4})$/.exec(text)?.map((part, i, all) =>
		i === 0 ? part : all[4 - i].padStart(2, "0"));

	if (day)
		return Number(day[1] + day[2] + day[3]);
	return Number(text.replace(/[\s\u00a0\u202f€%]/g, "").replace(",", "."));
}

/* Without accents and capitals. */
function fold(text) {
	return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function order(op, have, want) {
	if (Number.isNaN(have) || Number.isNaN(want))
		return "open";
	return of({ less: have < want, before: have < want,
		at_most: have <= want, more: have > want, after: have > want,
		at_least: have >= want, equals: have === want,
		not_equals: have !== want }[op]);
}

function compare(rule, form) {
	const { op, values } = rule;
	const typed = answers(form, rule.field);

	if (typed === null)
		return of(op === "answered" && !rule.yes);
	if (op === "answered")
		return of((typed.length > 0) === rule.yes);
	if (typed.length === 0)
		return "open";
	if (rule.counted)
		return order(op, typed.length, Number(values[0]));
	switch (op) {
	case "contains":
		return of(rule.text ? fold(typed[0]).includes(fold(values[0]))
		    : typed.includes(values[0]));
	case "one_of":		/* of several: one of them */
		return of(values.some((v) => typed.includes(v) ||
		    (rule.number && number(v) === number(typed[0]))));
	case "equals":
	case "not_equals":
		if (!rule.number)
			return of(values.includes(typed[0]) === (op === "equals"));
	}
	return order(op, number(typed[0]), number(values[0]));
}

function judge(rule, form) {
	if (rule.op === "known")
		return rule.value;
	if (rule.op === "not")
		return NOT[judge(rule.parts[0], form)];
	if (rule.op !== "all" && rule.op !== "any")
		return compare(rule, form);
	const stop = rule.op === "all" ? "no" : "yes";
	const verdicts = rule.parts.map((part) => judge(part, form));

	return verdicts.includes(stop) ? stop
	    : verdicts.includes("open") ? "open" : NOT[stop];
}

export function start(boxes) {
	const rules = [...boxes].map((box) => ({
		box,
		form: box.closest("form"),
		when: JSON.parse(box.dataset.when),
		required: JSON.parse(box.dataset.required ?? "null"),
	}));
	/* In the order of the page: a hidden question hides what follows from it. */
	const refresh = () => {
		for (const { box, form, when, required } of rules) {
			box.hidden = judge(when, form) !== "yes";
			if (required)
				box.toggleAttribute("data-required-now",
				    judge(required, form) === "yes");
		}
	};
	const judged = (event) => {
		for (const rule of rules)
			Object.assign(rule, event.detail.rules?.[rule.box.dataset.question]);
		refresh();
	};

	for (const form of new Set(rules.map((r) => r.form))) {
		form.addEventListener("input", refresh);
		form.addEventListener("change", refresh);
		form.addEventListener("terreau:judged", judged);
	}
	refresh();
}
