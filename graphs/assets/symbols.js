// A kind → its symbol: one outline for the legend's SVG and for the canvas, so that both always agree.
"use strict";
(function (T) {
  const up = -Math.PI / 2;
  const ring = (count, start, ...radii) =>
    Array.from({ length: count }, (_, i) => {
      const angle = start + (i * 2 * Math.PI) / count, r = radii[i % radii.length];
      return [r * Math.cos(angle), r * Math.sin(angle)];
    });
  const rectangle = (x, y) => [[-x, -y], [x, -y], [x, y], [-x, y]];
  const corners = {
    dot: ring(40, 0, 0.88),
    square: rectangle(0.78, 0.78),
    diamond: ring(4, up, 1),
    hexagon: ring(6, 0, 0.97),
    star: ring(10, up, 1.08, 0.46),
    triangle: ring(3, up, 1.02),
    triangleDown: ring(3, -up, 1.02),
    card: rectangle(1.05, 0.6),
    pill: [...ring(24, up, 0.6).slice(0, 13).map(([x, y]) => [x + 0.48, y]), ...ring(24, -up, 0.6).slice(0, 13).map(([x, y]) => [x - 0.48, y])],
  };
  const cards = { event: "card", cluster: "pill" };

  // The outline of a kind's symbol around (0, 0), with a radius of about 1.
  T.outline = (kind) => corners[cards[kind] || T.kinds.get(kind).shape] || corners.dot;

  T.symbol = (kind) => {
    const points = T.outline(kind).map(([x, y]) => `${x.toFixed(3)},${y.toFixed(3)}`).join(" ");
    return T.svg("svg", { viewBox: "-1.1 -1.1 2.2 2.2", class: "symbol", "data-symbol": kind, "aria-hidden": "true" }, T.svg("polygon", { points, fill: T.colour(kind) }));
  };
  // The sign of a status: a shape of its own, so that no colour is needed to tell it.
  const mark = {
    disc: () => [["circle", { r: 0.8, fill: "C" }]],
    ring: () => [["circle", { r: 0.68, fill: "none", stroke: "C", "stroke-width": 0.3 }]],
    half: () => [["circle", { r: 0.68, fill: "none", stroke: "C", "stroke-width": 0.24 }], ["path", { d: "M0,-0.68 A0.68,0.68 0 0 1 0,0.68 Z", fill: "C" }]],
    cross: () => [["path", { d: "M-0.62,-0.62 L0.62,0.62 M-0.62,0.62 L0.62,-0.62", stroke: "C", "stroke-width": 0.36 }]],
    ringCross: () => [...mark.ring(), ["path", { d: "M-0.4,-0.4 L0.4,0.4 M-0.4,0.4 L0.4,-0.4", stroke: "C", "stroke-width": 0.22 }]],
    bar: () => [["path", { d: "M-0.75,0 L0.75,0", stroke: "C", "stroke-width": 0.44 }]],
    star: () => [["polygon", { points: corners.star.map((p) => p.join(",")).join(" "), fill: "C" }]],
  };
  T.mark = (status, shape) => {
    const parts = mark[shape || T.legend.statuses[status].mark]();
    const painted = ([tag, attributes]) => T.svg(tag, Object.fromEntries(Object.entries(attributes).map(([k, v]) => [k, v === "C" ? "currentColor" : v])));
    const svg = T.svg("svg", { viewBox: "-1.1 -1.1 2.2 2.2", class: "symbol", "aria-hidden": "true" }, parts.map(painted));
    svg.style.color = `var(--status-${status})`;
    return svg;
  };

  // Symbols already on the page follow the theme.
  T.on(() => {
    for (const svg of document.querySelectorAll("[data-symbol]")) svg.firstChild.setAttribute("fill", T.colour(svg.dataset.symbol));
  });
})(thidua);
