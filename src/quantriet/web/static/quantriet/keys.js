// [data-keys]: j/k (or arrows with Alt) walk its [data-item]s, Enter opens, and a letter in [data-key] presses that
// control of the current item. Typing in a field is never taken. "/" goes to the search field on any page.
// Whoever speaks to the machine or rests a hand on the keys can switch single keys off ([data-keys-switch]).
const KEPT = "quantriet.keys";

export function startKeys() {
  const switches = [...document.querySelectorAll("[data-keys-switch]")];
  for (const button of switches) {
    button.hidden = false;
    button.addEventListener("click", () => setKeys(switches, document.documentElement.dataset.keys === "off"));
  }
  setKeys(switches, localStorage.getItem(KEPT) !== "off");
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.documentElement.dataset.keys === "off") return;
    if (event.key === "/") {
      const search = document.getElementById("q");
      if (!search) return;
      event.preventDefault();
      search.focus();
      return;
    }
    const list = document.querySelector("[data-keys]");
    if (!list) return;
    const items = [...list.querySelectorAll("[data-item]")];
    const at = items.findIndex((item) => item.classList.contains("at"));
    if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      go(items, at, Math.max(0, Math.min(items.length - 1, at + (event.key === "j" ? 1 : -1))));
    } else if (event.key === "Enter" && at >= 0 && event.target === items[at]) {
      (items[at].querySelector("[data-open]") ?? items[at].querySelector("a, button"))?.click();
    } else if (at >= 0 && event.key.length === 1) {
      const control = items[at].querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (!control) return;
      event.preventDefault();
      control.click();
    }
  });
}

function setKeys(switches, on) {
  document.documentElement.dataset.keys = on ? "on" : "off";
  localStorage.setItem(KEPT, on ? "on" : "off");
  for (const button of switches) button.setAttribute("aria-pressed", String(on));
}

function go(items, from, to) {
  items[from]?.classList.remove("at");
  const item = items[to];
  if (!item) return;
  item.classList.add("at");
  if (!item.hasAttribute("tabindex")) item.tabIndex = -1;
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

function isTyping(node) {
  return node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName);
}
