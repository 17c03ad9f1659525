// A draft's sheet: shows its rows, and sends each correction with the version of what was seen.
// The server answers with the whole draft as it then is; a refusal leaves the sheet as it was.

import { words } from "./words.js";

const by = (id) => document.getElementById(id);
const rows = by("rows");
const state = by("state");
const refusal = by("refusal");
const head = by("head");
const headFields = ["number", "issued_on", "issuer", "title", "reporting"];
const several = by("several");
const editor = by("editor");

const PATIENCE = 15_000; // milliseconds until an unanswered correction is taken as lost
const FILTERS = {
  all: (row) => row.review !== "not_a_task",
  open: (row) => isOpen(row),
  silent: (row) => row.silent,
  changes: (row) => changesOf(row).length > 0,
  aside: (row) => row.review === "not_a_task",
};

let draft = null;
let filter = "all";
const followers = []; // other parts of the sheet, told of every draft that is shown
let edited = null; // the row in the editor, as it was when it was opened
const chosen = new Set();

// Talking with the server

async function load() {
  const answer = await ask(`/plans/${words.plan}/draft`);
  if (answer.draft) show(answer.draft, "");
  else refuse(answer.error);
}

/** Let another part of the sheet show each draft that comes. */
export function onDraft(shown) {
  followers.push(shown);
  if (draft) shown(draft);
}

export function draftNow() {
  return draft;
}

/** Send a correction; the reason why it was not taken, or nothing. */
export async function write(what, body) {
  state.textContent = words.saving;
  const answer = await ask(`/plans/${words.plan}/${what}`, body);
  if (answer.draft?.ended) return finish(answer.draft.ended);
  if (answer.draft) {
    show(answer.draft, words.saved, what === "head");
    refuse("");
    return null;
  }
  state.textContent = "";
  if (answer.stale) await load(); // somebody else was faster: show what they made of it
  refuse(answer.error);
  return answer.error;
}

