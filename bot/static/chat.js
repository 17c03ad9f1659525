// The chat: listens to the stream, shows its lines, and sends what the reader writes.

import { by } from "./elements.js";
import { words } from "./words.js";
import { chatLine, dayHeading } from "./lines.js";
import { arrive, follow } from "./follow.js";
import { arrived, forgetAll, openSession, post, postFile, refuse, sendAll } from "./posts.js";

const log = by("log");
const lines = by("lines");
const connection = by("connection");
const composer = by("composer");
const text = by("text");
const quoting = by("quoting");
const large = by("large");

const TITLE = document.title;
const FIRST_PAUSE = 1_000; // milliseconds before connecting again; doubled at each failure
const LONGEST_PAUSE = 15_000;
const DOUBLE_TAP = 1_000; // milliseconds in which a second press is the same one

let stream = null;
let heardAt = 0;
let pause = FIRST_PAUSE;
let timer = 0;
let lastId = 0;
let lastDay = "";
let ready = false;
let unseen = 0;
let answered = null; // the line that the reader is answering

// Connecting

/** Open the reader's chat and keep it open. */
export async function start() {
  clearTimeout(timer);
  const session = await openSession();
  if (!session) return startLater();
  if (session.fresh && lastId) clear(); // the cookie was lost, and the old chat with it
  listen();
}

/** Show another chat: that of the session as it is now. */
export function restart() {
  clear();
  return start();
}

function listen() {
  stream?.close();
  heardAt = Date.now();
  stream = new EventSource(lastId ? `/chat/events?after=${lastId}` : "/chat/events");
  stream.onopen = heard;
  stream.onerror = () => {
    say(words.reconnecting, true);
    if (stream.readyState === EventSource.CLOSED) startLater();
  };
  on("alive", () => {});
  on("chat", showChat);
  on("line", showLine);
  on("ready", showReady);
}

function on(name, show) {
  const source = stream;
  source.addEventListener(name, (event) => {
    if (source !== stream) return;
    heard();
    show(JSON.parse(event.data));
  });
}

function heard() {
  heardAt = Date.now();
  pause = FIRST_PAUSE;
}

function startLater() {
  stream?.close();
  say(words.reconnecting, true);
  clearTimeout(timer);
  timer = setTimeout(start, pause);
  pause = Math.min(2 * pause, LONGEST_PAUSE);
}

/** A connection can die without a word, and a machine can sleep. */
function checkConnection() {
  const silent = Date.now() - heardAt > words.quiet_seconds * 1000;
  if (stream && silent) {
    say(words.reconnecting, true);
    start();
  }
}

setInterval(checkConnection, 5_000);
document.addEventListener("visibilitychange", checkConnection);
window.addEventListener("online", () => stream && start());
window.addEventListener("pagehide", () => stream?.close());
window.addEventListener("pageshow", (event) => event.persisted && start());

function say(state, lost = false) {
  if (connection.textContent !== state) connection.textContent = state;
  connection.classList.toggle("lost", lost);
}

// Showing

function showChat({ known, language }) {
  const invitation = by("invitation");
  if (invitation.contains(document.activeElement) && known) text.focus();
  invitation.hidden = known;
  if (known) by("code").value = "";
  by("commands").hidden = !known;
  by("attach").hidden = !known;
  speak(language);
}

/** Load the page again in the language that its reader has chosen meanwhile, keeping the draft. */
function speak(language) {
  if (language === document.documentElement.lang) {
    sessionStorage.removeItem("spoken");
  } else if (sessionStorage.getItem("spoken") !== language) {
    sessionStorage.setItem("spoken", language); // once: never in a circle
    sessionStorage.setItem("draft", text.value);
    location.replace("/");
  }
}

function showLine(line) {
  const id = Number(line.id);
  if (id <= lastId) return;
  lastId = id;
  const shown = chatLine(line, { reply: answer, press, enlarge });
  if (!takePlace(shown, line.replaces ?? [])) {
    if (line.day !== lastDay) lines.append(dayHeading(line));
    lastDay = line.day;
    lines.append(shown);
  }
  if (line.client) arrived(line.client);
  by("empty").hidden = true;
  if (ready) arrive(shown);
  if (ready && document.hidden) count();
  document.dispatchEvent(new CustomEvent("chat:line"));
}

