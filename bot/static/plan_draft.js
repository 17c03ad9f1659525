// The draft as the server last gave it, and the one way to change it: each correction names the
// version of what was seen. The answer is the whole draft as it then is; a refusal changes nothing.

import { by, element } from "./elements.js";
import { words } from "./words.js";

const PATIENCE = 15_000; // milliseconds until an unanswered correction is taken as lost

const state = by("state");
const refusal = by("refusal");
const followers = []; // the parts of the sheet, told of every draft that comes

let draft = null;

export function draftNow() {
  return draft;
}

/** Let a part of the sheet show each draft that comes; `wrote` says what was just saved, if so. */
export function onDraft(shown) {
  followers.push(shown);
}

export async function load() {
  const answer = await ask(`/plans/${words.plan}/draft`);
  if (answer.draft) show(answer.draft, "");
  else say(answer.refused.why);
}

/** Send a correction; null once it was taken, else why not, and whether somebody was faster. */
export async function write(what, body) {
  state.textContent = words.saving;
  const answer = await ask(`/plans/${words.plan}/${what}`, body);
  if (answer.draft?.ended) return finish(answer.draft.ended);
  if (answer.draft) {
    show(answer.draft, words.saved, what);
    say("");
    return null;
  }
  state.textContent = "";
  if (answer.refused.stale) await load(); // show what somebody else made of it
  say(answer.refused.why);
  return answer.refused;
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
    return { refused: { why: answer.error ?? words.refused, stale: response.status === 409 } };
  } catch {
    return { refused: { why: words.unsaved, stale: false } };
  }
}

function show(found, said, wrote = "") {
  const before = draft;
  draft = found;
  state.textContent = said;
  for (const shown of followers) shown(draft, before, wrote);
}

/** The draft is one no more: what is said of that is all that stays of the sheet. */
function finish(said) {
  state.textContent = "";
  by("several").hidden = true;
  const box = element("section", "card");
  box.append(...said.map((line) => element("p", "", line)));
  document.querySelector("main").replaceChildren(box);
  return null;
}

function say(why) {
  refusal.textContent = why;
  refusal.hidden = !why;
}
