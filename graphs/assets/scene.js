// The network as it stands on the canvas → the same as SVG.
"use strict";
(function (T) {
  const { SIZE, LINE } = T.letters;
  const scene = T.scene;

  // The head of a line's arrow, where the line meets what it leads to.
  const arrow = (line, n, colour) => {
    const [x, y] = scene.place(n), { width, height } = T.room(n);
    let t = 1, tip = line.getPoint(t);
    while (t > 0.1 && Math.abs(tip.x - x) < width / 2 + 2 && Math.abs(tip.y - y) < height / 2 + 2) tip = line.getPoint((t -= 0.01));
    const back = line.getPoint(t - 0.03), angle = Math.atan2(tip.y - back.y, tip.x - back.x);
    const side = (turn) => `${(tip.x - 8 * Math.cos(angle + turn)).toFixed(1)},${(tip.y - 8 * Math.sin(angle + turn)).toFixed(1)}`;
    return T.svg("polygon", { points: `${tip.x.toFixed(1)},${tip.y.toFixed(1)} ${side(0.42)} ${side(-0.42)}`, fill: colour });
  };

  // What can be seen in the frame now, in its pixels.
  T.figure = () => {
    const network = scene.network();
    const { width, height } = T.frame(scene.box);
    const svg = T.svg("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
    const scale = network.getScale(), middle = network.getViewPosition();
    const whole = T.svg("g", { transform: `translate(${width / 2 - middle.x * scale} ${height / 2 - middle.y * scale}) scale(${scale})` });
    const ground = T.ink("ground"), ink = T.ink("ink");
    const near = scene.near(), far = T.far(scale);
    const text = (x, y, words, attributes) => T.svg("text", { x, y, "text-anchor": "middle", "dominant-baseline": "central", "paint-order": "stroke", "stroke-width": 4, "stroke-linejoin": "round", ...attributes }, words);

    for (const ring of scene.grounds()) {
      const colour = T.mix(T.colour("cluster"), ground, T.dark() ? 0.1 : 0.075);
      whole.append(T.svg("polygon", { points: ring.map(([x, y]) => `${x},${y + 8}`).join(" "), fill: colour, stroke: colour, "stroke-width": 110, "stroke-linejoin": "round" }));
    }
    const edges = [...T.edges.values()].filter((e) => T.edgeShown(e) && (near(scene.place(T.nodes.get(e.from))) || near(scene.place(T.nodes.get(e.to)))));
    for (const e of edges) {
      const drawn = network.body.edges[e.id];
      const at = [0.02, 0.25, 0.5, 0.75, 0.98].map((t) => drawn.edgeType.getPoint(t));
      const look = drawn.options;
      whole.append(T.svg("polyline", { points: at.map((p) => `${p.x.toFixed(1)},${p.y.toFixed(1)}`).join(" "), fill: "none", stroke: look.color.color, "stroke-width": look.width, "stroke-dasharray": e.dashes ? "6 5" : null }));
      if (!e.relations.includes("together")) whole.append(arrow(drawn.edgeType, T.nodes.get(e.to), look.color.color));
    }
    for (const n of T.nodes.values()) {
      const [x, y] = scene.place(n), look = scene.look(n.id), r = T.radius(n, scale);
      if (!T.nodeShown(n.id) || !near([x, y])) continue;
      const lines = n.label.split("\n");
      const bold = T.isCard(n) || n.kind === "person" || look.on ? 600 : 400;
      if (T.isCard(n) && !far) {
        const { width: wide, height: high } = T.room(n);
        whole.append(T.svg("rect", { x: x - wide / 2, y: y - high / 2, width: wide, height: high, rx: n.kind === "cluster" ? high / 2.4 : 5, fill: look.fill, stroke: ground, "stroke-width": 2.5 }));
        lines.forEach((line, i) => whole.append(text(x, y + (i - (lines.length - 1) / 2) * LINE, line, { fill: look.text, stroke: "none", "font-size": SIZE, "font-weight": 600 })));
        continue;
      }
      whole.append(T.svg("polygon", { points: T.outline(n.kind).map(([dx, dy]) => `${(x + dx * r).toFixed(1)},${(y + dy * r).toFixed(1)}`).join(" "), fill: look.fill, stroke: ground, "stroke-width": 2.5 }));
      if (far) continue;
      const top = scene.above(n) ? y - n.size - 4 - lines.length * LINE : y + n.size + 4;
      lines.forEach((line, i) => whole.append(text(x, top + (i + 0.5) * LINE, line, { fill: look.text, stroke: ground, "font-size": SIZE, "font-weight": bold })));
    }
    for (const e of edges) {
      const at = e.label && scene.spots.get(e.id);
      if (at) whole.append(text(at.x, at.y, e.label, { fill: scene.words.get(e.id) || ink, stroke: ground, "font-size": 12.5, "font-weight": 500 }));
    }
    for (const name of T.farNames(scene.place, scale, near)) {
      whole.append(text(name.x, name.y, name.text, { fill: scene.look(name.id).far, stroke: ground, "stroke-width": name.size / 3, "font-size": name.size, "font-weight": 600 }));
    }
    svg.append(whole);
    return svg;
  };
})(thidua);
