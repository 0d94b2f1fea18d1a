// [data-upload]: a file dropped on the box goes into its file input.
export function startUploads(root) {
  for (const box of root.querySelectorAll("[data-upload]:not([data-ready])")) {
    const input = box.querySelector('input[type="file"]');
    if (!input) continue;
    box.dataset.ready = "";
    for (const name of ["dragover", "dragleave", "drop"]) {
      box.addEventListener(name, (event) => {
        event.preventDefault();
        box.classList.toggle("over", name === "dragover");
      });
    }
    box.addEventListener("drop", (event) => {
      if (!event.dataTransfer?.files.length) return;
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
}
