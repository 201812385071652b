/*
 * Tells that a dossier was read, once it stayed before somebody's eyes for a
 * few seconds: what changes afterwards is then marked as new. It refuses to tell
 * it of a page opened behind another one.
 *
 * <article data-seen="URL"> on a page that holds a form with its token.
 */
const WAIT_MS = 4000;

function tell(url) {
	const csrf = document.querySelector("input[name=csrf]")?.value;

	if (csrf)
		fetch(url, {
			method: "POST",
			body: new URLSearchParams({ csrf }),
			redirect: "manual",
			keepalive: true,
		}).catch(() => {});
}

export function start([read]) {
	let timer;
	const watch = () => {
		clearTimeout(timer);
		if (document.visibilityState === "visible")
			timer = setTimeout(() => {
				document.removeEventListener("visibilitychange", watch);
				tell(read.dataset.seen);
			}, WAIT_MS);
	};

	document.addEventListener("visibilitychange", watch);
	watch();
}
