/*
 * J and K go to the next and previous dossier. They refuse to act while
 * something is typed or a modifier is held, and a button turns them off
 * (WCAG 2.1.4). [data-key="j"] is the link to follow; without one, the focus
 * moves along the links .queue-title of [data-keys].
 */
const STORE = "terreau-keys";

const isOff = () => localStorage.getItem(STORE) === "off";

function move(step) {
	const rows = [...document.querySelectorAll("[data-keys] .queue-title")];
	const at = rows.indexOf(document.activeElement);

	rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step]?.focus();
}

function press(event) {
	const key = event.key.toLowerCase();

	if (isOff() || event.ctrlKey || event.metaKey || event.altKey ||
	    !["j", "k"].includes(key) || event.target.isContentEditable ||
	    event.target.matches("input:not([type=radio], [type=checkbox]), textarea, select"))
		return;
	const link = document.querySelector(`[data-key="${key}"]`);

	event.preventDefault();
	if (link)
		link.click();
	else
		move(key === "j" ? 1 : -1);
}

/* Bring the dossier being read into its list, without moving the page. */
function show(row) {
	const pane = row?.closest(".pane-rows");

	if (pane && pane.scrollHeight > pane.clientHeight)
		pane.scrollTop = row.offsetTop - pane.offsetTop -
		    pane.clientHeight / 3;
}

export function start() {
	const button = document.querySelector("[data-keys-toggle]");

	document.addEventListener("keydown", press);
	show(document.querySelector(".pane-rows [aria-current]"));
	if (!button)
		return;
	button.hidden = false;
	button.setAttribute("aria-pressed", String(!isOff()));
	button.addEventListener("click", () => {
		localStorage.setItem(STORE, isOff() ? "on" : "off");
		button.setAttribute("aria-pressed", String(!isOff()));
	});
}
