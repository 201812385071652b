/*
 * Keeps in this browser what is being written in a form that is sent whole
 * (a message, reasons), until the next page has come (terreau.js). It refuses
 * to overwrite what the server gives back.
 *
 * <form data-keep="a name of its own, such as its URL">
 */
function keep(form) {
	const areas = [...form.querySelectorAll("textarea[name]")];
	const key = `terreau:${form.dataset.keep}`;
	const kept = JSON.parse(localStorage.getItem(key) ?? "{}");

	for (const area of areas)
		if (area.value === "" && kept[area.name])
			area.value = kept[area.name];
	form.addEventListener("input", () =>
	    localStorage.setItem(key, JSON.stringify(Object.fromEntries(
	    areas.map((area) => [area.name, area.value])))));
	form.addEventListener("submit", () =>
	    sessionStorage.setItem("terreau-sent", key));
}

export function start(forms) {
	try {
		for (const form of forms)
			keep(form);
	} catch {
		/* no storage allowed: the form works as it is */
	}
}
