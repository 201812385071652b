/*
 * The lines of a condition being written: what the chosen question may answer is
 * proposed beside the value, and a comparison without value shows none. A line
 * that is filled chooses "all of these". The server reads the same without it.
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

export function start(conditions) {
	for (const condition of conditions) {
		const modes = condition.querySelectorAll("[type=radio]");

		for (const line of condition.querySelectorAll("[data-condition-line]"))
			refresh(condition, line);
		condition.addEventListener("change", (event) => {
			const line = event.target.closest("[data-condition-line]");

			if (!line)
				return;
			refresh(condition, line);
			if (modes[0].checked && event.target.value !== "")
				modes[1].checked = true;
		});
	}
}
