"use strict";
(() => {
  const root = document.documentElement;
  // All places that name what the pointer or the focus is on light up.
  const light = (at) => {
    const of = at instanceof Element ? at.closest("[data-e]") : null;
    for (const e of document.querySelectorAll("[data-e].lit")) e.classList.remove("lit");
    if (of) for (const e of document.querySelectorAll(`[data-e="${of.dataset.e}"]`)) e.classList.add("lit");
  };
  // Escape closes a card until another mark is pointed at or stepped to.
  const open = (event) => {
    light(event.target);
    if (event.target instanceof Element && !event.target.closest(".card")) root.classList.remove("quiet");
  };
  document.addEventListener("pointerover", open);
  document.addEventListener("focusin", open);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") root.classList.add("quiet");
  });
  // A finger cannot point: its first touch of a mark opens the card, its second follows the link.
  let touched = null;
  document.addEventListener("click", (event) => {
    const mark = event.target instanceof Element ? event.target.closest(".w > a") : null;
    if (mark && mark !== touched && matchMedia("(hover: none)").matches) event.preventDefault();
    for (const w of document.querySelectorAll(".w.open")) w.classList.remove("open");
    if (mark && mark !== touched) mark.parentElement.classList.add("open");
    touched = mark === touched ? null : mark;
  });
})();
