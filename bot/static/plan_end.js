// The two ends of a draft: followed, or thrown away. Either is asked once more where that matters.

import { by } from "./elements.js";
import { draftNow, write } from "./plan_draft.js";

const anyway = by("anyway");
const throwAway = by("throw-away");

by("follow").addEventListener("click", () => {
  const draft = draftNow();
  const unsaid = Boolean(draft.versions.like);
  if (draft.open === 0 && !unsaid) return write("follow", {});
  anyway.querySelector(".unsaid").hidden = !unsaid;
  anyway.querySelector(".still-open").hidden = draft.open === 0;
  anyway.querySelector("strong").textContent = draft.open;
  anyway.showModal();
});

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
