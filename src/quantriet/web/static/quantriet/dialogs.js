// [data-dialog=ID] opens <dialog id=ID>; without scripts it is a link or a submit button that does the same on a page.
export function startDialogs(root) {
  for (const opener of root.querySelectorAll("[data-dialog]:not([data-ready])")) {
    const dialog = document.getElementById(opener.dataset.dialog);
    if (!dialog?.showModal) continue;
    opener.dataset.ready = "";
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      dialog.showModal();
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
  }
}
