/*
 * Sends a chosen or dropped file at once, with its progress, and adds it to
 * the list above. It refuses to touch the control when sending fails: the
 * form's own button then sends the file.
 *
 * <div class="file-drop" data-upload="URL" data-text-sending data-text-sent
 * data-text-failed>: POST URL, multipart: csrf, then the file under the
 * control's name. 200 answers { url, name, meta, replaces }; 4xx { error }.
 */
function bar(box, label) {
	const progress = document.createElement("progress");

	progress.max = 100;
	progress.value = 0;
	progress.setAttribute("aria-label", label);
	box.append(progress);
	return progress;
}

function line(box, answer) {
	const item = document.createElement("li");
	const link = document.createElement("a");
	const meta = document.createElement("span");
	let list = box.parentElement.querySelector(".files");

	if (!list) {
		list = document.createElement("ul");
		list.className = "files";
		box.before(list);
	}
	if (answer.replaces)
		list.replaceChildren();
	item.className = "file";
	link.className = "file-name";
	link.href = answer.url;
	link.textContent = answer.name;
	meta.className = "file-meta";
	meta.textContent = answer.meta ?? "";
	item.append(link, " ", meta);
	list.append(item);
}

function send(box, input, file, say) {
	return new Promise((resolve) => {
		const request = new XMLHttpRequest();
		const body = new FormData();
		const progress = bar(box, `${box.dataset.textSending} ${file.name}`);
		const done = (ok, text) => {
			progress.remove();
			say.textContent = `${file.name} : ${text}`;
			resolve(ok);
		};

		body.append("csrf", input.form.elements.csrf.value);
		body.append(input.name, file, file.name);
		request.responseType = "json";
		request.upload.onprogress = (e) => {
			if (e.lengthComputable)
				progress.value = Math.round(100 * e.loaded / e.total);
		};
		request.onerror = () => done(false, box.dataset.textFailed);
		request.onload = () => {
			if (request.status === 200 && request.response?.url) {
				line(box, request.response);
				done(true, box.dataset.textSent);
			} else {
				done(false, request.response?.error ??
				    box.dataset.textFailed);
			}
		};
		request.open("POST", box.dataset.upload);
		request.setRequestHeader("Accept", "application/json");
		request.send(body);
	});
}

function enliven(box) {
	const input = box.querySelector('input[type="file"]');
	const say = document.createElement("p");

	say.setAttribute("role", "status");
	box.append(say);
	input.addEventListener("change", async () => {
		let ok = true;

		for (const file of [...input.files])
			ok = await send(box, input, file, say) && ok;
		if (ok)
			input.value = "";
	});
	for (const kind of ["dragover", "dragleave", "drop"])
		box.addEventListener(kind, (event) => {
			event.preventDefault();
			box.toggleAttribute("data-over", kind === "dragover");
			if (kind === "drop" && event.dataTransfer.files.length > 0) {
				input.files = event.dataTransfer.files;
				input.dispatchEvent(new Event("change"));
			}
		});
}

export function start(boxes) {
	for (const box of boxes)
		if (box.dataset.upload)
			enliven(box);
}
