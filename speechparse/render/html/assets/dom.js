// --- what everything below stands on ---
const root = document.documentElement;
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const narrow = matchMedia("(max-width: 46rem)");
const speeches = all(".speech").map((section) => ({
  section,
  tree: one("[role=tree]", section),
  nav: one("nav", section),
  article: one("article", section),
  field: one("input", section),
  said: one("output", section),
}));
let speech = speeches[0];
// What a reader has chosen is kept where the browser lets a page from a file keep anything.
const kept = {
  get: (name) => { try { return localStorage.getItem(`speechparse-${name}`); } catch { return null; } },
  set: (name, value) => { try { localStorage.setItem(`speechparse-${name}`, value); } catch { /* then not */ } },
};
const inChinese = () => root.dataset.ui !== "en";
const paint = (name, ranges) => {
  if (!("highlights" in CSS)) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
};
