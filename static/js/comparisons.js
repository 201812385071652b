/*
 * The lines of a condition being written: what the chosen question may answer is
 * proposed beside the value, and a comparison without value shows none. A line
 * that is filled chooses "all of these", a formula "this formula". The server reads
 * the same without it.
 */
function refresh(condition, line) {
	const question = line.querySelector("[data-condition-question]").value;
	const op = line.querySelector("[data-condition-op]").value;
	const value = line.querySelector("[data-condition-value]");
	const answers = question && condition.querySelector(
		`datalist[data-answers="${CSS.escape(question)}"]`);

	if (answers)
		value.setAttribute("list", answers.id);
	else
		value.removeAttribute("list");
	value.hidden = op === "answered" || op === "no";
}

const mode = (condition, name) =>
	condition.querySelector(`[type=radio][value=${name}]`);

export function start(conditions) {
	for (const condition of conditions) {
		for (const line of condition.querySelectorAll("[data-condition-line]"))
			refresh(condition, line);
		condition.addEventListener("change", (event) => {
			const line = event.target.closest("[data-condition-line]");

			if (!line)
				return;
			refresh(condition, line);
			if (mode(condition, "toujours")?.checked &&
			    event.target.value !== "")
				mode(condition, "toutes").checked = true;
		});
		/* What is being written is what is meant. */
		condition.addEventListener("input", (event) => {
			if (event.target.matches("[data-formula]"))
				mode(condition, "formule").checked = true;
			else if (event.target.matches("[data-condition-json]"))
				mode(condition, "json").checked = true;
		});
		condition.addEventListener("change", (event) => {
			const area = event.target.type === "radio" && {
				formule: "[data-formula]", json: "[data-condition-json]",
			}[event.target.value];

			if (area)
				condition.querySelector(area).closest("details").open = true;
		});
	}
}
