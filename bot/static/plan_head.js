// The head of a draft's sheet: the plan's own fields, what the draft amounts to, the plan it amends.

import { by, element } from "./elements.js";
import { draftNow, onDraft, write } from "./plan_draft.js";

const head = by("head");
const FIELDS = ["number", "issued_on", "issuer", "title", "reporting"];

/** What is typed of the plan's own fields stays until they are saved. */
onDraft((draft, before, wrote) => {
  for (const name of FIELDS) {
    const field = head.elements[name];
    const typed = before && wrote !== "head" && field.value !== before.head[name];
    if (!typed) field.value = draft.head[name];
  }
  by("day-doubt").hidden = !draft.head.doubtful;
  by("summary").replaceChildren(...draft.summary.map((line) => element("p", "", line)));
  by("agencies").replaceChildren(...draft.agencies.map((name) => new Option("", name)));
  showVersions(draft.versions);
});

head.addEventListener("submit", (event) => {
  event.preventDefault();
  const shown = draftNow().head;
  const change = {};
  for (const name of FIELDS) {
    if (head.elements[name].value !== shown[name]) change[name] = head.elements[name].value;
  }
  if (shown.doubtful) change.issued_on = head.elements.issued_on.value;
  if (!change.issued_on) delete change.issued_on;
  if (Object.keys(change).length) write("head", { seen: shown.version, head: change });
});

/** The plan that this draft amends, or is like: what is said of it, and what can be pressed. */
function showVersions({ said, like, newer, own, removed = [] }) {
  const box = by("versions");
  box.hidden = !said;
  box.querySelector("p").textContent = said ?? "";
  const button = box.querySelector("button");
  button.textContent = newer ?? own ?? "";
  button.onclick = () => write("amends", { plan: like ?? null });
  const gone = box.querySelector("details");
  gone.hidden = removed.length === 0;
  gone.querySelector("span").textContent = `(${removed.length})`;
  gone.querySelector("ul").replaceChildren(...removed.map((line) => element("li", "", line)));
}
