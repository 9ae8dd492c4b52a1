// The article's text with every passage marked ↔ the facts and things that it tells of.
"use strict";
(function (T) {
  const box = document.getElementById("text");
  const pieces = []; // [element, numbers of its passages]
  const length = (number) => T.passages[number].end - T.passages[number].start;
  // What a passage tells: the types of its facts; and the kind of the legend that these belong to.
  const types = T.passages.map(() => new Set());
  T.facts.forEach((f) => f.passages.forEach((p) => types[p].add(f.type === "Mention" && f.roles.length ? T.nodes.get(f.roles[0][1]).kind : f.type)));
  const hues = { AwardStep: "honour", Tenure: "post", ClusterMembership: "cluster", ClusterLeadership: "cluster", CovenantSigning: "cluster", Event: "event", Participation: "event", Statement: "event" };
  const shortest = (numbers) => [...numbers].sort((a, b) => length(a) - length(b))[0];
  const hue = (numbers) => {
    const told = types[shortest(numbers)];
    const [type] = Object.keys(hues).filter((name) => told.has(name)).concat([...told]);
    return hues[type] || type;
  };

  // A piece stands for the shortest passage that it is a part of; chosen again, for the next longer one.
  const pick = (numbers) => {
    const order = [...numbers].sort((a, b) => length(a) - length(b));
    const now = order.indexOf(Number(T.state.passage === "" ? -1 : T.state.passage));
    T.choose({ passage: String(order[(now + 1) % order.length]) });
  };
  const live = (number) => T.facts.some((f, i) => f.passages.includes(number) && T.passes(i));
  let stop = null; // the marked piece that the tab key reaches
  const settle = (piece) => {
    if (stop) stop.tabIndex = -1;
    stop = piece;
    stop.tabIndex = 0;
  };
  const marked = () => pieces.filter(([piece]) => piece.hasAttribute("role")).map(([piece]) => piece);

  const depth = (numbers) => Math.min(3, numbers.length);
  for (const [text, numbers] of T.extra.text) {
    if (!numbers.length) {
      box.append(text);
      continue;
    }
    const names = [...new Set(numbers.flatMap((n) => [...types[n]]))].map((k) => (T.legend.facts[k] || { en: (T.kinds.get(k) || {}).one || k }).en);
    const piece = T.make("span", { class: `said deep-${depth(numbers)}`, role: "button", tabindex: "-1", title: names.join(", "), style: { borderBottomColor: `var(--kind-${hue(numbers)})` }, on: { click: () => pick(numbers), pointerenter: () => T.light(shortest(numbers)), pointerleave: () => T.light(null) } }, text);
    pieces.push([piece, numbers]);
    box.append(piece);
  }
  if (pieces.length) settle(pieces[0][0]);
  else box.append(T.make("p", { class: "hint" }, T.extra.text.length ? "" : "No text."));
  box.addEventListener("keydown", (event) => {
    const all = marked(), at = all.indexOf(document.activeElement);
    if (at < 0) return;
    if (event.key === "Enter" || event.key === " ") all[at].click();
    else if (event.key === "Escape") T.choose({});
    else {
      const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
      if (to === undefined || !all[to]) return;
      settle(all[to]);
      all[to].focus();
    }
    event.preventDefault();
  });

  const facts = (state) => {
    if (state.node) return T.nodes.get(state.node).facts;
    if (state.edge) return T.edges.get(state.edge).facts;
    return T.picked();
  };
  // Lights the words that tell of what is chosen, or under the pointer; the first of them.
  T.lightText = (state) => {
    const chosen = new Set(state.passage ? [Number(state.passage)] : facts(state).filter(T.passes).flatMap((i) => T.facts[i].passages));
    let first = null;
    for (const [piece, numbers] of pieces) {
      const lit = numbers.some((n) => chosen.has(n));
      piece.classList.toggle("lit", lit);
      if (lit && !first) first = piece;
    }
    return first;
  };
  T.on((state, before) => {
    const first = T.lightText(state);
    for (const [piece, numbers] of pieces) {
      piece.classList.toggle("out", !numbers.some(live));
      piece.setAttribute("aria-pressed", String(piece.classList.contains("lit")));
    }
    const moved = ["node", "edge", "fact", "passage"].some((part) => state[part] !== before[part]);
    if (!first || !moved) return;
    settle(first);
    const room = box.getBoundingClientRect(), at = first.getBoundingClientRect();
    if (at.top < room.top + 20 || at.bottom > room.bottom - 20) box.scrollTop += at.top - room.top - room.height / 4;
  });
})(thidua);
