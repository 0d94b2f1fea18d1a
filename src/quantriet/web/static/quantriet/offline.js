// The page for a dead network names the forms that open all the same: the ones that the worker keeps (sw.js).
const box = document.querySelector("[data-kept-pages]");
const cache = await caches.open("quantriet-pages-1");
for (const request of await cache.keys()) {
  const answer = await cache.match(request, { ignoreVary: true });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!page.title) continue;
  const link = document.createElement("a");
  link.href = request.url;
  link.textContent = page.title.split(" · ")[0];
  const line = document.createElement("li");
  line.append(link);
  box.querySelector("ul").append(line);
  box.hidden = false;
}
