// --- tabs, light and dark, language, the outline on a phone, the keys ---
const tabs = all("[role=tab]");
function showSpeech(index, focus = false) {
  if (!speeches[index]) return;
  speech.scrolled = scrollY;
  speech = speeches[index];
  for (const [at, { section }] of speeches.entries()) section.classList.toggle("on", at === index);
  for (const [at, tab] of tabs.entries()) {
    tab.setAttribute("aria-selected", at === index);
    tab.tabIndex = at === index ? 0 : -1;
  }
  if (focus) tabs[index]?.focus();
  tabs[index]?.scrollIntoView({ block: "nearest", inline: "nearest" });
  unshade();
  search(false);
  scrollTo(0, speech.scrolled ?? 0);
  setCurrent(ownerOnScreen());
}
const themes = ["light", "dark"];
function nextTheme() {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = themes[dark ? 0 : 1];
  kept.set("theme", root.dataset.theme);
}
function setLanguage(language) {
  root.dataset.ui = language;
  const button = one("#language");
  button.textContent = language === "en" ? "中" : "EN";
  button.lang = language === "en" ? "zh" : "en";
  for (const { field } of speeches) field.placeholder = language === "en" ? "Search outline and text /" : "搜索提纲和正文 /";
  if (speech?.field.value) search();
}
function nextLanguage() {
  setLanguage(inChinese() ? "en" : "zh");
  kept.set("language", root.dataset.ui);
}
function openMenu() {
  root.dataset.open = "";
  one("#menu").setAttribute("aria-expanded", true);
  speech.field.focus({ preventScroll: true });
}
function closeMenu() {
  if (!("open" in root.dataset)) return;
  delete root.dataset.open;
  one("#menu").setAttribute("aria-expanded", false);
  one("h1", speech.article).focus({ preventScroll: true });
}
const help = one("#help");
const pageKeys = {
  "/": () => { if (narrow.matches) openMenu(); speech.field.focus(); speech.field.select(); },
  j: () => step(true),
  k: () => step(false),
  t: nextTheme,
  e: nextLanguage,
  "?": () => help.showModal(),
  "[": () => showSpeech(speeches.indexOf(speech) - 1),
  "]": () => showSpeech(speeches.indexOf(speech) + 1),
  Escape: () => { closeMenu(); unshade(); if (speech.field.value) leaveSearch(); },
};
function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
  if (event.target.matches("input")) return;
  const key = pageKeys[event.key] ?? (/^[1-9]$/.test(event.key) && (() => openTo(Number(event.key))));
  if (!key) return;
  event.preventDefault();
  key();
}
function onFieldKey(event) {
  if (event.isComposing) return;
  if (event.key === "Enter") nextHit(!event.shiftKey);
  else if (event.key === "Escape") leaveSearch();
  else if (event.key === "ArrowDown" && speech.tree) focusRow(firstOf(speech.tree));
  else return;
  event.preventDefault();
}
function onTabKey(event) {
  const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!move) return;
  event.preventDefault();
  showSpeech((tabs.indexOf(event.target) + move + tabs.length) % tabs.length, true);
}
