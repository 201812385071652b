/*
 * Submits a small form (sort order, filters) when a choice changes. It
 * refuses to do so for what is typed: that waits for Enter or the button.
 */
export function start(forms) {
	for (const form of forms) {
		form.addEventListener("change", (event) => {
			if (event.target.matches("select, [type=checkbox], [type=radio]"))
				form.requestSubmit();
		});
		if (!form.querySelector("[type=search], [type=text]"))
			form.querySelector("[type=submit]")?.setAttribute("hidden", "");
	}
}
