/*
 * Shows what the server calculated, with each answer saved. It calculates
 * nothing: <output data-calculated="KEY"> in a form that autosave.js saves.
 */
export function start(outputs) {
	for (const output of outputs)
		output.closest("form")?.addEventListener("terreau:judged", (event) => {
			const text = event.detail.calculated?.[output.dataset.calculated];

			if (text !== undefined && text !== output.value)
				output.value = text;
		});
}
