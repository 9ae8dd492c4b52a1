// What stands out in a large network, and the names for which there is room → a canvas above its dots and lines.
"use strict";
(function (T) {
  const SIZE = 12, MOST = 55, TRIED = 4000, SHAPES = 3000, LINES = 20000, LONG = 32;
  let order = null; // things, the most told of first

  const shape = (ctx, n, x, y, r, fill, ground) => {
    ctx.beginPath();
    T.outline(n.kind).forEach(([dx, dy], i) => (i ? ctx.lineTo(x + dx * r, y + dy * r) : ctx.moveTo(x + dx * r, y + dy * r)));
    ctx.closePath();
    ctx.lineWidth = 2;
    ctx.strokeStyle = ground;
    ctx.stroke();
    ctx.fillStyle = fill;
    ctx.fill();
  };

  // `view` leads from the picture's units to the canvas, `radius(n)` is that of a dot, `stand` what stands out (T.lit).
  T.front = (canvas, { view, radius, stand, hover }) => {
    const ctx = canvas.getContext("2d"), { width, height } = canvas;
    order = order || T.heaviest(T.nodes.keys()).map((id) => T.nodes.get(id));
    const ground = T.ink("ground"), ink = T.ink("ink");
    const at = (n) => [view.k * n.x + view.x, view.k * n.y + view.y];
    const inside = (n) => {
      const [x, y] = at(n);
      return x > 0 && y > 0 && x < width && y < height && T.nodeShown(n.id);
    };
    ctx.clearRect(0, 0, width, height);
    if (T.shelves.wide !== null) {
      const [[left, right]] = T.extent(), y = view.k * T.shelves.wide + view.y;
      ctx.fillStyle = T.ink("rule");
      ctx.fillRect(view.k * left + view.x, y, view.k * (right - left), 1);
      ctx.font = `600 ${SIZE}px ${T.font}`;
      ctx.textAlign = "left";
      ctx.fillStyle = T.ink("soft");
      ctx.fillText("Also named · Cũng được nhắc đến", Math.max(view.k * left, 10 - view.x) + view.x, y - 6);
    }
    if (stand) {
      ctx.globalAlpha = 0.8;
      ctx.fillStyle = ground;
      ctx.fillRect(0, 0, width, height);
      ctx.globalAlpha = 1;
      ctx.lineWidth = 1.4;
      for (const id of [...stand.edges].slice(0, LINES)) {
        const e = T.edges.get(id);
        if (!T.edgeShown(e)) continue;
        ctx.strokeStyle = T.colour(e.hue);
        ctx.setLineDash(e.dashes ? [6, 5] : []);
        ctx.beginPath();
        ctx.moveTo(...at(T.nodes.get(e.from)));
        ctx.lineTo(...at(T.nodes.get(e.to)));
        ctx.stroke();
      }
      ctx.setLineDash([]);
    }
    const seen = order.filter(inside);
    const lit = stand ? seen.filter((n) => stand.nodes.has(n.id)) : [];
    const least = stand ? 3.5 : 0;
    // Symbols where they are large enough to be told apart, and of all that stands out.
    const drawn = stand ? lit : seen.length < SHAPES ? seen.filter((n) => radius(n) > 3) : seen.slice(0, 400).filter((n) => radius(n) > 5);
    const colour = T.dotColour();
    for (const n of drawn.slice(SHAPES)) { // too many for symbols
      const [x, y] = at(n), r = Math.max(1.5, radius(n));
      ctx.fillStyle = colour(n);
      ctx.fillRect(x - r, y - r, 2 * r, 2 * r);
    }
    for (const n of drawn.slice(0, SHAPES).reverse()) shape(ctx, n, ...at(n), Math.max(least, radius(n)) * (stand && stand.on === n.id ? 1.6 : 1), colour(n), ground);

    const taken = [];
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    const name = (n, always) => {
      const [x, y] = at(n), text = T.cut(n.name, LONG), bold = always || n.kind === "person";
      ctx.font = `${bold ? 600 : 400} ${SIZE}px ${T.font}`;
      const half = ctx.measureText(text).width / 2 + 5, top = y + Math.max(least, radius(n)) + 2;
      const room = [x - half, top, x + half, top + SIZE + 4];
      if (!always && taken.some((b) => room[0] < b[2] && b[0] < room[2] && room[1] < b[3] && b[1] < room[3])) return false;
      taken.push(room);
      ctx.lineWidth = 4;
      ctx.strokeStyle = ground;
      ctx.strokeText(text, x, top + SIZE / 2 + 2);
      ctx.fillStyle = ink;
      ctx.fillText(text, x, top + SIZE / 2 + 2);
      return true;
    };
    if (stand && stand.on) name(T.nodes.get(stand.on), true);
    let names = 0;
    for (const n of (stand ? lit : seen).slice(0, TRIED)) {
      if (names >= MOST) break;
      if (!(stand && stand.on === n.id) && name(n, false)) names++;
    }
    if (hover && T.nodes.has(hover) && inside(T.nodes.get(hover))) {
      const n = T.nodes.get(hover);
      shape(ctx, n, ...at(n), Math.max(4, radius(n)) * 1.3, colour(n), ink);
      name(n, true);
    }
  };
})(thidua);
