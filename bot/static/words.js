// The page's own words, in the reader's language, and a few of its limits.

export const words = JSON.parse(document.getElementById("words").textContent);