async function ask(path, body) {
  try {
    const response = await fetch(path, {
      method: body ? "POST" : "GET",
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const answer = await response.json().catch(() => ({}));
    if (response.ok) return { draft: answer };
    return { error: answer.error ?? words.refused, stale: response.status === 409 };
  } catch {
    return { error: words.unsaved };
  }
}

/** The draft is one no more: what is said of that is all that stays of the sheet. */
function finish(said) {
  state.textContent = "";
  several.hidden = true;
  const box = element("section", "card");
  box.append(...said.map((line) => element("p", "", line)));
  document.querySelector("main").replaceChildren(box);
  return null;
}

function refuse(why) {
  refusal.textContent = why;
  refusal.hidden = !why;
}

// Showing the draft

/** Show a draft; what is typed of the plan's own fields stays until they are `saved`. */
function show(found, said, saved = false) {
  const typed = (name) => draft && !saved && head.elements[name].value !== draft.head[name];
  const shown = headFields.filter((name) => !typed(name));
  draft = found;
  state.textContent = said;
  for (const name of shown) head.elements[name].value = draft.head[name];
  by("day-doubt").hidden = !draft.head.doubtful;
  by("summary").replaceChildren(...draft.summary.map((line) => element("p", "", line)));
  by("agencies").replaceChildren(...draft.agencies.map((name) => new Option("", name)));
  showVersions();
  showLeftovers();
  showRows();
  for (const shown of followers) shown(draft);
}

/** The plan that this draft amends, or is like: what is said of it, and what can be pressed. */
function showVersions() {
  const box = by("versions");
  const { said, like, newer, own, removed = [] } = draft.versions;
  box.hidden = !said;
  box.querySelector("p").textContent = said ?? "";
  const button = box.querySelector("button");
  button.textContent = newer ?? own ?? "";
  button.onclick = () => write("amends", { plan: like ?? null });
  const gone = box.querySelector("details");
  gone.hidden = removed.length === 0;
  gone.querySelector("span").textContent = `(${removed.length})`;
  gone.querySelector("ul").replaceChildren(...removed.map((line) => element("li", "", line)));
  document.querySelector("[data-filter=changes]").hidden = !draft.versions.rows;
  if (!draft.versions.rows && filter === "changes") filter = "all";
}

function changesOf(row) {
  return draft.versions.rows?.[row.id]?.lines ?? [];
}

function showLeftovers() {
  const box = by("leftovers");
  box.hidden = draft.leftovers.length === 0;
  box.querySelector("span").textContent = `(${draft.leftovers.length})`;
  const lines = draft.leftovers.map((left) => {
    const line = element("li", "", left.text);
    line.prepend(element("span", "place", left.place), " ");
    return line;
  });
  box.querySelector("ul").replaceChildren(...lines);
}

function showRows() {
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
  showChosen();
}

function groupLine(group) {
  const line = element("tr", "group");
  const cell = element("th", "", group);
  cell.colSpan = 6;
  cell.scope = "colgroup";
  line.append(cell);
  return line;
}

function rowLine(row) {
  const line = element("tr", isOpen(row) ? "open" : row.review === "not_a_task" ? "aside" : "");
  line.dataset.row = row.id;
  const box = element("input");
  box.type = "checkbox";
  box.checked = chosen.has(row.id);
  box.setAttribute("aria-label", `${words.choose_row}: #${row.number}`);
  box.addEventListener("change", () => {
    if (box.checked) chosen.add(row.id);
    else chosen.delete(row.id);
    showChosen();
  });
  line.append(cell("", box), taskCell(row), ...factCells(row), sourceCell(row));
  return line;
}

function taskCell(row) {
  const parts = [element("p", "content")];
  parts[0].append(element("strong", "", `#${row.number}`), " ", ...marked(row.content, row.words));
  if (row.product) parts.push(element("p", "product", `${words.product}: ${row.product}`));
  for (const change of changesOf(row)) parts.push(element("p", "change", change));
  for (const doubt of row.doubts) parts.push(element("p", "doubt", `⚠️ ${doubt}`));
  const said = [row.state, row.last].filter(Boolean).join(" · ");
  if (said) parts.push(element("p", "said", said));
  parts.push(buttons(row));
  return cell("", ...parts);
}

function factCells(row) {
  const names = (list) =>
    list.length ? list.map((name) => element("p", "", name)) : [element("p", "none", words.none)];
  const until = [element("p", "", row.deadline || "")];
  if (row.meaning !== row.deadline) until.push(element("p", "meaning", row.meaning));
  return [
    cell(words.lead, ...names(row.leads)),
    cell(words.helpers, ...names(row.coordinating)),
    cell(words.deadline, ...until),
  ];
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
  add(words.edit, () => edit(row));
  if (isOpen(row)) {
    add(words.right, say("right"));
    if (row.review !== "later") add(words.later, say("later"));
  }
  add(words.not_a_task, say("not_a_task"));
  return box;
}

export function button(label, act) {
  const found = element("button", "", label);
  found.type = "button";
  found.addEventListener("click", act);
  return found;
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

export function cell(label, ...parts) {
  const found = element("td");
  if (label) found.dataset.label = label;
  found.append(...parts);
  return found;
}

export function element(tag, name = "", text = "") {
  const found = document.createElement(tag);
  if (name) found.className = name;
  if (text) found.textContent = text;
  return found;
}

// Correcting one row, several, or the plan's own fields

function edit(row) {
  edited = row;
  const fields = editor.querySelector("form").elements;
  editor.querySelector("h2").textContent = `#${row.number}`;
  fields.content.value = row.content;
  fields.leads.value = row.leads.join("; ");
  fields.coordinating.value = row.coordinating.join("; ");
  fields.deadline.value = row.deadline;
  fields.product.value = row.product;
  editor.querySelector(".source").textContent = [row.place, row.source].filter(Boolean).join(": ");
  offerPairs(row, fields.pair);
  blame(editor, "");
  editor.showModal();
}

/** The followed tasks that a row of a newer version may go on as; none where it amends no plan. */
function offerPairs(row, select) {
  const { numbers = [], rows = {} } = draft.versions;
  editor.querySelector(".pair").hidden = numbers.length === 0;
  const offered = numbers.map((one) => new Option(`#${one.number} ${one.words}`, one.number));
  select.replaceChildren(new Option(words.new_task, ""), ...offered);
  select.value = rows[row.id]?.number ?? "";
  select.dataset.was = select.value;
}

/** Says in an editor why it was refused, and offers to insist; empty words take both away. */
export function blame(editor, why) {
  const box = editor.querySelector(".refusal");
  box.textContent = why;
  box.hidden = !why;
  editor.querySelector(".insist").hidden = !why;
}

editor.querySelector("form").addEventListener("submit", async (event) => {
  const how = event.submitter?.value;
  if (how === "cancel") return;
  event.preventDefault();
  const fields = event.target.elements;
  const change = { insist: how === "insist" };
  for (const name of ["content", "product", "deadline"]) {
    if (fields[name].value !== edited[name]) change[name] = fields[name].value;
  }
  for (const name of ["leads", "coordinating"]) {
    const list = names(fields[name].value);
    if (list.join(";") !== edited[name].join(";")) change[name] = list;
  }
  const why = (await saveFields(change)) ?? (await savePair(fields.pair));
  if (!why) return editor.close();
  const now = draft.rows.find((row) => row.id === edited.id);
  if (now && now.version !== edited.version) edited = now; // what is typed stays, over their change
  blame(editor, why);
});

async function saveFields(change) {
  if (Object.keys(change).length === 1) return null;
  const why = await write("rows", { seen: { [edited.id]: edited.version }, edit: change });
  if (!why) edited = draft.rows.find((row) => row.id === edited.id) ?? edited;
  return why;
}

async function savePair(select) {
  if (select.value === select.dataset.was) return null;
  const number = select.value ? Number(select.value) : null;
  return write("pairs", { row: edited.id, seen: edited.version, number });
}

export function names(text) {
  return text.split(";").map((name) => name.trim()).filter(Boolean);
}

function showChosen() {
  several.hidden = chosen.size === 0;
  by("count").textContent = chosen.size;
  const boxes = rows.querySelectorAll("input[type=checkbox]");
  by("all").checked = boxes.length > 0 && chosen.size === boxes.length;
}

function seen() {
  const found = draft.rows.filter((row) => chosen.has(row.id));
  return Object.fromEntries(found.map((row) => [row.id, row.version]));
}

by("all").addEventListener("change", (event) => {
  for (const line of rows.querySelectorAll("[data-row]")) {
    if (event.target.checked) chosen.add(Number(line.dataset.row));
    else chosen.delete(Number(line.dataset.row));
  }
  showRows();
});

several.addEventListener("submit", async (event) => {
  event.preventDefault();
  const change = {};
  for (const name of ["leads", "coordinating"]) {
    const list = names(several.elements[name].value);
    if (list.length) change[name] = list;
  }
  if (several.elements.deadline.value.trim()) change.deadline = several.elements.deadline.value;
  if (Object.keys(change).length && !(await write("rows", { seen: seen(), edit: change }))) {
    several.reset();
    chosen.clear();
    showRows();
  }
});

for (const button of several.querySelectorAll("[data-review]")) {
  button.addEventListener("click", async () => {
    const refused = await write("rows", { seen: seen(), review: button.dataset.review });
    if (!refused) chosen.clear();
    showRows();
  });
}

head.addEventListener("submit", (event) => {
  event.preventDefault();
  const change = {};
  for (const name of headFields) {
    if (head.elements[name].value !== draft.head[name]) change[name] = head.elements[name].value;
  }
  if (draft.head.doubtful && head.elements.issued_on.value) {
    change.issued_on = head.elements.issued_on.value;
  }
  if (!change.issued_on) delete change.issued_on;
  if (Object.keys(change).length) write("head", { seen: draft.head.version, head: change });
});

for (const button of document.querySelectorAll("[data-filter]")) {
  button.addEventListener("click", () => {
    filter = button.dataset.filter;
    chosen.clear();
    showRows();
  });
}

load();
