/*
 * Tells why the project does not seem eligible, with each answer saved. It judges
 * nothing: <section data-ineligible><ul> on the page of a form that autosave.js
 * saves.
 */
export function start(sections) {
	for (const section of sections)
		document.addEventListener("terreau:judged", (event) => {
			const reasons = event.detail.ineligible;

			if (!reasons)
				return;
			section.querySelector("ul").replaceChildren(
			    ...reasons.map((text) => {
				const line = document.createElement("li");

				line.textContent = text;
				return line;
			    }));
			section.hidden = reasons.length === 0;
		});
}
