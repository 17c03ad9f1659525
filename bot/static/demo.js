// The demonstration's bar: whom to talk as, and the clock that the program lives by.

import { restart, start } from "./chat.js";
import { button, by, element } from "./elements.js";
import { postJson } from "./posts.js";

const bar = by("demo");
const clock = by("clock");
const moving = by("moving");
const people = by("people");
const unread = by("unread");
const steps = bar.querySelectorAll(".steps button");

const LOOK = 3_000; // milliseconds between looks at the clock and the other chats
const SOON = 250; // milliseconds after a line, so that several are looked for once

let current = null; // the address of the chat on the page
let listed = "";
let soon = 0;

async function begin() {
  let state = await look();
  if (state && !state.current && state.people.length > 0) {
    state = await become(state.people[0].person);
  }
  current = state?.current ?? null;
  await start();
  setInterval(refresh, LOOK);
}

async function look() {
  try {
    const response = await fetch("/demo/state");
    return response.ok ? show(await response.json()) : null;
  } catch {
    return null; // the page itself says that the connection is lost
  }
}

async function refresh() {
  const state = await look();
  if (state?.current && state.current !== current) turnTo(state); // chosen in another window
}

async function become(person) {
  const response = await postJson("/demo/as", { person }).catch(() => null);
  if (!response?.ok) {
    tellMove(bar.dataset.failed);
    return null;
  }
  tellMove("");
  return show(await response.json());
}

async function choose(person) {
  const state = await become(person);
  if (state) await turnTo(state);
}

function turnTo(state) {
  current = state.current;
  return restart();
}

function show(state) {
  clock.textContent = state.now;
  clock.dateTime = state.at;
  list(state);
  for (const option of people.querySelectorAll("option")) {
    const person = state.people.find((one) => one.person === option.value);
    const count = person.unread > 0 ? ` (${person.unread_label})` : "";
    const label = nameOf(person) + count;
    if (option.textContent !== label) option.textContent = label;
  }
  if (state.current) people.value = state.current;
  tell(state.people.filter((one) => one.unread > 0 && one.person !== state.current));
  return state;
}

/** The people by their roles; made anew only when they are others. */
function list(state) {
  const now = JSON.stringify(state.people.map((one) => [one.person, one.role, nameOf(one)]));
  if (now === listed) return;
  listed = now;
  people.replaceChildren();
  const groups = new Map();
  for (const one of state.people) {
    if (!groups.has(one.role)) {
      const group = element("optgroup");
      group.label = one.role;
      groups.set(one.role, group);
      people.append(group);
    }
    groups.get(one.role).append(new Option(nameOf(one), one.person));
  }
}

function nameOf(person) {
  return person.agency ? `${person.agency} · ${person.name}` : person.name;
}

/** Those in whose chats something waits, as buttons that open them. */
function tell(waiting) {
  const now = JSON.stringify(waiting);
  if (unread.dataset.shown === now) return;
  unread.dataset.shown = now;
  bar.classList.toggle("quiet", waiting.length === 0);
  unread.replaceChildren(...waiting.map(waitingItem));
}

function waitingItem(person) {
  const item = element("li");
  const count = element("span", "count", person.unread);
  const opens = button(`${nameOf(person)} `, () => choose(person.person));
  opens.title = person.role;
  count.title = person.unread_label;
  opens.append(count);
  item.append(opens);
  return item;
}

async function move(button) {
  const { unit, count } = button.dataset;
  hold(true);
  tellMove(bar.dataset.moving);
  try {
    const response = await fetch("/demo/clock", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ [unit]: Number(count) }),
    });
    if (!response.ok) throw new Error(response.statusText);
    show(await response.json());
    tellMove(bar.dataset.moved, true);
  } catch {
    tellMove(bar.dataset.failed);
  }
  hold(false);
  button.focus();
}

/** How a move stands; that it is done can be seen on the clock, and is only read out. */
function tellMove(state, heardOnly = false) {
  moving.textContent = state;
  moving.classList.toggle("unseen", heardOnly || !state);
}

function hold(busy) {
  bar.setAttribute("aria-busy", String(busy));
  for (const step of steps) step.disabled = busy;
}

for (const step of steps) step.addEventListener("click", () => move(step));
people.addEventListener("change", () => choose(people.value));
document.addEventListener("chat:line", () => {
  clearTimeout(soon);
  soon = setTimeout(refresh, SOON);
});

begin();
