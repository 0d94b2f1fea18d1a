// htmx: the CSRF header on every request that writes, and words when the server cannot be reached.
import { csrfToken, say, toast } from "./words.js";

document.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.verb !== "get") event.detail.headers["X-CSRFToken"] = csrfToken();
});
document.addEventListener("htmx:sendError", () => toast(say("failed"), { tone: "seal" }));
// A form that comes back with its errors (422) is shown like any other answer.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 422) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});
