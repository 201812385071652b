/*
 * Drags the cards of a board. Each drop sends what the card's own form would,
 * and says so; it refuses to move what the server did not accept.
 */
function place(column, y) {
	return [...column.querySelectorAll("[data-card]:not(.dragged)")].find((card) => {
		const box = card.getBoundingClientRect();

		return y < box.top + box.height / 2;
	});
}

async function send(board, card, column, before) {
	const reply = await fetch(board.dataset.board, {
		method: "POST",
		body: new URLSearchParams({
			csrf: board.dataset.csrf,
			acte: "deplacer",
			projet: card.dataset.card,
			colonne: column.closest("[data-column]").dataset.column,
			avant: before?.dataset.card ?? "",
		}),
		redirect: "manual",
	}).catch(() => null);

	/* What was not written must not look as if it were. */
	if (reply?.type !== "opaqueredirect")
		location.reload();
	else
		await refresh(board);
}

/* Counts, buttons and menus as the server has them now; what is ticked stays. */
async function refresh(board) {
	const reply = await fetch(location.href).catch(() => null);
	const page = reply?.ok && new DOMParser().parseFromString(
	    await reply.text(), "text/html");
	const fresh = page && page.querySelector("[data-board]");
	const ticked = [...board.querySelectorAll("input[name=projet]:checked")]
	    .map((box) => box.value);

	if (!fresh)
		return;
	board.replaceChildren(...fresh.children);
	for (const box of board.querySelectorAll("input[type=checkbox]"))
		box.checked = ticked.includes(box.value);
	listen(board);
}

function listen(board) {
	let dragged = null;

	for (const card of board.querySelectorAll("[data-card]")) {
		card.draggable = true;
		card.addEventListener("dragstart", (event) => {
			dragged = card;
			card.classList.add("dragged");
			event.dataTransfer.effectAllowed = "move";
		});
		card.addEventListener("dragend", () => {
			card.classList.remove("dragged");
			dragged = null;
		});
	}
	for (const column of board.querySelectorAll("[data-cards]")) {
		column.addEventListener("dragover", (event) => {
			if (dragged)
				event.preventDefault();
		});
		column.addEventListener("drop", (event) => {
			const card = dragged;
			const before = place(column, event.clientY);

			event.preventDefault();
			if (!card)
				return;
			column.insertBefore(card, before ?? null);
			send(board, card, column, before);
		});
	}
}

export function start(boards) {
	boards.forEach(listen);
}
