// What somebody means by the words of a control or of a field: what is visible, in <main> first, exact words
// before words that are contained. Words that begin with # . or [ are a selector.
(what, words) => {
  const plain = text => (text || "").replace(/[\s\u00a0\u202f]+/g, " ").trim();
  const visible = element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const all = selector => [...document.querySelectorAll(selector)];
  const wanted = plain(words);
  if (/^[#.[]/.test(words)) return all(words).find(visible) || all(words)[0] || null;
  const best = (candidates, text) => {
    const inMain = element => (element.closest("main") ? 0 : 1);
    const ordered = candidates.filter(visible).sort((one, other) => inMain(one) - inMain(other));
    return ordered.find(element => plain(text(element)) === wanted) ||
      ordered.find(element => plain(text(element)).includes(wanted)) || null;
  };
  if (what === "control") return best(all("a[href], button, summary, [type=submit]"), e => e.textContent || e.value);
  const label = best(all("label, legend"), e => e.textContent);
  if (label) return label.control || label.querySelector("input");
  return all("input, select, textarea").find(e => e.name === words || e.getAttribute("aria-label") === words) || null;
}
