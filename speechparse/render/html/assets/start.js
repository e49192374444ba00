// --- what happens when the page opens ---
function start() {
  const theme = kept.get("theme");
  if (themes.includes(theme)) root.dataset.theme = theme;
  setLanguage(kept.get("language") ?? (/^zh\b/i.test(navigator.language) ? "zh" : "en"));
  one("#theme").addEventListener("click", nextTheme);
  one("#language").addEventListener("click", nextLanguage);
  one("#keys").addEventListener("click", () => help.showModal());
  one("#menu").addEventListener("click", () => ("open" in root.dataset ? closeMenu() : openMenu()));
  one("main").addEventListener("click", (event) => { if (event.target.matches("main, .speech")) closeMenu(); });
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener("click", () => showSpeech(index));
    tab.addEventListener("keydown", onTabKey);
  }
  for (const each of speeches) startSpeech(each);
  if (!speech) return;
  addEventListener("scroll", onScroll, { passive: true });
  addEventListener("keydown", onKey);
  addEventListener("hashchange", openHash);
  openHash();
  if (!speech.current) setCurrent(ownerOnScreen());
}
function startSpeech(each) {
  each.field.addEventListener("input", () => search());
  each.field.addEventListener("keydown", onFieldKey);
  each.article.addEventListener("click", onTextClick);
  one(".begin", each.nav).addEventListener("click", toBeginning);
  for (const button of all("[data-level]", each.nav)) button.addEventListener("click", () => openTo(Number(button.dataset.level)));
  if (!each.tree) return;
  each.tree.addEventListener("click", onTreeClick);
  each.tree.addEventListener("keydown", onTreeKey);
  firstOf(each.tree).tabIndex = 0;
}
// `page.html#t5` opens at the item, `#s1` at the second speech.
function openHash() {
  const name = location.hash.slice(1);
  if (!/^[ts]\d+$/.test(name)) return;
  const target = document.getElementById(name);
  const index = speeches.findIndex(({ section }) => target && section.contains(target));
  if (index < 0) return;
  if (speeches[index] !== speech) showSpeech(index);
  const row = name.startsWith("t") && rowNamed(`o${name.slice(1)}`);
  if (row) {
    reveal(row);
    showText(row);
  }
}
start();
