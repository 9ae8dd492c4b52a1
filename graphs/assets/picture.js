// Things and lines → vis-network's canvas: colours, highlight, choice by mouse and keyboard, zoom, saving as PNG.
"use strict";
(function (T) {
  const box = document.getElementById("picture");
  const empty = T.nodes.size === 0;
  const LARGE = 600; // past this many things only a choice dims the others, not a passing pointer
  const font = T.font;
  const quick = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let tall = false;
  let hover = null; // {node} or {edge} under the pointer, or {passage} in a text beside the picture
  let nodes, edges, network;

  const seen = new Map(); // the look of each thing, by key; the canvas reads it whenever it draws

  const lit = () => T.lit(T.nodes.size <= LARGE ? hover : null);

  // Lights what a passage tells, as long as the pointer rests on it.
  T.light = (passage) => {
    hover = passage === null ? null : { passage: String(passage) };
    paint();
  };

  const nodeLook = (n, ground, ink, stand) => {
    const colour = T.colour(n.group || n.kind);
    const dim = stand && !stand.nodes.has(n.id);
    const fill = dim ? T.mix(colour, ground, 0.28) : colour;
    const on = stand && stand.on === n.id;
    const card = T.isCard(n);
    const name = card ? T.onColour() : ink;
    seen.set(n.id, {
      fill,
      ground,
      on,
      above: above(n),
      ring: T.mix(colour, ground, 0.45),
      far: dim ? T.mix(ink, ground, 0.5) : ink,
      text: dim ? T.mix(name, card ? fill : ground, card ? 0.85 : 0.5) : name,
      halo: card ? "" : ground,
    });
    return { id: n.id, x: tall ? n.tall[0] : n.x, y: tall ? n.tall[1] : n.y, hidden: !T.nodeShown(n.id) };
  };
  const words = new Map(); // the colour of each line's label
  const edgeLook = (e, ground, ink, stand) => {
    const dim = stand && !stand.edges.has(e.id);
    const strong = stand && stand.edges.has(e.id);
    words.set(e.id, dim ? T.mix(ink, ground, 0.3) : T.mix(T.colour(e.hue), ink, 0.75));
    const colour = T.mix(T.colour(e.hue), ground, dim ? 0.2 : strong ? 1 : 0.55);
    return {
      id: e.id,
      hidden: !T.edgeShown(e),
      color: { color: colour, highlight: colour, hover: T.colour(e.hue), inherit: false },
      width: (strong ? 2.4 : e.label ? 2 : 1.3) * Math.min(4, Math.sqrt(e.weight)),
      arrows: { to: { enabled: !e.relations.includes("together") } },
    };
  };
  const looks = () => {
    const ground = T.ink("ground"), ink = T.ink("ink"), stand = lit();
    return {
      nodes: [...T.nodes.values()].map((n) => nodeLook(n, ground, ink, stand)),
      edges: [...T.edges.values()].map((e) => edgeLook(e, ground, ink, stand)),
    };
  };
  const last = new Map();
  const changed = (all) => all.filter((look) => {
    const sign = JSON.stringify(look);
    if (last.get(look.id) === sign) return false;
    last.set(look.id, sign);
    return true;
  });
  const paint = () => {
    if (!network) return;
    const look = looks();
    nodes.update(changed(look.nodes));
    edges.update(changed(look.edges));
    network.redraw();
  };

  // The ground under a cluster and its members, where nothing else stands on it.
  const hull = (points) => {
    const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const half = (list) => {
      const out = [];
      for (const p of list) {
        while (out.length > 1) {
          const [a, b] = out.slice(-2);
          if ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0) break;
          out.pop();
        }
        out.push(p);
      }
      return out.slice(0, -1);
    };
    return [...half(sorted), ...half(sorted.reverse())];
  };
  const inside = (p, ring) => ring.every((a, i) => {
    const b = ring[(i + 1) % ring.length];
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) >= 0;
  });
  const place = (n) => (tall ? n.tall : [n.x, n.y]);
  const above = (n) => n.above[tall ? 1 : 0];
  const grounds = () => {
    const out = [];
    for (const n of T.nodes.values()) {
      if (n.kind !== "cluster" || !T.nodeShown(n.id)) continue;
      const members = T.linesOf.get(n.id).filter((e) => e.to === n.id && e.relations.some((r) => ["member", "lead", "deputy"].includes(r)))
        .map((e) => e.from).filter(T.nodeShown);
      if (members.length < 3) continue;
      const own = new Set([n.id, ...members]);
      const ring = hull([...own].map((id) => place(T.nodes.get(id))));
      const foreign = [...T.nodes.values()].some((m) => !own.has(m.id) && T.nodeShown(m.id) && inside(place(m), ring));
      if (!foreign) out.push(ring);
    }
    return out;
  };
  const drawGrounds = (ctx) => {
    const ground = T.ink("ground");
    ctx.save();
    ctx.fillStyle = ctx.strokeStyle = T.mix(T.colour("cluster"), ground, T.dark() ? 0.1 : 0.075);
    ctx.lineWidth = 110;
    ctx.lineJoin = "round";
    for (const ring of grounds()) {
      ctx.beginPath();
      ring.forEach(([x, y], i) => (i ? ctx.lineTo(x, y + 8) : ctx.moveTo(x, y + 8)));
      ctx.closePath();
      ctx.fill();
      ctx.stroke();
    }
    ctx.restore();
    const top = T.shelves[tall ? "tall" : "wide"];
    if (top === null) return;
    const across = [...T.nodes.values()].map((n) => place(n)[0]);
    const left = Math.min(...across) - 60, right = Math.max(...across) + 60;
    ctx.save();
    ctx.strokeStyle = T.ink("rule");
    ctx.fillStyle = T.ink("soft");
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(left, top);
    ctx.lineTo(right, top);
    ctx.stroke();
    ctx.font = `600 ${T.far(network.getScale()) ? 12 / network.getScale() : 13}px ${font}`;
    ctx.fillText("Also named · Cũng được nhắc đến", left, top - 8);
    ctx.restore();
  };

  // The labels of lines, above everything else, each where it hides the fewest names.
  const spots = new Map();
  const spot = (e, half) => {
    const at = (t) => network.body.edges[e.id].edgeType.getPoint(t);
    const taken = [...T.nodes.values()].map((n) => {
      const [x, y] = place(n), r = T.reach(n);
      return [x - r.half, y - (above(n) ? r.name : r.height), x + r.half, y + (above(n) ? r.height : Math.max(r.height, r.name))];
    }).concat([...spots.values()].map((s) => [s.x - s.half, s.y - 8, s.x + s.half, s.y + 8]));
    const hides = ({ x, y }) => taken.filter((b) => b[0] < x + half && x - half < b[2] && b[1] < y + 8 && y - 8 < b[3]).length;
    const ways = [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7].map(at);
    return { ...ways.reduce((best, way) => (hides(way) < hides(best) ? way : best)), half };
  };
  const drawLabels = (ctx) => {
    const ground = T.ink("ground");
    ctx.save();
    ctx.font = `500 12.5px ${font}`;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.lineWidth = 4;
    for (const e of T.edges.values()) {
      if (!e.label || !T.edgeShown(e)) continue;
      if (!spots.has(e.id)) spots.set(e.id, spot(e, ctx.measureText(e.label).width / 2));
      const { x, y } = spots.get(e.id);
      ctx.strokeStyle = ground;
      ctx.strokeText(e.label, x, y);
      ctx.fillStyle = words.get(e.id);
      ctx.fillText(e.label, x, y);
    }
    for (const name of T.farNames(place, network.getScale(), near())) {
      ctx.font = `600 ${name.size}px ${font}`;
      ctx.lineWidth = name.size / 3;
      ctx.strokeStyle = ground;
      ctx.strokeText(name.text, name.x, name.y);
      ctx.fillStyle = seen.get(name.id).far;
      ctx.fillText(name.text, name.x, name.y);
    }
    ctx.restore();
  };

  // Whether a position is in the window now, or close to it.
  const near = () => {
    const scale = network.getScale(), middle = network.getViewPosition();
    const { width, height } = T.frame(box), across = width / 2 / scale + 200, down = height / 2 / scale + 200;
    return ([x, y]) => Math.abs(x - middle.x) < across && Math.abs(y - middle.y) < down;
  };

  // What the picture looks like now, for those who draw it elsewhere.
  T.scene = { lit, place, above, grounds, near, spots, words, look: (id) => seen.get(id), box, network: () => network };

  // Show these things with their names, as large as the window allows (never larger than 1.25 times).
  const fit = (ids, animate = true) => {
    if (!ids.length || box.clientWidth < 64 || box.clientHeight < 64) return;
    let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
    for (const id of ids) {
      const n = T.nodes.get(id), [x, y] = place(n), r = T.reach(n);
      const up = above(n) ? r.name : r.height, down = above(n) ? r.height : Math.max(r.height, r.name);
      [left, right, top, bottom] = [Math.min(left, x - r.half), Math.max(right, x + r.half), Math.min(top, y - up), Math.max(bottom, y + down)];
    }
    const scale = Math.min(1.25, (box.clientWidth - 32) / (right - left), (box.clientHeight - 28) / (bottom - top));
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: animate && !quick ? { duration: 300 } : false });
  };
  const visible = () => [...T.nodes.keys()].filter(T.nodeShown);
  // On a phone a choice leaves little room: then only the chosen thing or line and what it touches.
  const inView = () => {
    const s = T.state;
    if (!tall || !(s.node || s.edge)) return visible();
    const e = T.edges.get(s.edge);
    return e ? [e.from, e.to] : [s.node, ...T.neighbours(s.node)];
  };
  T.fit = () => network && fit(visible());
  T.zoom = (factor) => network && network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)), animation: quick ? false : { duration: 150 } });
  T.near = (id) => network && fit([id, ...T.neighbours(id)]);

  // On paper the picture is an image: a canvas would be squeezed.
  addEventListener("beforeprint", () => network && (document.getElementById("printed").src = box.querySelector("canvas").toDataURL()));

  T.open = () => {
    if (empty) return;
    const shape = () => box.clientWidth < 1.05 * box.clientHeight;
    tall = shape();
    const first = looks();
    changed(first.nodes);
    changed(first.edges);
    const render = ({ ctx, id, x, y }) => {
      const n = T.nodes.get(id), look = seen.get(id);
      return { drawNode: () => T.drawThing(ctx, n, x, y, look), drawExternalLabel: () => T.drawName(ctx, n, x, y, look), nodeDimensions: T.room(n) };
    };
    nodes = new vis.DataSet([...T.nodes.values()].map((n, i) => ({ ...first.nodes[i], shape: "custom", size: n.size, ctxRenderer: render })));
    edges = new vis.DataSet([...T.edges.values()].map((e, i) => ({ from: e.from, to: e.to, dashes: e.dashes ? [6, 5] : false, ...first.edges[i] })));
    network = T.network = new vis.Network(box, { nodes, edges }, T.options);
    network.on("beforeDrawing", drawGrounds);
    network.on("afterDrawing", drawLabels);
    fit(visible(), false);
    const under = (change) => {
      hover = change;
      box.style.cursor = change ? "pointer" : "";
      paint();
      T.preview(change);
    };
    network.on("hoverNode", (p) => under({ node: p.node }));
    network.on("blurNode", () => under(null));
    network.on("hoverEdge", (p) => hover && hover.node ? null : under({ edge: p.edge }));
    network.on("blurEdge", () => hover && hover.edge ? under(null) : null);
    box.addEventListener("pointerleave", () => hover && under(null));
    network.on("click", (p) => {
      hover = null;
      if (p.nodes.length) T.choose({ node: p.nodes[0] });
      else if (p.edges.length) T.choose({ edge: p.edges[0] });
      else if (T.chosen()) T.choose({});
    });
    network.on("doubleClick", (p) => p.nodes.length && T.near(p.nodes[0]));
    new ResizeObserver(() => {
      if (!box.clientWidth) return;
      if (shape() !== tall) { // a window became a phone's, or the other way round
        tall = !tall;
        spots.clear();
        paint();
      }
      requestAnimationFrame(() => fit(inView(), false));
    }).observe(box);
  };
  T.on((state) => {
    if (!network) return;
    hover = null;
    paint();
    if (state.node) network.selectNodes([state.node], false);
    else if (state.edge) network.setSelection({ nodes: [], edges: [state.edge] });
    else network.unselectAll();
  });
})(thidua);
