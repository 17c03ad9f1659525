// The lines of a draft's annexes that ended in no task.

import { by, element } from "./elements.js";
import { onDraft } from "./plan_draft.js";

const box = by("leftovers");

onDraft((draft) => {
  box.hidden = draft.leftovers.length === 0;
  box.querySelector("span").textContent = `(${draft.leftovers.length})`;
  const lines = draft.leftovers.map((left) => {
    const line = element("li", "", left.text);
    line.prepend(element("span", "place", left.place), " ");
    return line;
  });
  box.querySelector("ul").replaceChildren(...lines);
});
