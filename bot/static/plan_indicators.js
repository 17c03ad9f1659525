// The indicators of a draft: a second table on its sheet, corrected one at a time.

import { button, by, cell, element } from "./elements.js";
import { draftNow, onDraft, write } from "./plan_draft.js";
import { lineEditor } from "./plan_editor.js";
import { words } from "./words.js";

const box = by("indicators");

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
  buttons.append(button(words.edit_indicator, () => open(one, `CT${one.number}`)));
  if (one.doubts.length) {
    buttons.append(button(words.right, say("right")));
    if (!one.review) buttons.append(button(words.later, say("later")));
  }
  buttons.append(button(words.not_an_indicator, say("not_a_task")));
  return buttons;
}

const open = lineEditor(by("measure"), {
  texts: ["name", "unit", "targets"],
  lists: ["leads"],
  post: async (one, change, insist) => {
    if (Object.keys(change).length === 0) return null;
    const edit = { ...change, insist };
    return write("indicators", { indicator: one.id, seen: one.version, edit });
  },
  now: (one) => draftNow().indicators.find((other) => other.id === one.id),
});