/** Put a line where the first of these stands, and take the others away; whether it stood there. */
function takePlace(shown, ids) {
  const [old, ...others] = ids.map((id) => lines.querySelector(`[data-line="${CSS.escape(id)}"]`));
  for (const other of others) other?.remove();
  old?.replaceWith(shown);
  return Boolean(old);
}

function showReady() {
  say("");
  if (!ready) {
    ready = true;
    by("empty").hidden = lastId > 0;
    const last = lines.lastElementChild;
    if (last) follow(last);
    requestAnimationFrame(() => log.setAttribute("aria-live", "polite")); // the past is not read out
  }
  sendAll();
}

function clear() {
  stream?.close();
  stream = null;
  lastId = 0;
  lastDay = "";
  ready = false;
  log.setAttribute("aria-live", "off");
  lines.replaceChildren();
  answer(null);
  forgetAll();
  say(words.connecting);
}

/** In the title, how many lines came while the page was out of sight. */
function count() {
  unseen += 1;
  document.title = `(${unseen}) ${TITLE}`;
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  unseen = 0;
  document.title = TITLE;
});

function enlarge(image) {
  const shown = large.querySelector("img");
  shown.src = image.src;
  shown.alt = image.alt;
  large.classList.remove("whole");
  large.showModal();
}

large.querySelector("img").addEventListener("click", () => large.classList.toggle("whole"));

// Writing

function answer(line) {
  answered = line;
  quoting.hidden = !line;
  by("quoted").textContent = line ? line.blocks.join(" ") : "";
  if (line) text.focus();
}

/** Whether a press counts; the second tap of a double tap does not. */
function counts(button) {
  if (button.getAttribute("aria-disabled") === "true") return false;
  button.setAttribute("aria-disabled", "true");
  setTimeout(() => button.removeAttribute("aria-disabled"), DOUBLE_TAP);
  return true;
}

function press(line, label, data, button) {
  if (!counts(button)) return;
  button.classList.add("pressed");
  post(label, { button: data, message: line.id });
}

function write(written) {
  if ([...written].length > words.text_characters) {
    refuse(words.post_too_long);
    return;
  }
  const quoted = answered;
  const quote = quoted ? by("quoted").textContent : undefined;
  const refused = () => {
    if (!text.value) setText(written);
    if (quoted && !answered) answer(quoted);
  };
  setText("");
  answer(null);
  post(written, { text: written, reply_to: quoted?.id }, { quote, refused });
}

function setText(value) {
  text.value = value;
  fit();
}

/** As high as what is written, within what the style allows. */
function fit() {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + text.offsetHeight - text.clientHeight}px`;
}

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  const written = text.value.trim();
  if (written) write(written);
  text.focus();
});

text.addEventListener("input", () => {
  refuse("");
  fit();
});

// On a phone the return key starts a new line; while an accent is composed it is not ours.
const touch = matchMedia("(pointer: coarse)");
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && !touch.matches) {
    event.preventDefault();
    composer.requestSubmit();
  } else if (event.key === "Escape" && answered) {
    answer(null);
  }
});

// Files: chosen with the button, or dropped anywhere on the chat

const chat = document.querySelector(".chat");
const drop = by("drop");

function sendFile(file) {
  if (file && postFile(file, text.value.trim())) setText("");
}

by("attach").addEventListener("click", () => by("file").click());

by("file").addEventListener("change", (event) => {
  for (const file of event.target.files) sendFile(file);
  event.target.value = ""; // so that the same file can be chosen again
});

chat.addEventListener("dragover", (event) => {
  event.preventDefault(); // otherwise the browser opens what is dropped
  drop.hidden = by("attach").hidden || !event.dataTransfer.types.includes("Files");
});

chat.addEventListener("dragleave", (event) => {
  if (!chat.contains(event.relatedTarget)) drop.hidden = true;
});

chat.addEventListener("drop", (event) => {
  event.preventDefault();
  if (!drop.hidden) for (const file of event.dataTransfer.files) sendFile(file);
  drop.hidden = true;
});

by("unquote").addEventListener("click", () => {
  answer(null);
  text.focus();
});

by("commands").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button || !counts(button)) return;
  post(button.dataset.command, { text: button.dataset.command });
});

by("invitation").addEventListener("submit", (event) => {
  event.preventDefault();
  if (!counts(event.target)) return;
  const command = `/start ${by("code").value.trim()}`;
  post(command, { text: command });
});

const draft = sessionStorage.getItem("draft");
sessionStorage.removeItem("draft");
if (draft) setText(draft);
