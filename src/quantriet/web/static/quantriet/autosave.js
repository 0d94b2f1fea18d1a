// form[data-autosave=URL]: posted 800 ms after the last change; [data-saved] inside the form (or the form's end)
// says when. The server answers any 2xx, optionally JSON {"saved_at": "14:36"}. What cannot be sent is tried again.
import { clock, csrfToken, say } from "./words.js";

const IDLE_MS = 800;
const RETRY_MS = 15000;

export function startAutosave(root) {
  const forms = [...root.querySelectorAll("form[data-autosave]:not([data-watched])")];
  for (const form of forms) watch(form);
}

function watch(form) {
  form.dataset.watched = "";
  let timer = 0;
  let running = null;
  const place = form.querySelector("[data-saved]") ?? form.appendChild(makePlace());
  const plan = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  };

  async function save() {
    running?.abort();
    running = new AbortController();
    place.textContent = say("saving");
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST",
        body: new FormData(form),
        headers: { "X-CSRFToken": csrfToken(), Accept: "application/json" },
        redirect: "error",
        signal: running.signal,
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const told = answer.headers.get("content-type")?.includes("json") ? await answer.json() : {};
      place.textContent = say("saved", told.saved_at ?? clock());
    } catch (error) {
      if (error.name === "AbortError") return;
      place.textContent = say("unsaved");
      plan(RETRY_MS);
    }
  }

  form.addEventListener("input", () => plan(IDLE_MS));
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    running?.abort();
  });
}

function makePlace() {
  const line = document.createElement("p");
  line.className = "saved";
  line.setAttribute("role", "status");
  return line;
}
