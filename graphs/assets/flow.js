// Things in columns and what goes between them, in several sorts → ribbons, as broad as what they stand for.
"use strict";
(function (T) {
  const BAR = 10, GAP = 9, UNIT = 9, LEAST = 15, HIGH = 430;
  const path = (x0, a0, a1, x1, b0, b1) => {
    const m = (x0 + x1) / 2;
    return `M${x0},${a0} C${m},${a0} ${m},${b0} ${x1},${b0} L${x1},${b1} C${m},${b1} ${m},${a1} ${x0},${a1} Z`;
  };

  // `columns`: lists of {id, label, kind, facts}; `links`: {from, to, sort, facts}, between neighbours.
  T.flow = ({ label, columns, links, width, heads }) => {
    const wide = Math.max(width, 760), unit = Math.min(UNIT, HIGH / Math.max(...columns.map((c) => c.reduce((sum, n) => sum + n.facts.length, 0)), 1));
    const size = (facts) => Math.max(facts.length * unit, 1.5);
    const room = (n) => Math.max(size(n.facts), LEAST);
    const tall = Math.max(...columns.map((c) => c.reduce((sum, n) => sum + room(n) + GAP, 0)));
    const step = (wide - BAR - 190) / (columns.length - 1);
    const at = new Map();
    columns.forEach((column, i) => {
      let y = 30 + (tall - column.reduce((sum, n) => sum + room(n) + GAP, 0)) / 2;
      for (const n of column) {
        at.set(n.id, { x: i * step, y, n, out: y, in: y });
        y += room(n) + GAP;
      }
    });
    const svg = T.svg("svg", { class: "flow", width: wide, height: tall + 34, viewBox: `0 0 ${wide} ${tall + 34}`, role: "group", "aria-label": label });
    heads.forEach((words, i) => svg.append(T.svg("text", { x: i * step, y: 12, class: "head" }, `${words.en} · ${words.vi}`)));
    const order = (l) => at.get(l.from).y * 1000 + at.get(l.to).y;
    for (const l of [...links].sort((a, b) => order(a) - order(b))) {
      const from = at.get(l.from), to = at.get(l.to), h = size(l.facts);
      const shape = T.svg("path", { class: "ribbon", d: path(from.x + BAR, from.out, from.out + h, to.x, to.in, to.in + h) });
      shape.style.fill = `var(--status-${l.sort})`;
      from.out += h;
      to.in += h;
      svg.append(T.pickable(shape, l.facts, `${from.n.label} → ${to.n.label}: ${T.word("statuses", l.sort).en}, ${l.facts.length}`));
    }
    columns.forEach((column, i) => column.forEach((n) => {
      const { x, y } = at.get(n.id), h = size(n.facts);
      const bar = T.svg("rect", { class: "bar-of", x, y, width: BAR, height: h, rx: 2 });
      bar.style.fill = `var(--kind-${n.kind})`;
      const text = T.svg("text", { x: x + BAR + 6, y: y + Math.max(h, LEAST) / 2, "dominant-baseline": "central" }, T.cut(n.label, i === columns.length - 1 ? 25 : Math.floor(step / 7.4)), T.svg("tspan", { class: "number" }, `  ${n.facts.length}`));
      svg.append(T.pickable(T.svg("g", { class: "node" }, bar, text), n.facts, `${n.label}: ${n.facts.length}`));
    }));
    return T.make("div", { class: "wide" }, svg);
  };

  // The number of facts a year, one on the other by sort.
  T.bars = ({ label, facts, sorts, width }) => {
    const years = T.span(facts.map(([, f]) => T.yearOf(f)));
    if (years.length < 2) return null;
    const step = Math.min(46, (width - 8) / years.length), tall = 84;
    const by = new Map(years.map((y) => [y, new Map()]));
    for (const [number, f] of facts) {
      const of = by.get(T.yearOf(f));
      if (of) of.set(f.status, [...(of.get(f.status) || []), number]);
    }
    const most = Math.max(...[...by.values()].map((of) => [...of.values()].flat().length), 1);
    const svg = T.svg("svg", { class: "bars", width: step * years.length + 8, height: tall + 34, role: "group", "aria-label": label });
    years.forEach((year, i) => {
      let y = tall + 16;
      const of = by.get(year);
      for (const sort of sorts) {
        const numbers = of.get(sort);
        if (!numbers) continue;
        const h = Math.max(2, (numbers.length / most) * tall);
        y -= h;
        const bar = T.svg("rect", { class: "ribbon bar", x: i * step + 2, y, width: step - 4, height: h });
        bar.style.fill = `var(--status-${sort})`;
        svg.append(T.pickable(bar, numbers, `${year}: ${T.word("statuses", sort).en}, ${numbers.length}`));
      }
      const total = [...of.values()].flat().length;
      if (total && step > 16) svg.append(T.svg("text", { x: i * step + step / 2, y: y - 4, "text-anchor": "middle", class: "number" }, total));
      if (step > 26 || i % Math.ceil(30 / step) === 0) svg.append(T.svg("text", { x: i * step + step / 2, y: tall + 30, "text-anchor": "middle" }, year));
    });
    return svg;
  };
})(thidua);
