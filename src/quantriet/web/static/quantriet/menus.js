// Small comforts of the frame: Escape and a click outside close menus; the switch of light and dark; printing.
export function startMenus() {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (location.hash === "#menu") location.hash = "#main";
    for (const open of document.querySelectorAll("details.who[open]")) {
      open.open = false;
      open.querySelector("summary")?.focus();
    }
  });
  document.addEventListener("click", (event) => {
    for (const open of document.querySelectorAll("details.who[open]")) if (!open.contains(event.target)) open.open = false;
    if (event.target.closest("[data-print]")) print();
  });
  for (const button of document.querySelectorAll("[data-theme-switch]")) {
    button.hidden = false;
    button.addEventListener("click", switchTheme);
  }
  for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
}

function switchTheme() {
  const root = document.documentElement;
  const now = root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  root.dataset.theme = now === "dark" ? "light" : "dark";
  document.cookie = `theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax`;
}
