// [data-stepper] around a number input: a − and a + button, never below min nor above max.
import { say } from "./words.js";

export function startSteppers(root) {
  for (const box of root.querySelectorAll("[data-stepper]:not([data-ready])")) {
    const input = box.querySelector('input[type="number"]');
    if (!input || input.disabled || input.readOnly) continue;
    box.dataset.ready = "";
    const name = input.labels?.[0]?.textContent.trim() ?? "";
    input.before(makeButton("−", `${say("less")}: ${name}`, () => step(input, -1)));
    input.after(makeButton("+", `${say("more")}: ${name}`, () => step(input, 1)));
    input.addEventListener("focus", () => input.select());
  }
}

function makeButton(sign, label, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = sign;
  button.setAttribute("aria-label", label);
  button.addEventListener("click", act);
  return button;
}

function step(input, by) {
  const low = input.min === "" ? -Infinity : Number(input.min);
  const high = input.max === "" ? Infinity : Number(input.max);
  input.value = Math.min(high, Math.max(low, Number(input.value || 0) + by * Number(input.step > 0 ? input.step : 1)));
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}
