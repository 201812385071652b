/*
 * Asks in a dialog what a link's page would ask. It refuses to replace that
 * page: where the dialog is missing, the link is followed.
 *
 * <a href="/…/retirer" data-dialog="retirer"> and <dialog id="retirer">.
 */
export function start(links) {
	for (const link of links) {
		const dialog = link.dataset.dialog &&
		    document.getElementById(link.dataset.dialog);

		if (!dialog?.showModal)
			continue;
		link.addEventListener("click", (event) => {
			event.preventDefault();
			dialog.showModal();
		});
		dialog.addEventListener("click", (event) => {
			if (event.target === dialog ||
			    event.target.closest("[data-close]"))
				dialog.close();
		});
	}
}
