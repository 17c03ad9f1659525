// A dialog in which one line of a draft is corrected: a row, or an indicator.

/** The names in a field that takes several. */
export function names(text) {
  return text.split(";").map((name) => name.trim()).filter(Boolean);
}

/**
 * The dialog `box` with these `texts` and `lists` of names as its fields. `post(line, change)`
 * sends what was changed and returns null or the refusal; `now(line)` is the line as it stands.
 */
export function lineEditor(box, { texts, lists, post, now }) {
  const form = box.querySelector("form");
  const fields = form.elements;
  const refusal = box.querySelector(".refusal");
  const insist = box.querySelector(".insist");
  let edited = null; // the line as it was when it was last shown

  const shown = (line, name) => (lists.includes(name) ? line[name].join("; ") : line[name]);

  /** Show why a line was not taken; what is doubtful alone can be insisted on. */
  function blame(refused) {
    refusal.textContent = refused?.why ?? "";
    refusal.hidden = !refused;
    insist.hidden = !refused || refused.stale;
  }

  function changed() {
    const change = {};
    for (const name of texts) {
      if (fields[name].value !== edited[name]) change[name] = fields[name].value;
    }
    for (const name of lists) {
      const list = names(fields[name].value);
      if (list.join(";") !== edited[name].join(";")) change[name] = list;
    }
    return change;
  }

  /** Take the line as it stands now; what was typed stays, a field left alone shows theirs. */
  function catchUp() {
    const line = now(edited) ?? edited;
    for (const name of [...texts, ...lists]) {
      const untouched = fields[name].value === shown(edited, name);
      if (untouched) fields[name].value = shown(line, name);
    }
    edited = line;
  }

  form.addEventListener("submit", async (event) => {
    const how = event.submitter?.value;
    if (how === "cancel") return;
    event.preventDefault();
    const refused = await post(edited, changed(), how === "insist");
    if (!refused) return box.close();
    catchUp();
    blame(refused);
  });

  return function open(line, title, field = "") {
    edited = line;
    box.querySelector("h2").textContent = title;
    for (const name of [...texts, ...lists]) fields[name].value = shown(line, name);
    blame(null);
    box.showModal();
    if (field) fields[field].select();
  };
}
