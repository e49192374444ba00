// --- search as you type: in the text, and by it in the outline ---
const MOST = 2000;
const fold = (text) => { const lower = text.toLowerCase(); return lower.length === text.length ? lower : text; };
// All of a speech's text as one string, with where each text node and each anchor begins in it.
function indexOf(one_) {
  if (one_.index) return one_.index;
  const nodes = [], starts = [], owners = [{ at: 0, name: one_.section.id }];
  let text = "";
  const accept = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return node.matches(".note, .legend, .figures, svg") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  };
  const walker = document.createTreeWalker(one_.article, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, accept);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) {
      nodes.push(node);
      starts.push(text.length);
      text += node.data;
    } else if (node.matches(".m, .r")) owners.push({ at: text.length, name: ownerOf(node) });
    else if (node.matches("p, h1, h2, h3, h4, h5, h6")) text += "\n";
  }
  return (one_.index = { nodes, starts, owners, text: fold(text) });
}
function places(text, wanted) {
  const found = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) found.push(at);
  return found;
}
function lastAtMost(sorted, value) {
  let low = 0, high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
function rangeAt({ nodes, starts }, at, size) {
  const range = new Range();
  const first = lastAtMost(starts, at), last = lastAtMost(starts, at + size - 1);
  range.setStart(nodes[first], at - starts[first]);
  range.setEnd(nodes[last], at + size - starts[last]);
  return range;
}
function search(quick = true) {
  const wanted = fold(speech.field.value.trim());
  speech.hits = [];
  speech.hit = -1;
  paint("now", []);
  const index = indexOf(speech);
  const found = wanted ? places(index.text, wanted) : [];
  const starts = index.owners.map((owner) => owner.at);
  const names = new Set(found.map((at) => index.owners[lastAtMost(starts, at)].name));
  speech.hits = found.map((at) => ({ at, size: wanted.length }));
  const ranges = found.slice(0, MOST).map((at) => rangeAt(index, at, wanted.length));
  paint("find", [...ranges, ...filter(wanted, names)]);
  say(wanted, found.length, names.size);
  if (!wanted && quick && speech.current) bringIntoView(visibleRow(speech.current));
}
// Rows with a hit and those above them stay; returns what to mark in the rows.
function filter(wanted, names) {
  if (!speech.tree) return [];
  speech.tree.classList.toggle("seeking", Boolean(wanted));
  const stays = new Set();
  const marked = [];
  for (const name of names) {
    const row = rowNamed(name);
    for (let at = row; at && !stays.has(at); at = parentOf(at)) stays.add(at);
    if (row) marked.push(...rowRanges(row, wanted));
  }
  for (const row of (speech.rows ??= all("[role=treeitem]", speech.nav))) {
    row.parentElement.hidden = Boolean(wanted) && !stays.has(row);
    row.classList.toggle("hit", names.has(row.id));
  }
  const held = one('a[tabindex="0"]', speech.tree);
  if (held?.parentElement.hidden || !held) {
    if (held) held.tabIndex = -1;
    const first = firstOf(speech.tree);
    if (first) first.tabIndex = 0;
  }
  return marked.slice(0, MOST);
}
function rowRanges(row, wanted) {
  return [...row.childNodes].map((node) => node.firstChild ?? node).filter((node) => node.nodeType === Node.TEXT_NODE).flatMap((node) =>
    places(fold(node.data), wanted).map((at) => {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      return range;
    }));
}
function say(wanted, found, rows) {
  const number = (speech.hit + 1 || "") && `${speech.hit + 1}/`;
  const text = inChinese() ? `${number}${found} 处 · ${rows} 点` : `${number}${found} hits · ${rows} points`;
  speech.said.textContent = wanted ? text : "";
}
function nextHit(forward) {
  const { hits = [] } = speech;
  if (!hits.length) return;
  speech.hit = (speech.hit + (forward ? 1 : -1) + hits.length) % hits.length;
  const { at, size } = hits[speech.hit];
  const index = indexOf(speech);
  const range = rangeAt(index, at, size);
  paint("now", [range]);
  quietUntil = performance.now() + 400;
  range.startContainer.parentElement.scrollIntoView({ block: "center" });
  const name = index.owners[lastAtMost(index.owners.map((owner) => owner.at), at)].name;
  setCurrent(name);
  say("?", hits.length, new Set(all(".hit", speech.tree ?? speech.nav)).size);
}
function leaveSearch() {
  speech.field.value = "";
  search();
  speech.field.blur();
}
