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

function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || !form?.contains(target)) return;
  target.closest("details:not([open])")?.setAttribute("open", "");
  target.querySelector(":scope > details")?.setAttribute("open", "");
  target.scrollIntoView({ block: "nearest" });
  if (target.matches("input, select, textarea")) target.focus();
}
addEventListener("hashchange", openTarget);
openTarget();
