/*
 * Closes an open menu when one clicks elsewhere or presses Escape. It refuses
 * to open it: <details data-menu> does that by itself.
 */
export function start(menus) {
	for (const menu of menus) {
		document.addEventListener("click", (event) => {
			if (!menu.contains(event.target))
				menu.open = false;
		});
		menu.addEventListener("keydown", (event) => {
			if (event.key !== "Escape" || !menu.open)
				return;
			menu.open = false;
			menu.querySelector("summary").focus();
		});
	}
}
