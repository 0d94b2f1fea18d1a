// [data-due=ISO]: the time left in words, by the minute. The page's own clock comes from the server (header of the
// shell), so that a phone with a wrong clock still shows the right time left.
import { say } from "./words.js";

const SOON_MS = 3600e3;

export function startCountdown() {
  const face = document.querySelector(".clock time");
  const served = Date.parse(face?.dateTime ?? "");
  const skew = Number.isNaN(served) ? 0 : served - Date.now();
  const tick = () => {
    const now = Date.now() + skew;
    for (const node of document.querySelectorAll("[data-due]")) show(node, Date.parse(node.dataset.due) - now);
    if (face) turn(face, now);
  };
  setInterval(tick, 15000);
}

function show(node, left) {
  const text = words(left);
  if (node.textContent === text) return;
  node.textContent = text;
  node.classList.remove("t-seal", "t-amber", "t-nil");
  node.classList.add(left <= 0 ? "t-seal" : left <= SOON_MS ? "t-amber" : "t-nil");
}

function words(left) {
  if (Math.abs(left) < 60e3) return left <= 0 ? say("just") : say("last");
  return left <= 0 ? say("overdue", span(-left)) : say("left", span(left));
}

// The hands of the shell's clock, in the agency's own zone: the offset is the one that the server wrote.
function turn(face, now) {
  const zone = face.dateTime.match(/([+-])(\d\d):(\d\d)$/);
  if (!zone) return;
  const offset = (zone[1] === "-" ? -1 : 1) * (zone[2] * 60 + Number(zone[3])) * 60000;
  const [date, time] = new Date(now + offset).toISOString().split("T");
  const [year, month, day] = date.split("-").map(Number);
  face.textContent = `${day}/${month}/${year} · ${time.slice(0, 5)}`;
}

// The same words as wording.render_span: the two largest units, never rounded up.
export function span(ms) {
  const minutes = Math.floor(ms / 60000);
  const days = Math.floor(minutes / 1440);
  if (days) return say("days", days);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = hours ? [say("hours", hours)] : [];
  if (rest || !hours) parts.push(say("minutes", rest));
  return parts.join(" ");
}
