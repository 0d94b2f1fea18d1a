// form[data-offline]: a report is never lost to a dead network.
// Every such form carries an idempotency key, so that the same report sent twice is received once. When the server
// cannot be reached, the fields are kept on this device with the moment of the claim, and sent when it can.
// The server takes `idempotency_key` and `claimed_at`; the receipt time stays the server's own.
import { clock, csrfToken, say, toast } from "./words.js";

const PERSON = document.querySelector('meta[name="person"]').content;
const PING = document.querySelector('link[rel="icon"]').href;
const PING_MS = 4000;
let waitingNote = null;
let sending = false;

// --- the store: one table, one row a kept form ---

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("quantriet", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("outbox", { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function store(mode, act) {
  const db = await open();
  return new Promise((resolve, reject) => {
    const change = db.transaction("outbox", mode);
    const request = act(change.objectStore("outbox"));
    change.oncomplete = () => resolve(request.result);
    change.onerror = change.onabort = () => reject(change.error);
  }).finally(() => db.close());
}

const keep = (row) => store("readwrite", (table) => table.put(row));
const drop = (key) => store("readwrite", (table) => table.delete(key));
const waiting = async () =>
  (await store("readonly", (table) => table.getAll()))
    .filter((row) => row.person === PERSON)
    .sort((a, b) => a.claimed_at.localeCompare(b.claimed_at));

// --- the form ---

function hidden(form, name, value) {
  let input = form.elements.namedItem(name);
  if (!input) {
    input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    form.append(input);
  }
  if (!input.value || name === "claimed_at") input.value = value;
  return input.value;
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function canReach() {
  if (!navigator.onLine) return false;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PING_MS);
  try {
    await fetch(`${PING}?ping`, { method: "HEAD", cache: "no-store", signal: abort.signal });
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function prepare(form) {
  hidden(form, "idempotency_key", newKey());
  let passed = false;
  form.addEventListener("submit", async (event) => {
    if (passed) return;
    event.preventDefault();
    const button = event.submitter;
    const claimed_at = hidden(form, "claimed_at", new Date().toISOString());
    if (await canReach()) {
      passed = true;
      form.requestSubmit(button ?? undefined);
      passed = false;
      return;
    }
    const fields = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
    if (button?.name) fields.push([button.name, button.value]);
    const action = button?.hasAttribute("formaction") ? button.formAction : form.action;
    try {
      await keep({ key: form.elements.idempotency_key.value, person: PERSON, action, page: location.href, fields, claimed_at });
      tellKept(form, claimed_at).scrollIntoView({ block: "center" });
    } catch {
      toast(say("notkept"), { tone: "seal", lasting: true });
    }
  });
}

function tellKept(form, claimed_at) {
  const note = document.createElement("div");
  note.className = "receipt t-amber";
  note.setAttribute("role", "status");
  const line = document.createElement("b");
  line.textContent = say("queued", clock(new Date(claimed_at)));
  note.append(line);
  form.querySelector(".receipt.t-amber")?.remove();
  form.append(note);
  return note;
}

// --- sending ---

async function sendAll() {
  if (sending) return;
  sending = true;
  try {
    for (const row of await waiting()) if (!row.refused && !(await send(row))) break;
    await showWaiting();
  } finally {
    sending = false;
  }
}

/** Answers false when it makes no sense to try the next row now. */
async function send(row) {
  const body = new FormData();
  for (const [name, value] of row.fields) body.append(name, value);
  let answer;
  try {
    const headers = { "X-CSRFToken": csrfToken(), "X-Outbox": "1" };
    answer = await fetch(row.action, { method: "POST", body, headers });
  } catch {
    return false;
  }
  const at = clock(new Date(row.claimed_at));
  const landed = new URL(answer.url);
  if (answer.status === 401 || (answer.redirected && /\/login\/?$/.test(landed.pathname))) {
    toast(say("signin"), { tone: "amber", link: landed.pathname + landed.search });
    return false;
  }
  if (answer.status >= 500 || answer.status === 429) return false;
  if (answer.ok && (answer.redirected || answer.status !== 200)) {
    await drop(row.key);
    for (const form of document.querySelectorAll("form[data-offline]"))
      if (form.elements.idempotency_key?.value === row.key) return location.assign(answer.url), false;
    toast(say("sent", at), { tone: "green", lasting: true });
    return true;
  }
  // The form came back with errors, or the right is gone: a person must look.
  await keep({ ...row, refused: true });
  toast(say("refused", at), { tone: "seal", link: row.page, lasting: true });
  return true;
}

async function showWaiting() {
  const rows = (await waiting()).filter((row) => !row.refused);
  waitingNote?.remove();
  waitingNote = rows.length ? toast(say("waiting", rows.length), { tone: "amber", lasting: true }) : null;
}

function look() {
  const files = performance.getEntriesByType("resource").map((entry) => entry.name);
  return files.filter((file) => file.startsWith(location.origin) && new URL(file).pathname.startsWith("/static/"));
}

/** A form opened again says that a copy of it still waits on this device. */
async function remind(form) {
  const kept = (await waiting()).find((row) => !row.refused && row.page === location.href);
  if (kept) tellKept(form, kept.claimed_at);
}

for (const form of document.querySelectorAll("form[data-offline]")) {
  prepare(form);
  remind(form);
}
// Signing out on a shared machine takes the kept pages away; kept reports stay until their owner signs in again.
for (const form of document.querySelectorAll("form[data-signout]"))
  form.addEventListener("submit", () => navigator.serviceWorker?.controller?.postMessage({ forget: true }));
if (document.querySelector("form[data-offline], [data-keep-offline]"))
  navigator.serviceWorker?.ready.then((worker) => worker.active?.postMessage({ keep: location.href, person: PERSON, look: look() }));
addEventListener("online", sendAll);
setInterval(sendAll, 60000);
sendAll();
