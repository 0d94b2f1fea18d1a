// The sentences of the scripts come from the page, so that they follow its language.
const node = document.getElementById("words");
const words = node ? JSON.parse(node.textContent) : {};

export function say(key, ...values) {
  return values.reduce((text, value) => text.replace("%s", value), words[key] ?? key);
}

export function clock(date = new Date()) {
  return date.toTimeString().slice(0, 5);
}

export function toast(text, { tone = "blue", link = null, lasting = false } = {}) {
  const box = document.createElement("div");
  box.className = `note t-${tone}`;
  const line = document.createElement("div");
  line.className = "grow";
  line.textContent = text;
  if (link) {
    const open = document.createElement("a");
    open.href = link;
    open.textContent = say("open");
    line.append(" ", open);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.className = "link-btn small";
  close.textContent = say("close");
  close.addEventListener("click", () => box.remove());
  box.append(line, close);
  document.getElementById("toasts")?.append(box);
  if (!lasting) setTimeout(() => box.remove(), 8000);
  return box;
}

// The secret in the cookie outlives the page; the token of a cached page may not.
export function csrfToken() {
  const cookie = document.cookie.match(/(?:^|;\s*)(?:__Host-)?csrftoken=([^;]+)/);
  return cookie ? decodeURIComponent(cookie[1]) : (document.querySelector('meta[name="csrf-token"]')?.content ?? "");
}
