// Loads what every page needs; each module does nothing on a page that does not ask for it.
// Without any of this the pages still work.
import "./htmx-setup.js";
import { startAutosave } from "./autosave.js";
import { startCountdown } from "./countdown.js";
import { startDialogs } from "./dialogs.js";
import { startKeys } from "./keys.js";
import { startMenus } from "./menus.js";
import { startSpans } from "./spans.js";
import { startSteppers } from "./steppers.js";
import { startUploads } from "./uploads.js";

function start(root) {
  startSteppers(root);
  startAutosave(root);
  startDialogs(root);
  startUploads(root);
  startSpans(root);
}

start(document);
startCountdown();
startKeys();
startMenus();
document.querySelector("[data-focus]")?.focus();
document.addEventListener("htmx:load", (event) => {
  if (event.target !== document.body) start(event.target.parentElement ?? document);
});

// The queue of unsent forms and the offline cache are fetched only where the browser can hold them.
const outbox = document.querySelector("script[data-outbox]")?.dataset.outbox;
if (outbox && "indexedDB" in window && document.querySelector('meta[name="person"]')?.content) import(outbox);
if ("serviceWorker" in navigator && window.isSecureContext) navigator.serviceWorker.register("/sw.js").catch(() => {});
