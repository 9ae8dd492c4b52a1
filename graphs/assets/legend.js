// The kinds on the page → the legend, which is also the filter.
"use strict";
(function (T) {
  const legend = document.getElementById("legend");
  const counts = new Map();
  for (const n of T.nodes.values()) counts.set(n.kind, (counts.get(n.kind) || 0) + 1);
  const buttons = new Map();
  for (const kind of T.legend.kinds) {
    if (!counts.has(kind.id)) continue;
    const toggle = () => {
      const hidden = T.hidden();
      if (!hidden.delete(kind.id)) hidden.add(kind.id);
      T.set({ hide: [...hidden].sort().join(",") });
      T.say(`${kind.en} ${hidden.has(kind.id) ? "hidden" : "shown"}`);
    };
    const button = T.make("button", { type: "button", class: "chip", "aria-pressed": "true", "data-kind": kind.id, on: { click: toggle } },
      T.symbol(kind.id), T.make("span", {}, kind.en), T.make("span", { class: "vi", lang: "vi" }, kind.vi), T.make("span", { class: "count" }, String(counts.get(kind.id))));
    buttons.set(kind.id, button);
    legend.append(button);
  }
  // What a broken line means, where there is one.
  const broken = [...T.edges.values()].filter((e) => e.dashes).flatMap((e) => e.facts.map((f) => T.facts[f].status));
  const told = [...new Set(broken)].filter((status) => T.legend.statuses[status] && T.legend.statuses[status].dash);
  if (told.length) legend.append(T.make("span", { class: "key" }, T.make("span", {}, told.map((status, i) => [i ? ", " : "", ...T.both(T.word("statuses", status))]).flat())));

  T.on(() => {
    const hidden = T.hidden();
    for (const [id, button] of buttons) button.setAttribute("aria-pressed", String(!hidden.has(id)));
  });
})(thidua);
