// Text and work side by side: pointing at [data-span=ID] lights every [data-for~=ID], and the other way round.
export function startSpans(root) {
  const area = root === document ? document.body : root;
  if (area.dataset.spans !== undefined || !area.querySelector("[data-span]")) return;
  area.dataset.spans = "";
  for (const [come, go] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
    area.addEventListener(come, (event) => light(event.target, true));
    area.addEventListener(go, (event) => light(event.target, false));
  }
}

function light(target, on) {
  const from = target.closest?.("[data-span], [data-for]");
  if (!from) return;
  const ids = (from.dataset.span ?? from.dataset.for).split(" ");
  for (const id of ids) {
    const key = CSS.escape(id);
    for (const node of document.querySelectorAll(`[data-span="${key}"], [data-for~="${key}"]`)) node.classList.toggle("lit", on);
  }
  if (!on || from.dataset.for === undefined) return;
  const paper = document.querySelector(`[data-span="${CSS.escape(ids[0])}"]`);
  const box = paper?.getBoundingClientRect();
  if (box && (box.bottom < 0 || box.top > innerHeight)) paper.scrollIntoView({ block: "center" });
}
