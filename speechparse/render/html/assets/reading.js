// --- the text: where the reader is, and the way between the two sides ---
// An anchor is where a stretch of somebody's own text begins: a marker, or the point where a parent goes on.
const anchorsOf = (within) => all(".m, .r", within);
const ownerOf = (anchor) => anchor.dataset.o ?? `o${(anchor.id || anchor.dataset.id).slice(1)}`;
const rowNamed = (name) => (name?.startsWith("o") ? document.getElementById(name) : null);
const textOf = (row) => document.getElementById(`t${row.id.slice(1)}`);
let quietUntil = 0;

function setCurrent(name) {
  const row = rowNamed(name);
  const shown = row && visibleRow(row);
  const old = one("[aria-current]", speech.tree ?? speech.nav);
  if (old !== shown) {
    old?.removeAttribute("aria-current");
    shown?.setAttribute("aria-current", "location");
    if (shown) bringIntoView(shown);
  }
  const path = [];
  for (let at = row; at; at = parentOf(at)) path.unshift(labelOf(at));
  one("#here").textContent = path.join(" › ") || one("h1", speech.article).textContent;
  const top = row && topOf(row);
  for (const piece of all(".share .now", speech.section)) piece.classList.remove("now");
  if (top) one(`.share [data-o="${top.id}"]`, speech.section)?.classList.add("now");
  speech.current = row;
}
function topOf(row) {
  let at = row;
  while (parentOf(at)) at = parentOf(at);
  return at;
}
function labelOf(row) {
  return [...row.childNodes].filter((node) => !node.classList?.contains("note")).map((node) => node.textContent).join("").trim();
}
// A click on the left: the text goes to its place.
function go(row) {
  reveal(row);
  focusRow(row);
  showText(row);
  closeMenu();
}
function showText(row) {
  const anchor = textOf(row);
  quietUntil = performance.now() + 400;
  anchor.scrollIntoView({ block: "start" });
  setCurrent(row.id);
  shadeScope(row);
  anchor.classList.remove("flash");
  void anchor.offsetWidth;
  anchor.classList.add("flash");
  history.replaceState(null, "", `#${anchor.id}`);
}
// A tint behind all that belongs to an item: from its marker to the first anchor that is not below it.
function shadeScope(row) {
  const group = groupOf(row);
  const inside = new Set([row.id, ...(group ? all("a", group).map((below) => below.id) : [])]);
  const anchors = (speech.anchors ??= anchorsOf(speech.article));
  const first = anchors.indexOf(textOf(row));
  const next = anchors.slice(first).find((anchor) => !inside.has(ownerOf(anchor)));
  const range = new Range();
  range.setStartBefore(anchors[first]);
  if (next) range.setEndBefore(next);
  else range.setEndAfter(speech.article.lastElementChild);
  unshade();
  paint("scope", edges(range));
}
// Paragraphs that are wholly inside get a class; of those at the edges only the words.
function edges(range) {
  const parts = [];
  for (const block of all(".k", speech.article).filter((each) => range.intersectsNode(each))) {
    for (const paragraph of [...block.children].filter((each) => range.intersectsNode(each))) {
      const whole = new Range();
      whole.selectNodeContents(paragraph);
      const opens = range.compareBoundaryPoints(Range.START_TO_START, whole) <= 0 || isFirst(range, paragraph);
      const closes = range.compareBoundaryPoints(Range.END_TO_END, whole) >= 0;
      if (opens && closes) paragraph.classList.add("in");
      else {
        if (!opens) whole.setStart(range.startContainer, range.startOffset);
        if (!closes) whole.setEnd(range.endContainer, range.endOffset);
        if (!whole.collapsed) parts.push(whole);
      }
    }
  }
  return parts;
}
function isFirst(range, paragraph) {
  return range.startContainer === paragraph && range.startOffset === 0;
}
function unshade() {
  paint("scope", []);
  for (const paragraph of all(".in")) paragraph.classList.remove("in");
}
// A click on the right: the outline goes to the item that the clicked words belong to.
function onTextClick(event) {
  if (!getSelection().isCollapsed) return;
  const piece = event.target.closest(".share [data-o]");
  if (piece) return void go(rowNamed(piece.dataset.o));
  const name = ownerAt(event);
  if (!name) return;
  const row = rowNamed(name);
  quietUntil = performance.now() + 400;
  if (row) {
    reveal(row);
    shadeScope(row);
  } else unshade();
  setCurrent(name);
}
function ownerAt(event) {
  const block = event.target.closest(".k");
  const anchor = event.target.closest(".m");
  if (!block || anchor) return anchor && ownerOf(anchor);
  const at = caretAt(event.clientX, event.clientY);
  if (!at) return null;
  let name = block.dataset.o;
  for (const candidate of anchorsOf(block)) {
    if (at.comparePoint(candidate, 0) > 0) break;
    name = ownerOf(candidate);
  }
  return name;
}
function caretAt(x, y) {
  if (document.caretRangeFromPoint) return document.caretRangeFromPoint(x, y);
  const position = document.caretPositionFromPoint?.(x, y);
  if (!position) return null;
  const range = new Range();
  range.setStart(position.offsetNode, position.offset);
  return range;
}
// While the reader scrolls: the last anchor above a line near the top of the window. Only the block on that line is
// looked into, since a look into one that is off the screen would make the browser lay it out.
function ownerOnScreen() {
  const line = one(".top").offsetHeight + Math.min(innerHeight / 5, 120);
  const blocks = (speech.blocks ??= all(".k", speech.article));
  let low = 0, high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle].getBoundingClientRect().top <= line) low = middle;
    else high = middle - 1;
  }
  const block = blocks[low];
  let name = block.dataset.o;
  for (const anchor of anchorsOf(block)) {
    if (anchor.getBoundingClientRect().top > line) break;
    name = ownerOf(anchor);
  }
  return name;
}
function toBeginning() {
  closeMenu();
  unshade();
  scrollTo(0, 0);
  setCurrent(speech.section.id);
}
let waiting = false;
function onScroll() {
  if (waiting || performance.now() < quietUntil) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    if (speech.article) setCurrent(ownerOnScreen());
  });
}
function step(forward) {
  const rows = (speech.rows ??= all("[role=treeitem]", speech.nav));
  const at = rows.indexOf(speech.current);
  const row = rows[Math.max(0, forward ? at + 1 : at - 1)];
  if (row) {
    reveal(row);
    showText(row);
  }
}
