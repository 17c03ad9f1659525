// Several rows of a draft chosen and corrected together.

import { by } from "./elements.js";
import { draftNow, write } from "./plan_draft.js";
import { names } from "./plan_editor.js";
import { chosen, onRows, showRows } from "./plan_rows.js";

const several = by("several");
const all = by("all");
const insist = several.querySelector(".insist"); // what is doubtful alone can be kept all the same

let shown = [];

onRows((rows) => {
  shown = rows;
  several.hidden = chosen.size === 0;
  by("count").textContent = chosen.size;
  all.checked = rows.length > 0 && chosen.size === rows.length;
});

all.addEventListener("change", () => {
  chosen.clear();
  if (all.checked) for (const row of shown) chosen.add(row.id);
  showRows();
});

/** The versions of the chosen rows as they are shown. */
function seen() {
  const found = draftNow().rows.filter((row) => chosen.has(row.id));
  return Object.fromEntries(found.map((row) => [row.id, row.version]));
}

several.addEventListener("submit", async (event) => {
  event.preventDefault();
  const change = {};
  for (const name of ["leads", "coordinating"]) {
    const list = names(several.elements[name].value);
    if (list.length) change[name] = list;
  }
  if (several.elements.deadline.value.trim()) change.deadline = several.elements.deadline.value;
  if (Object.keys(change).length === 0) return;
  change.insist = event.submitter === insist;
  const refused = await write("rows", { seen: seen(), edit: change });
  insist.hidden = !refused || refused.stale;
  if (refused) return;
  several.reset();
  chosen.clear();
  showRows();
});

several.addEventListener("input", () => {
  insist.hidden = true; // what was refused is not what stands there now
});

for (const button of several.querySelectorAll("[data-review]")) {
  button.addEventListener("click", async () => {
    const refused = await write("rows", { seen: seen(), review: button.dataset.review });
    if (refused) return;
    chosen.clear();
    showRows();
  });
}
