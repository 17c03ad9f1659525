// The two ends of a draft: followed, or thrown away. Either is asked once more where that matters.

import { by } from "./elements.js";
import { draftNow, write } from "./plan_draft.js";

const anyway = by("anyway");
const throwAway = by("throw-away");

by("follow").addEventListener("click", () => {
  const draft = draftNow();
  const unsaid = Boolean(draft.versions.like);
  const measures = draft.indicators.filter((one) => one.doubts.length > 0).length;
  if (draft.open === 0 && measures === 0 && !unsaid) return write("follow", {});
  anyway.querySelector(".unsaid").hidden = !unsaid;
  ask(".still-open", draft.open);
  ask(".open-measures", measures);
  anyway.showModal();
});

/** Say how many are open still, where any are. */
function ask(line, count) {
  const found = anyway.querySelector(line);
  found.hidden = count === 0;
  found.querySelector("strong").textContent = count;
}

anyway.addEventListener("close", () => {
  if (anyway.returnValue === "follow") write("follow", { own: Boolean(draftNow().versions.like) });
  anyway.returnValue = "";
});

by("discard").addEventListener("click", () => {
  throwAway.querySelector("p").textContent = draftNow().discard;
  throwAway.showModal();
});

throwAway.addEventListener("close", () => {
  if (throwAway.returnValue === "discard") write("discard", { discard: true });
  throwAway.returnValue = "";
});
