// The few kinds of elements that the pages are built from.

export const by = (id) => document.getElementById(id);

export function element(tag, name = "", text = "") {
  const found = document.createElement(tag);
  if (name) found.className = name;
  if (text) found.textContent = text;
  return found;
}

export function button(label, act) {
  const found = element("button", "", label);
  found.type = "button";
  found.addEventListener("click", act);
  return found;
}

/** What stands in a field, a line for each part; pressed, it is there to be typed over. */
export function fact(title, act, ...lines) {
  const found = button("", act);
  found.className = "fact";
  found.title = title;
  found.append(...lines.map((line) => (line instanceof Element ? line : element("span", "", line))));
  return found;
}

/** A cell of a table; its label stands before it where the table is shown as cards. */
export function cell(label, ...parts) {
  const found = element("td");
  if (label) found.dataset.label = label;
  found.append(...parts);
  return found;
}
