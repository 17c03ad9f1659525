// The indicators of a draft: a second table on its sheet, corrected one at a time.

import { blame, button, cell, draftNow, element, names, onDraft, write } from "./plan.js";
import { words } from "./words.js";

const box = document.getElementById("indicators");
const editor = document.getElementById("measure");
let edited = null; // the indicator in the editor, as it was when it was opened

onDraft((draft) => {
  box.hidden = draft.indicators.length === 0;
  const open = draft.indicators.filter((one) => one.doubts.length > 0).length;
  const counts = open ? `${draft.indicators.length}, ⚠️ ${open}` : draft.indicators.length;
  box.querySelector("summary span").textContent = `(${counts})`;
  box.querySelector("tbody").replaceChildren(...draft.indicators.map(line));
});

function line(one) {
  const aside = one.review === "not_a_task";
  const found = element("tr", one.doubts.length ? "open" : aside ? "aside" : "");
  found.dataset.indicator = one.id;
  const name = element("p", "content");
  name.append(element("strong", "", `CT${one.number}`), " ", one.name);
  const said = one.last ? [element("p", "said", one.last)] : [];
  found.append(
    cell("", name, ...one.doubts.map((why) => element("p", "doubt", `⚠️ ${why}`)), ...said, acts(one)),
    cell(words.unit, one.unit || element("p", "said", words.none)),
    cell(words.targets, element("p", "raw lines", one.targets || words.none)),
    cell(words.lead, ...(one.leads.length ? one.leads : [words.none]).map((of) => element("p", "", of))),
    cell(words.in_the_source, element("p", "place", one.place), element("p", "raw", one.source)),
  );
  return found;
}

function acts(one) {
  const buttons = element("div", "buttons");
  const say = (review) => () =>
    write("indicators", { indicator: one.id, seen: one.version, review });
  if (one.review === "not_a_task") {
    buttons.append(button(words.is_an_indicator, say(null)));
    return buttons;
  }
  buttons.append(button(words.edit_indicator, () => edit(one)));
  if (one.doubts.length) {
    buttons.append(button(words.right, say("right")));
    if (!one.review) buttons.append(button(words.later, say("later")));
  }
  buttons.append(button(words.not_an_indicator, say("not_a_task")));
  return buttons;
}

function edit(one) {
  edited = one;
  const fields = editor.querySelector("form").elements;
  editor.querySelector("h2").textContent = `CT${one.number}`;
  for (const name of ["name", "unit", "targets"]) fields[name].value = one[name];
  fields.leads.value = one.leads.join("; ");
  blame(editor, "");
  editor.showModal();
}

editor.querySelector("form").addEventListener("submit", async (event) => {
  const how = event.submitter?.value;
  if (how === "cancel") return;
  event.preventDefault();
  const fields = event.target.elements;
  const change = { insist: how === "insist" };
  for (const name of ["name", "unit", "targets"]) {
    if (fields[name].value !== edited[name]) change[name] = fields[name].value;
  }
  const leads = names(fields.leads.value);
  if (leads.join(";") !== edited.leads.join(";")) change.leads = leads;
  if (Object.keys(change).length === 1) return editor.close();
  const why = await write("indicators", {
    indicator: edited.id,
    seen: edited.version,
    edit: change,
  });
  if (!why) return editor.close();
  // What is typed stays, over what somebody else made of it meanwhile.
  edited = draftNow().indicators.find((one) => one.id === edited.id) ?? edited;
  blame(editor, why);
});
