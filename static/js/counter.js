/*
 * Says how many characters a long text may still have. It refuses to cut: what
 * is too long stays, and the server says so.
 *
 * <textarea data-count="5000" data-text-left="%s …" data-text-over="%s …">.
 */
const FEW = 0.2;	/* of the limit: said aloud from there */

function enliven(area) {
	const limit = Number(area.dataset.count);
	const say = document.createElement("p");
	const number = new Intl.NumberFormat(document.documentElement.lang);
	const count = () => {
		const left = limit - [...area.value].length;

		say.textContent = (left < 0 ? area.dataset.textOver :
		    area.dataset.textLeft).replace("%s", number.format(Math.abs(left)));
		say.classList.toggle("counter-over", left < 0);
		say.setAttribute("aria-live", left < limit * FEW ? "polite" : "off");
	};

	say.className = "hint counter";
	area.after(say);
	area.addEventListener("input", count);
	count();
}

export function start(areas) {
	for (const area of areas)
		enliven(area);
}
