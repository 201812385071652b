/*
 * Shows and hides the questions that depend on others, as the server will. It
 * refuses to decide: hidden answers are kept, and the server judges again.
 *
 * <div data-when='{"op": ..., "field": "x", "values": [...]}'> or {"op": "all",
 * "parts": [...]}; "known" has the server's own verdict, about another step.
 * Three values: "yes", "no", "open" while there is no answer.
 */
const NOT = { yes: "no", no: "yes", open: "open" };
const of = (yes) => yes ? "yes" : "no";

/* The values of a question on this page, or null when there is none. */
function answers(form, field) {
	const name = `a.${field}`;
	const controls = [...form.elements].filter((c) => c.name === name);

	if (controls.length === 0 || controls[0].closest("[data-when][hidden]"))
		return null;
	return controls
	    .filter((c) => !["checkbox", "radio"].includes(c.type) || c.checked)
	    .map((c) => c.value.trim()).filter((value) => value !== "");
}

/* Amounts and dates as numbers that compare. */
function number(text) {
	const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);

	if (day)
		return Number(day[1] + day[2] + day[3]);
	return Number(text.replace(/[\s\u00a0\u202f€%]/g, "").replace(",", "."));
}

function compare({ op, field, values }, form) {
	const typed = answers(form, field);
	const wanted = values.map((v) => v === "true" ? "oui" : v === "false" ? "non" : v);

	if (typed === null)
		return of(op === "answered" && values[0] === "false");
	if (op === "answered")
		return of((typed.length > 0) === (values[0] !== "false"));
	if (typed.length === 0)
		return "open";
	switch (op) {
	case "not_equals":
		return of(!wanted.includes(typed[0]));
	case "contains":
		return of(typed.includes(wanted[0]) || typed[0].includes(wanted[0]));
	case "at_least":
		return of(number(typed[0]) >= number(wanted[0]));
	case "at_most":
		return of(number(typed[0]) <= number(wanted[0]));
	default:
		return of(wanted.includes(typed[0]) ||
		    wanted.some((w) => number(w) === number(typed[0])));
	}
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
	const rules = [...boxes].map((box) =>
	    ({ box, form: box.closest("form"), rule: JSON.parse(box.dataset.when) }));
	/* In the order of the page: a hidden question hides what follows from it. */
	const refresh = () => {
		for (const { box, form, rule } of rules)
			box.hidden = judge(rule, form) !== "yes";
	};

	for (const form of new Set(rules.map((r) => r.form))) {
		form.addEventListener("input", refresh);
		form.addEventListener("change", refresh);
	}
	refresh();
}
