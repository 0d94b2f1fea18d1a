// Served at /sw.js. Keeps the look of the product and the forms last opened, so that a form opens without a network.
// Pages: network first, the kept copy only when the network fails. Never touches a POST; never keeps a page that did
// not ask for it (form[data-offline] or [data-keep-offline]), for other people use this machine too.
const LOOK = "quantriet-look-1";
const PAGES = "quantriet-pages-1";
const OFFLINE = "/offline/";
const OWNER = "/owner-of-kept-pages";
const KEPT_PAGES = 12;
const WAIT_MS = 6000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldCaches().then(() => self.clients.claim()));
});
self.addEventListener("message", (event) => {
  if (event.data?.keep) event.waitUntil(Promise.all([keepPage(event.data.keep, event.data.person), keepLook(event.data.look)]));
  if (event.data?.forget) event.waitUntil(caches.delete(PAGES));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || url.search === "?ping") return;
  if (request.mode === "navigate") event.respondWith(openPage(request));
  else if (url.pathname.startsWith("/static/")) event.respondWith(openLook(request));
});

async function keepOfflinePage() {
  const answer = await fetch(OFFLINE, { cache: "no-store", credentials: "omit" });
  if (!answer.ok) return;
  const look = await caches.open(LOOK);
  const html = await answer.clone().text();
  await look.put(OFFLINE, answer);
  const files = [...html.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map((match) => match[1]);
  await Promise.allSettled(files.map((file) => look.add(file)));
}

async function dropOldCaches() {
  for (const name of await caches.keys()) if (name.startsWith("quantriet-") && name !== LOOK && name !== PAGES) await caches.delete(name);
}

async function keepPage(url, person) {
  if (new URL(url).origin !== location.origin) return;
  const answer = await fetch(url, { credentials: "same-origin" });
  if (!answer.ok || answer.redirected) return;
  // Another person at the same machine must not open the pages of the one before.
  const owner = await caches.match(OWNER);
  if (owner && (await owner.text()) !== person) await caches.delete(PAGES);
  const pages = await caches.open(PAGES);
  await pages.put(OWNER, new Response(person));
  await pages.delete(url, { ignoreVary: true });
  await pages.put(url, answer);
  const kept = (await pages.keys()).filter((page) => !page.url.endsWith(OWNER));
  for (const old of kept.slice(0, Math.max(0, kept.length - KEPT_PAGES))) await pages.delete(old, { ignoreVary: true });
}

// The first visit loads its files before this worker stands between; they are fetched again, mostly from the browser's own store.
async function keepLook(files = []) {
  const look = await caches.open(LOOK);
  const missing = [];
  for (const file of files) if (!(await look.match(file, { ignoreVary: true }))) missing.push(file);
  await Promise.allSettled(missing.map((file) => look.add(file)));
}

async function openPage(request) {
  // Vary names headers that a worker cannot see; the owner of the pages is kept apart instead.
  const kept = await (await caches.open(PAGES)).match(request, { ignoreVary: true });
  try {
    return await within(kept ? WAIT_MS : 0, fetch(request));
  } catch {
    return kept ?? (await caches.match(OFFLINE)) ?? Response.error();
  }
}

// With a kept copy at hand a stuck network is not waited for; without one, the browser's own patience holds.
function within(ms, promise) {
  if (!ms) return promise;
  return Promise.race([promise, new Promise((_, reject) => setTimeout(reject, ms, new Error("slow")))]);
}

// A file whose name carries its hash never changes; any other is asked for first.
async function openLook(request) {
  const look = await caches.open(LOOK);
  const kept = await look.match(request, { ignoreVary: true });
  if (kept && /\.[0-9a-f]{12}\./.test(request.url)) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok) await look.put(request, answer.clone());
    return answer;
  } catch {
    return kept ?? Response.error();
  }
}
