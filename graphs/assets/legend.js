// The kinds on the page (or what its view tells apart) → the legend, which is also the filter.
"use strict";
(function (T) {
  const legend = document.getElementById("legend");
  const counts = new Map();
  const add = (name) => counts.set(name, (counts.get(name) || 0) + 1);
  for (const n of T.nodes.values()) {
    add(n.kind);
    if (n.group) add(n.group);
  }
  // A view may have chips of its own (T.chips): what they hide, the name of it, words in both languages, a symbol, a number.
  const chips = T.chips ? T.chips() : [...T.kinds.values()].filter((kind) => counts.has(kind.id)).map((kind) => ({
    what: "hide", name: kind.id, words: kind, symbol: () => T.symbol(kind.id), number: counts.get(kind.id),
  }));
  const buttons = chips.map((chip) => {
    const toggle = () => T.say(`${chip.words.en} ${T.toggle(chip.what, chip.name) ? "hidden" : "shown"}`);
    const button = T.make("button", { type: "button", class: "chip", "aria-pressed": "true", "data-kind": chip.name, on: { click: toggle } },
      chip.symbol(), T.make("span", {}, chip.words.en), T.make("span", { class: "vi", lang: "vi" }, chip.words.vi), T.make("span", { class: "count" }, chip.number.toLocaleString("en")));
    legend.append(button);
    return [chip, button];
  });
  // What a broken line means, where there is one.
  const broken = [...T.edges.values()].filter((e) => e.dashes).flatMap((e) => e.facts.map((f) => T.facts[f].status));
  const told = [...new Set(broken)].filter((status) => T.legend.statuses[status] && T.legend.statuses[status].dash);
  if (told.length) legend.append(T.make("span", { class: "key" }, T.make("span", {}, told.map((status, i) => [i ? ", " : "", ...T.both(T.word("statuses", status))]).flat())));
  if (T.keys) legend.append(...T.keys());

  T.on((state) => {
    for (const [chip, button] of buttons) button.setAttribute("aria-pressed", String(!state[chip.what].split(",").includes(chip.name)));
  });
})(thidua);
