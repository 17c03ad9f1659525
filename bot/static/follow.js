// Keeps the newest line in sight, from its first words on, unless the reader has scrolled away.

import { by } from "./elements.js";

const log = by("log");
const newer = by("newer");

const NEAR = 48; // pixels from the end that still count as being there

// The line to keep in sight; "end" keeps to the end; null leaves a reader where they are.
let followed = "end";
let expected = 0;

/** Show this line and keep it shown while it grows: to the end if it fits, else from its top. */
export function follow(line) {
  followed = line;
  newer.hidden = true;
  settle();
}

/** A line has come that nobody here asked for: show it to those at the end, tell the others. */
export function arrive(line) {
  if (followed) follow(line);
  else newer.hidden = false;
}

function settle() {
  if (!followed) return;
  const end = log.scrollHeight - log.clientHeight;
  log.scrollTop = followed === "end" ? end : Math.min(followed.offsetTop - 8, end);
  expected = log.scrollTop;
}

log.addEventListener("scroll", () => {
  if (Math.abs(log.scrollTop - expected) < 4) return; // our own doing
  expected = log.scrollTop;
  const atEnd = log.scrollHeight - log.clientHeight - log.scrollTop < NEAR;
  followed = atEnd ? "end" : null;
  if (atEnd) newer.hidden = true;
});

newer.addEventListener("click", () => {
  const lines = log.querySelectorAll("article");
  follow(lines[lines.length - 1]);
  log.focus();
});

const watcher = new ResizeObserver(settle);
for (const part of [log, ...log.children]) watcher.observe(part);
