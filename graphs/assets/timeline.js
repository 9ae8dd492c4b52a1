// Facts with a day or a year, in rows → marks along the years.
"use strict";
(function (T) {
  const LEFT = 230, ROW = 26, TOP = 24, CHAR = 7.3, NARROW = 560, APART = 15;

  // When a fact is told to be, as a number of years: its own day, else the day of its article, unless in another year.
  T.moment = (f) => {
    const own = T.value(f, "date") || f.year;
    const p = T.passages[f.passages[0]], told = p ? T.articles[p.article].date : "";
    const m = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(told.startsWith(own) ? told : own);
    return m ? Number(m[1]) + (m[2] ? (Number(m[2]) - 1 + (m[3] ? Number(m[3]) - 1 : 15) / 31) / 12 : 0.5) : null;
  };

  // `rows`: {label, entries: [{at, facts, mark, label}], line}; nothing where all is of one time.
  T.timeline = ({ label, rows, width }) => {
    const all = rows.flatMap((r) => r.entries.map((e) => e.at)).filter((at) => at !== null);
    const first = Math.floor(Math.min(...all)), last = Math.ceil(Math.max(...all) + 0.001);
    if (!all.length || Math.max(...all) - Math.min(...all) < 0.08) return null;
    // On a phone a row's name stands above it.
    const narrow = width < NARROW, left = narrow ? 0 : LEFT, high = narrow ? 1.8 * ROW : ROW, wide = width, tall = TOP + rows.length * high + 8;
    const x = (at) => left + 14 + ((at - first) / (last - first)) * (wide - left - 34);
    const svg = T.svg("svg", { class: "timeline", width: wide, height: tall, role: "group", "aria-label": label });
    const every = Math.ceil((last - first) / Math.floor((wide - left) / 46));
    for (let year = first; year <= last; year++) {
      if ((year - first) % every) continue;
      svg.append(T.svg("line", { class: "axis", x1: x(year), x2: x(year), y1: TOP - 4, y2: tall }), T.svg("text", { class: "number", x: x(year), y: 12, "text-anchor": "middle" }, year));
    }
    rows.forEach((r, i) => {
      const y = TOP + (i + 1) * high - ROW / 2;
      svg.append(T.svg("text", { class: "row", x: 0, y: narrow ? y - 0.8 * ROW : y, "dominant-baseline": "central" }, T.cut(r.label, Math.floor((left || wide) / CHAR)), T.svg("title", {}, r.label)));
      const at = r.entries.map((e) => e.at).filter((a) => a !== null);
      if (r.line && at.length > 1) svg.append(T.svg("line", { class: "life", x1: x(Math.min(...at)), x2: x(Math.max(...at)), y1: y, y2: y }));
      let before = -Infinity; // marks of one time stand beside each other
      for (const e of r.entries.filter((e) => e.at !== null).sort((a, b) => a.at - b.at)) {
        const sign = e.mark(), middle = Math.max(x(e.at), before + APART);
        before = middle;
        for (const [name, value] of Object.entries({ x: middle - 8, y: y - 8, width: 16, height: 16 })) sign.setAttribute(name, value);
        svg.append(T.pickable(T.svg("g", {}, T.svg("rect", { x: middle - 12, y: y - 12, width: 24, height: 24, fill: "transparent" }), sign), e.facts, e.label));
      }
    });
    return T.make("div", { class: "wide" }, svg);
  };
})(thidua);
