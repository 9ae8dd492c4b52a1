// A kind → its symbol: one outline for the legend's SVG and for the canvas, so that both always agree.
"use strict";
(function (T) {
  const SVG = "http://www.w3.org/2000/svg";
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
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "-1.1 -1.1 2.2 2.2");
    svg.setAttribute("class", "symbol");
    svg.setAttribute("data-symbol", kind);
    svg.setAttribute("aria-hidden", "true");
    const shape = document.createElementNS(SVG, "polygon");
    shape.setAttribute("points", T.outline(kind).map(([x, y]) => `${x.toFixed(3)},${y.toFixed(3)}`).join(" "));
    shape.setAttribute("fill", T.colour(kind));
    svg.append(shape);
    return svg;
  };
  // Symbols already on the page follow the theme.
  T.on(() => {
    for (const svg of document.querySelectorAll("[data-symbol]")) svg.firstChild.setAttribute("fill", T.colour(svg.dataset.symbol));
  });
})(thidua);
