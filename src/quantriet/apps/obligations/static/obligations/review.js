// Keeps the lines of the review in step with what is ticked and typed; the form works without it.
const form = document.getElementById("review");
const sum = form?.querySelector("[data-sum]");

function ticked(item, part) {
  return [...item.querySelectorAll(`input[name="${item.id}-${part}"]:checked`)];
}

function refresh(item) {
  const include = item.querySelector(`input[name="${item.id}-include"]`)?.checked ?? true;
  item.classList.toggle("ob-out", !include);
  item.querySelector("[data-out]").hidden = include;
  const title = item.querySelector(`input[name="${item.id}-title"]`)?.value.trim();
  if (title) item.querySelector("[data-title]").textContent = title;
}

function refreshSum() {
  if (!sum) return;
  const items = [...form.querySelectorAll(".ob:not(.ob-out)")];
  if (items.some((item) => !item.querySelector(".picks"))) return;
  const units = new Set(items.flatMap((item) => [...ticked(item, "lead"), ...ticked(item, "support")].map((box) => box.value)));
  sum.textContent = sum.dataset.sumWords.replace("%o", items.length).replace("%u", units.size);
}

form?.addEventListener("input", (event) => {
  const item = event.target.closest(".ob");
  if (!item) return;
  const [, part] = event.target.name.split("-");
  if (event.target.checked && (part === "lead" || part === "support")) {
    // A unit has one part in an obligation.
    const other = part === "lead" ? "support" : "lead";
    const twin = item.querySelector(`input[name="${item.id}-${other}"][value="${event.target.value}"]`);
    if (twin) twin.checked = false;
  }
  refresh(item);
  refreshSum();
});

// A long review comes without the fields of its items: each is fetched when it is opened. Without a script a link
// opens the page with all of them.
async function fetchBody(details) {
  const place = details.open && details.querySelector("[data-body]:not([data-asked])");
  if (!place) return;
  place.dataset.asked = "";
  try {
    const answer = await fetch(place.dataset.body, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const holder = document.createElement("template");
    holder.innerHTML = await answer.text();
    place.replaceWith(holder.content);
    if (form.contains(document.getElementById(wanted()))) openTarget();
  } catch {
    delete place.dataset.asked; // the link stays, and the next opening asks again
  }
}
form?.addEventListener("toggle", (event) => fetchBody(event.target), true);

// n and p walk the doubtful values, a digit presses a choice of the one in hand. Each choice is a plain button of the
// form: the page comes back at the next doubt.
const doubts = [...document.querySelectorAll("[data-doubt]")];

function goDoubt(step) {
  const at = doubts.indexOf(document.activeElement?.closest("[data-doubt]"));
  const next = at < 0 ? (step > 0 ? 0 : doubts.length - 1) : at + step;
  doubts[Math.max(0, Math.min(doubts.length - 1, next))]?.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, textarea, select, [contenteditable]")) return;
  if (document.documentElement.dataset.keys === "off") return;
  const digit = event.target.closest("[data-doubt]")?.querySelector(`[data-pick="${CSS.escape(event.key)}"]`);
  if (digit) {
    event.preventDefault();
    digit.click();
  } else if ((event.key === "n" || event.key === "p") && doubts.length) {
    event.preventDefault();
    goDoubt(event.key === "n" ? 1 : -1);
  }
});

// The words in question come into sight within the sheet, which scrolls by itself.
const paper = document.getElementById("paper");
for (const come of ["focusin", "pointerover"]) {
  document.getElementById("concerns")?.addEventListener(come, (event) => {
    const ids = event.target.closest("[data-for]")?.dataset.for.split(" ") ?? [];
    const words = paper?.querySelector(`[data-span="${CSS.escape(ids[0] ?? "")}"]`);
    if (!words) return;
    const [box, room] = [words.getBoundingClientRect(), paper.getBoundingClientRect()];
    if (box.top < room.top || box.bottom > room.bottom) paper.scrollBy({ top: box.top - room.top - room.height / 3 });
  });
}

function wanted() {
  return decodeURIComponent(location.hash.slice(1));
}

// What an address points at: the place itself, the item of a field that is not here yet, the last doubt that is left.
function targetOf(name) {
  const last = name.startsWith("concern-") ? (doubts.at(-1) ?? document.getElementById("concerns")) : null;
  return document.getElementById(name) ?? document.getElementById(name.match(/^id_(o\d+)-/)?.[1] ?? "") ?? last;
}

function openTarget() {
  const target = targetOf(wanted());
  if (!target || !form?.contains(target)) return;
  target.closest("details:not([open])")?.setAttribute("open", "");
  if (target.matches("[data-item]")) target.querySelector(":scope > details")?.setAttribute("open", "");
  target.scrollIntoView({ block: "nearest" });
  if (target.matches("input, select, textarea, [data-doubt], #concerns")) target.focus();
}
addEventListener("hashchange", openTarget);
openTarget();
