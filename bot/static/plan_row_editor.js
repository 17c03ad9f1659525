// The editor of a draft's row, and which followed task the row goes on as.

import { by } from "./elements.js";
import { draftNow, write } from "./plan_draft.js";
import { lineEditor } from "./plan_editor.js";
import { words } from "./words.js";

const box = by("editor");
const pair = box.querySelector("form").elements.pair;

const now = (row) => draftNow().rows.find((one) => one.id === row.id);

const open = lineEditor(box, {
  texts: ["content", "product", "deadline"],
  lists: ["leads", "coordinating"],
  post: save,
  now,
});

/** Show the editor of a row, with `field` ready to be typed over where one is named. */
export function editRow(row, field = "") {
  box.querySelector(".source").textContent = [row.place, row.source].filter(Boolean).join(": ");
  offerPairs(row);
  open(row, `#${row.number}`, field);
}

/** The followed tasks that a row of a newer version may go on as; none where it amends no plan. */
function offerPairs(row) {
  const { numbers = [], rows = {} } = draftNow().versions;
  box.querySelector(".pair").hidden = numbers.length === 0;
  const offered = numbers.map((one) => new Option(`#${one.number} ${one.words}`, one.number));
  pair.replaceChildren(new Option(words.new_task, ""), ...offered);
  pair.value = rows[row.id]?.number ?? "";
  pair.dataset.was = pair.value;
}

async function save(row, change, insist) {
  const typed = Object.keys(change).length > 0;
  if (typed) {
    const seen = { [row.id]: row.version };
    const refused = await write("rows", { seen, edit: { ...change, insist } });
    if (refused) return refused;
  }
  if (pair.value === pair.dataset.was) return null;
  const seen = typed ? now(row).version : row.version; // what was typed made another version
  const number = pair.value ? Number(pair.value) : null;
  const refused = await write("pairs", { row: row.id, seen, number });
  if (!refused) pair.dataset.was = pair.value;
  return refused;
}
