// A large network as it stands in the window → the same as SVG; and a picture of it for paper.
"use strict";
(function (T) {
  const NAMES = 60;
  T.figure = () => {
    const { box, view, radius, stand } = T.scene;
    const { width, height } = T.frame(box), v = view(), on = stand();
    const ground = T.ink("ground"), ink = T.ink("ink");
    const at = (n) => [v.k * n.x + v.x, v.k * n.y + v.y];
    const near = (n) => {
      const [x, y] = at(n);
      return x > -20 && y > -20 && x < width + 20 && y < height + 20;
    };
    const svg = T.svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, overflow: "hidden" });
    const whole = T.svg("g", { transform: `translate(${v.x} ${v.y}) scale(${v.k})`, fill: "none", "stroke-width": 1 / v.k, opacity: on ? 0.2 : 1 });
    for (const { colour, text } of T.strokes(T.lineColour(), near)) whole.append(T.svg("path", { d: text, stroke: colour }));
    svg.append(whole);
    const lines = on ? [...on.edges].map((id) => T.edges.get(id)).filter(T.edgeShown) : [];
    for (const e of lines) {
      const [x1, y1] = at(T.nodes.get(e.from)), [x2, y2] = at(T.nodes.get(e.to));
      svg.append(T.svg("line", { x1, y1, x2, y2, stroke: T.colour(e.hue), "stroke-width": 1.4, "stroke-dasharray": e.dashes ? "6 5" : null }));
    }
    const seen = T.heaviest(T.nodes.keys()).filter(T.nodeShown).map((id) => T.nodes.get(id)).filter(near);
    const dots = new Map();
    const add = (group, n) => {
      const [x, y] = at(n), r = Math.max(on && on.nodes.has(n.id) ? 3.5 : 0, radius(n));
      if (!dots.has(group)) dots.set(group, []);
      dots.get(group).push(r < 2 ? `M${(x - r).toFixed(1)} ${y.toFixed(1)}h${(2 * r).toFixed(1)}v${(2 * r).toFixed(1)}h${(-2 * r).toFixed(1)}z`
        : `M${T.outline(n.kind).map(([dx, dy]) => `${(x + dx * r).toFixed(1)} ${(y + dy * r).toFixed(1)}`).join("L")}z`);
    };
    for (const n of seen) if (!on || !on.nodes.has(n.id)) add(`${n.group || n.kind} out`, n);
    for (const n of seen) if (on && on.nodes.has(n.id)) add(`${n.group || n.kind} on`, n);
    for (const [group, parts] of dots) {
      const [kind, lit] = group.split(" ");
      svg.append(T.svg("path", { d: parts.join(""), fill: T.colour(kind), opacity: on && lit === "out" ? 0.2 : 1 }));
    }
    const taken = [];
    for (const n of on ? seen.filter((one) => on.nodes.has(one.id)) : seen) {
      if (taken.length >= NAMES) break;
      const [x, y] = at(n), half = n.name.length * 3.4, top = y + Math.max(3, radius(n)) + 2;
      if (taken.some((b) => x - half < b[2] && b[0] < x + half && top < b[3] && b[1] < top + 16)) continue;
      taken.push([x - half, top, x + half, top + 16]);
      svg.append(T.svg("text", { x, y: top + 8, "text-anchor": "middle", "dominant-baseline": "central", "font-size": 12, fill: ink, stroke: ground, "stroke-width": 4, "stroke-linejoin": "round", "paint-order": "stroke" }, n.name));
    }
    return svg;
  };

  addEventListener("beforeprint", () => {
    const svg = T.figure();
    svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    document.getElementById("printed").src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  });
})(thidua);
