// --- the outline: rows, what is open, where the keyboard is ---
const rowOf = (item) => one(":scope > a", item);
const groupOf = (row) => (row.nextElementSibling?.matches("ul") ? row.nextElementSibling : null);
const isOpen = (row) => row.getAttribute("aria-expanded") === "true";
const isShown = (row) => row.getAttribute("aria-expanded") !== "false" || row.closest(".seeking");
const parentOf = (row) => row.closest("[role=group]")?.previousElementSibling ?? null;
const setOpen = (row, open) => { if (row.hasAttribute("aria-expanded")) row.setAttribute("aria-expanded", open); };

function beside(row, step) {
  let item = row.parentElement[step];
  while (item?.hidden) item = item[step];
  return item && rowOf(item);
}
function firstOf(list) {
  const item = [...list.children].find((child) => !child.hidden);
  return item ? rowOf(item) : null;
}
function after(row) {
  const group = groupOf(row);
  const below = group && isShown(row) && firstOf(group);
  if (below) return below;
  for (let at = row; at; at = parentOf(at)) {
    const next = beside(at, "nextElementSibling");
    if (next) return next;
  }
  return null;
}
function lastBelow(row) {
  const group = groupOf(row);
  const shown = group && isShown(row) ? [...group.children].filter((child) => !child.hidden) : [];
  return shown.length ? lastBelow(rowOf(shown.at(-1))) : row;
}
function before(row) {
  const previous = beside(row, "previousElementSibling");
  return previous ? lastBelow(previous) : parentOf(row);
}
function focusRow(row) {
  if (!row) return;
  const held = one('a[tabindex="0"]', speech.tree);
  if (held) held.tabIndex = -1;
  row.tabIndex = 0;
  row.focus({ preventScroll: true });
  bringIntoView(row);
}
// Only the outline may move: `scrollIntoView` would also move the page.
function bringIntoView(row) {
  const { nav } = speech;
  const box = row.getBoundingClientRect(), frame = nav.getBoundingClientRect();
  const top = frame.top + one(".controls", nav).offsetHeight + 8;
  if (box.top < top) nav.scrollTop -= top - box.top + frame.height / 4;
  else if (box.bottom > frame.bottom - 32) nav.scrollTop += box.bottom - frame.bottom + frame.height / 3;
}
function reveal(row) {
  for (let at = parentOf(row); at; at = parentOf(at)) setOpen(at, true);
}
function openTo(level) {
  for (const row of all("[aria-expanded]", speech.tree)) setOpen(row, row.ariaLevel < level);
  pressLevel(level);
  const held = one('a[tabindex="0"]', speech.tree);
  if (held) holdVisible(held);
}
function pressLevel(level) {
  for (const button of all("[data-level]", speech.nav)) button.setAttribute("aria-pressed", button.dataset.level === String(level));
}
function visibleRow(row) {
  let shown = row;
  for (let at = parentOf(row); at; at = parentOf(at)) if (!isShown(at)) shown = at;
  return shown;
}
function holdVisible(row) {
  const shown = visibleRow(row);
  if (shown === row) return;
  row.tabIndex = -1;
  shown.tabIndex = 0;
  if (document.activeElement === row) shown.focus({ preventScroll: true });
}
function toggle(row) {
  setOpen(row, !isOpen(row));
  pressLevel(0);
  const held = one('a[tabindex="0"]', speech.tree);
  if (held) holdVisible(held);
}
const treeKeys = {
  ArrowDown: (row) => focusRow(after(row)),
  ArrowUp: (row) => focusRow(before(row)),
  ArrowRight: (row) => (groupOf(row) && !isShown(row) ? toggle(row) : groupOf(row) && focusRow(firstOf(groupOf(row)))),
  ArrowLeft: (row) => (groupOf(row) && isOpen(row) ? toggle(row) : focusRow(parentOf(row))),
  Home: () => focusRow(firstOf(speech.tree)),
  End: () => focusRow(lastBelow(rowOf([...speech.tree.children].findLast((item) => !item.hidden)))),
  Enter: (row) => go(row),
  " ": (row) => go(row),
};
function onTreeClick(event) {
  const row = event.target.closest("a");
  if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const onArrow = event.detail && event.clientX - row.getBoundingClientRect().left < 22;
  if (onArrow && groupOf(row)) {
    toggle(row);
    focusRow(visibleRow(row));
  } else go(row);
}
function onTreeKey(event) {
  const row = event.target.closest?.("[role=treeitem]");
  const key = treeKeys[event.key];
  if (!row || !key || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  key(row);
}
