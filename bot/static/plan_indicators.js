// The indicators of a draft: a second table on its sheet, corrected one at a time.

import { button, by, cell, element, fact } from "./elements.js";
import { draftNow, onDraft, write } from "./plan_draft.js";
import { lineEditor } from "./plan_editor.js";
import { words } from "./words.js";

const box = by("indicators");

const FILTERS = { all: () => true, open: (one) => one.doubts.length > 0 };

let filter = "all";

onDraft((draft) => {
  const all = draft.indicators;
  box.hidden = all.length === 0;
  const open = all.filter(FILTERS.open).length;
  box.querySelector("summary span").textContent = `(${open ? `${all.length}, ⚠️ ${open}` : all.length})`;
  showIndicators();
});

function showIndicators() {
  const all = draftNow().indicators;
  for (const button of box.querySelectorAll("[data-measures]")) {
    const of = button.dataset.measures;
    button.querySelector("span").textContent = `(${all.filter(FILTERS[of]).length})`;
    button.setAttribute("aria-pressed", String(of === filter));
  }
  box.querySelector("tbody").replaceChildren(...all.filter(FILTERS[filter]).map(line));
}

for (const button of box.querySelectorAll("[data-measures]")) {
  button.addEventListener("click", () => {
    filter = button.dataset.measures;
    showIndicators();
  });
}

function line(one) {
  const aside = one.review === "not_a_task";
  const found = element("tr", one.doubts.length ? "open" : aside ? "aside" : "");
  found.dataset.indicator = one.id;
  const name = element("p", "content");
  name.append(element("strong", "", `CT${one.number}`), " ", one.name);
  const doubts = one.doubts.map((why) => element("p", "doubt", `⚠️ ${why}`));
  const said = one.last ? [element("p", "said", one.last)] : [];
  const told = cell("", name, ...doubts, ...said, acts(one));
  told.className = "told";
  const none = () => element("span", "none", words.none);
  found.append(
    told,
    cell(words.unit, field(one, "unit", words.unit, one.unit || none())),
    cell(words.targets, field(one, "targets", words.targets, targets(one) ?? none())),
    cell(words.lead, field(one, "leads", words.lead, ...(one.leads.length ? one.leads : [none()]))),
    cell(words.in_the_source, element("p", "place", one.place), element("p", "raw", one.source)),
  );
  return found;
}

function targets(one) {
  return one.targets ? element("span", "raw lines", one.targets) : null;
}

/** What stands in a field of an indicator, as its editor knows it by `name`. */
function field(one, name, label, ...lines) {
  const act = () => open(one, `CT${one.number}`, name);
  const found = fact(`${words.edit_indicator}: ${label}`, act, ...lines);
  found.disabled = one.review === "not_a_task";
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
