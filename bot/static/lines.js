// Builds the elements of one line of the chat. Whatever was said is set as text, never as markup.

import { element } from "./elements.js";
import { words } from "./words.js";

/** A day's heading, above its first line. */
export function dayHeading(line) {
  const heading = element("p", "day");
  const time = element("time", "", line.day);
  time.dateTime = line.at.slice(0, 10);
  heading.append(time);
  return heading;
}

/**
 * One line. `on` says what happens when a choice is pressed, the line is answered, or its picture
 * is opened; without it the line offers none of these.
 */
export function chatLine(line, on) {
  const article = element("article", line.ours ? "line ours" : "line own");
  if (line.id) article.dataset.line = line.id;
  const bubble = element("div", "bubble");
  bubble.append(element("span", "unseen", `${line.ours ? words.from_us : words.from_reader}: `));
  if (line.quote) bubble.append(element("blockquote", "quote", line.quote));
  line.blocks.forEach((block, at) => {
    bubble.append(element("p", at === 0 && line.heading ? "heading" : "", block));
  });
  if (line.file) bubble.append(file(line));
  if (line.picture) bubble.append(picture(line, on));
  bubble.append(foot(line, on));
  article.append(bubble);
  if (line.choices) article.append(choices(line, on));
  return article;
}

function file(line) {
  const shown = element("p", "file", line.link ? undefined : `📎 ${line.file}`);
  if (line.link) {
    const link = element("a", "", `📎 ${line.file}`);
    link.href = line.link;
    link.download = line.file;
    shown.append(link);
  }
  return shown;
}

function picture(line, on) {
  const button = element("button", "picture");
  button.type = "button";
  button.title = words.enlarge;
  const image = element("img");
  image.src = line.picture;
  image.alt = `${words.picture}: ${line.blocks[0] ?? ""}`;
  button.append(image);
  button.addEventListener("click", () => on.enlarge(image));
  return button;
}

function foot(line, on) {
  const foot = element("div", "foot");
  if (line.time) {
    const time = element("time", "", line.time);
    time.dateTime = line.at;
    foot.append(time);
  }
  if (line.ours && on) {
    const reply = element("button", "reply", words.reply);
    reply.type = "button";
    reply.addEventListener("click", () => on.reply(line));
    foot.append(reply);
  }
  return foot;
}

function choices(line, on) {
  const all = element("div", "choices");
  all.setAttribute("role", "group");
  all.setAttribute("aria-label", words.choices);
  for (const row of line.choices) {
    const shown = element("div", "row");
    for (const [label, data] of row) {
      const button = element("button", "", label);
      button.type = "button";
      button.addEventListener("click", () => on.press(line, label, data, button));
      shown.append(button);
    }
    all.append(shown);
  }
  return all;
}
