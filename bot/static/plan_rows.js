// The rows of a draft as a table, filtered, each with what can be said of it.

import { button, by, cell, element, fact } from "./elements.js";
import { draftNow, onDraft, write } from "./plan_draft.js";
import { editRow } from "./plan_row_editor.js";
import { words } from "./words.js";

const rows = by("rows");

const FILTERS = {
  all: (row) => row.review !== "not_a_task",
  open: (row) => isOpen(row),
  silent: (row) => row.silent,
  changes: (row) => changesOf(row).length > 0,
  aside: (row) => row.review === "not_a_task",
};

let filter = "all";
let onShown = () => {}; // told of the rows that are in sight

/** The ids of the rows that are chosen, to be corrected together. */
export const chosen = new Set();

/** Let one part of the sheet know whenever rows are shown or chosen. */
export function onRows(shown) {
  onShown = shown;
}

onDraft((draft) => {
  document.querySelector("[data-filter=changes]").hidden = !draft.versions.rows;
  if (!draft.versions.rows && filter === "changes") filter = "all";
  showRows();
});

export function showRows() {
  const draft = draftNow();
  for (const button of document.querySelectorAll("[data-filter]")) {
    const count = draft.rows.filter(FILTERS[button.dataset.filter]).length;
    button.querySelector("span").textContent = `(${count})`;
    button.setAttribute("aria-pressed", String(button.dataset.filter === filter));
  }
  const shown = draft.rows.filter(FILTERS[filter]);
  for (const id of chosen) if (!shown.some((row) => row.id === id)) chosen.delete(id);
  const found = [];
  let group = null;
  for (const row of shown) {
    if (row.group && row.group !== group) found.push(groupLine(row.group));
    group = row.group;
    found.push(rowLine(row));
  }
  rows.replaceChildren(...found);
  by("nothing").hidden = shown.length > 0;
  onShown(shown);
}

for (const button of document.querySelectorAll("[data-filter]")) {
  button.addEventListener("click", () => {
    filter = button.dataset.filter;
    chosen.clear();
    showRows();
  });
}

function groupLine(group) {
  const line = element("tr", "group");
  const heading = element("th", "", group);
  heading.colSpan = 6;
  heading.scope = "colgroup";
  line.append(heading);
  return line;
}

function rowLine(row) {
  const line = element("tr", isOpen(row) ? "open" : row.review === "not_a_task" ? "aside" : "");
  line.dataset.row = row.id;
  const cells = [cell("", choice(row)), taskCell(row), ...factCells(row), sourceCell(row)];
  cells[0].className = "choice";
  cells[1].className = "told";
  line.append(...cells);
  return line;
}

function choice(row) {
  const box = element("input");
  box.type = "checkbox";
  box.checked = chosen.has(row.id);
  box.setAttribute("aria-label", `${words.choose_row}: #${row.number}`);
  box.addEventListener("change", () => {
    if (box.checked) chosen.add(row.id);
    else chosen.delete(row.id);
    onShown(draftNow().rows.filter(FILTERS[filter]));
  });
  return box;
}

function taskCell(row) {
  const parts = [element("p", "content")];
  parts[0].append(element("strong", "", `#${row.number}`), " ", ...marked(row.content, row.words));
  if (row.product) {
    const said = element("span", "product", `${words.product}: ${row.product}`);
    parts.push(field(row, "product", words.product, said));
  }
  for (const change of changesOf(row)) parts.push(element("p", "change", change));
  for (const doubt of row.doubts) parts.push(element("p", "doubt", `⚠️ ${doubt}`));
  const said = [row.state, row.last].filter(Boolean).join(" · ");
  if (said) parts.push(element("p", "said", said));
  parts.push(buttons(row));
  return cell("", ...parts);
}

function changesOf(row) {
  return draftNow().versions.rows?.[row.id]?.lines ?? [];
}

function factCells(row) {
  const names = (list) => (list.length ? list : [element("span", "none", words.none)]);
  const until = row.deadline ? row.meaning : element("span", "none", row.meaning);
  return [
    cell(words.lead, field(row, "leads", words.lead, ...names(row.leads))),
    cell(words.helpers, field(row, "coordinating", words.helpers, ...names(row.coordinating))),
    cell(words.deadline, field(row, "deadline", words.deadline, until)),
  ];
}

/** What stands in a field of a row, as its editor knows it by `name`. */
function field(row, name, label, ...lines) {
  const found = fact(`${words.edit}: ${label}`, () => editRow(row, name), ...lines);
  found.disabled = row.review === "not_a_task";
  return found;
}

function sourceCell(row) {
  return cell(words.in_the_source, element("p", "place", row.place), element("p", "raw", row.source));
}

function buttons(row) {
  const box = element("div", "buttons");
  const add = (label, act) => box.append(button(label, act));
  const say = (review) => () => write("rows", { seen: { [row.id]: row.version }, review });
  if (row.review === "not_a_task") {
    add(words.is_a_task, say(null));
    return box;
  }
  add(words.edit, () => editRow(row));
  if (isOpen(row)) {
    add(words.right, say("right"));
    if (row.review !== "later") add(words.later, say("later"));
  }
  add(words.not_a_task, say("not_a_task"));
  return box;
}

/** The text with each doubtful word marked where it stands. */
function marked(text, doubtful) {
  if (!doubtful.length) return [text];
  const wanted = new Set(doubtful);
  return text.split(/(\s+)/).map((part) => {
    const bare = part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    return wanted.has(part) || wanted.has(bare) ? element("mark", "", part) : part;
  });
}

function isOpen(row) {
  const doubtful = row.doubts.length > 0 || row.words.length > 0;
  return doubtful && row.review !== "right" && row.review !== "not_a_task";
}
