// What the reader sends: kept on the page and sent again, in order, until the server has it.
// Each post has an id of its own, so that sending it twice stores it once.

import { button, by, element } from "./elements.js";
import { words } from "./words.js";
import { chatLine } from "./lines.js";
import { follow } from "./follow.js";

const waiting = by("waiting");
const refusal = by("refusal");

const PATIENCE = 15_000; // milliseconds until an unanswered post is taken as lost
const PAUSE = 3_000; // milliseconds before the next attempt

const posts = []; // those that the server does not have yet, oldest first
const sent = new Map(); // id of a post that it has, to its element, until the stream brings it
const shown = new Set(); // ids of the posts that the stream brought

let sending = false;
let timer = 0;

/** Post JSON to our own server. */
export function postJson(path, body) {
  return fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE),
  });
}

/** Have the browser hold a session; the server's word on it, or null while it is out of reach. */
export async function openSession() {
  try {
    const response = await postJson("/chat/session", {});
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** Send one post; it stands below the chat as `text` until it comes back in the stream. */
export function post(text, body, { quote, refused } = {}) {
  refuse("");
  const item = { body: { id: newId(), ...body }, refused };
  item.element = chatLine({ ours: false, blocks: [text], quote });
  stand(item);
  posts.push(item);
  say(item, words.sending);
  follow(item.element);
  sendAll();
}

/** Send one file with the words under it; false for one that is too large. */
export function postFile(file, text) {
  refuse("");
  if (file.size > words.file_bytes) {
    refuse(words.file_too_large);
    return false;
  }
  const item = { id: newId(), file, text };
  item.element = chatLine({ ours: false, blocks: text ? [text] : [], file: file.name });
  stand(item);
  follow(item.element);
  upload(item);
  return true;
}

/** Show a post below the chat, with room for how it stands. */
function stand(item) {
  item.state = element("p", "state");
  item.element.append(item.state);
  waiting.append(item.element);
}

function upload(item) {
  const { id, file, text } = item;
  const resend = () => upload(item);
  const request = new XMLHttpRequest(); // unlike fetch, it tells how much was sent
  request.open("POST", `/chat/files?${new URLSearchParams({ id, name: file.name, text })}`);
  request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
  request.upload.onprogress = ({ loaded, total }) => {
    item.state.textContent = `${words.uploading} ${Math.floor((100 * loaded) / (total || 1))}%`;
  };
  request.onerror = () => say(item, words.unsent, resend);
  request.onload = () => {
    if (request.status === 200) {
      if (shown.has(id)) item.element.remove();
      else sent.set(id, item.element);
      say(item, "");
    } else if (request.status >= 500 || request.status === 429) {
      refuse(reason(request));
      say(item, words.unsent, resend);
    } else {
      item.element.remove();
      refuse(reason(request) || words.unsent);
    }
  };
  say(item, words.uploading);
  request.send(file);
}

function reason(request) {
  try {
    return JSON.parse(request.responseText).error ?? "";
  } catch {
    return "";
  }
}

/** Send what still waits, now: the connection is back. */
export async function sendAll() {
  if (sending) return;
  sending = true;
  clearTimeout(timer);
  try {
    while (posts.length > 0 && (await send(posts[0])));
  } finally {
    sending = false;
  }
}

/** The stream has brought this post's line: what stood for it goes. */
export function arrived(id) {
  shown.add(id);
  sent.get(id)?.remove();
  sent.delete(id);
}

/** Forget all that waits: the page shows another chat now. */
export function forgetAll() {
  posts.length = 0;
  sent.clear();
  clearTimeout(timer);
  waiting.replaceChildren();
  refuse("");
}

/** Say why something was not taken; nothing to take it back. */
export function refuse(why) {
  refusal.textContent = why;
  refusal.hidden = !why;
}

/** One attempt; true if the next post may follow. */
async function send(item) {
  let response;
  try {
    response = await postJson("/chat/messages", item.body);
    if (response.status === 401 && (await openSession())) {
      response = await postJson("/chat/messages", item.body);
    }
  } catch {
    return keep(item, PAUSE);
  }
  if (posts[0] !== item) return false; // the chat was left meanwhile
  if (response.ok) {
    posts.shift();
    if (shown.has(item.body.id)) item.element.remove();
    else sent.set(item.body.id, item.element);
    say(item, "");
    return true;
  }
  const why = (await response.json().catch(() => ({}))).error ?? "";
  if (response.status === 429) {
    refuse(why);
    return keep(item, Number(response.headers.get("Retry-After") || 5) * 1000);
  }
  if (response.status >= 500) return keep(item, PAUSE);
  posts.shift();
  item.element.remove();
  refuse(why || words.unsent);
  item.refused?.();
  return true;
}

/** Leave a post where it stands, to be sent again after a pause. */
function keep(item, pause) {
  if (posts[0] !== item) return false;
  say(item, words.unsent, sendAll);
  timer = setTimeout(sendAll, pause);
  return false;
}

/** Say how a post stands; `again` sends it once more. */
function say(item, state, again = null) {
  item.state.textContent = state;
  item.element.classList.toggle("unsent", again !== null);
  if (!again) return;
  const retry = button(words.send_again, () => {
    say(item, words.sending);
    again();
  });
  item.state.append(" ", retry);
}

/** 128 random bits; `crypto.randomUUID` is missing where the page came by plain http. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
