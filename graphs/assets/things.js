// A thing and its look → its symbol or card and its name on the canvas.
"use strict";
(function (T) {
  const SIZE = 15, LINE = 18.5; // tall enough for two marks on a Vietnamese letter
  T.letters = { SIZE, LINE };
  const measure = document.createElement("canvas").getContext("2d");
  const face = (bold) => `${bold ? 600 : 400} ${SIZE}px ${T.font}`;
  const cards = new Map();

  T.isCard = (n) => n.shape === "box";
  const lines = (n) => n.label.split("\n");

  // Width and height of what a pointer can hit and a line ends at.
  T.room = (n) => {
    if (!T.isCard(n)) return { width: 2 * n.size, height: 2 * n.size };
    if (!cards.has(n.id)) {
      measure.font = face(true);
      const widest = Math.max(...lines(n).map((line) => measure.measureText(line).width));
      cards.set(n.id, { width: widest + 28, height: lines(n).length * LINE + 18 });
    }
    return cards.get(n.id);
  };

  // How far a thing and its name reach from its position.
  const reaches = new Map();
  T.reach = (n) => {
    if (!reaches.has(n.id)) {
      const { width, height } = T.room(n);
      measure.font = face(true);
      const name = T.isCard(n) ? 0 : Math.max(...lines(n).map((line) => measure.measureText(line).width));
      reaches.set(n.id, { half: Math.max(width, name) / 2, height: height / 2, name: T.isCard(n) ? 0 : n.size + 4 + lines(n).length * LINE });
    }
    return reaches.get(n.id);
  };

  const write = (ctx, n, x, top, look, bold) => {
    ctx.font = face(bold);
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.direction = "inherit";
    lines(n).forEach((line, i) => {
      const y = top + (i + 0.5) * LINE;
      if (look.halo) {
        ctx.lineJoin = "round";
        ctx.lineWidth = 4;
        ctx.strokeStyle = look.halo;
        ctx.strokeText(line, x, y);
      }
      ctx.fillStyle = look.text;
      ctx.fillText(line, x, y);
    });
  };

  T.drawThing = (ctx, n, x, y, look) => {
    ctx.save();
    ctx.beginPath();
    const scale = T.network.getScale(), far = T.far(scale), r = T.radius(n, scale);
    if (T.isCard(n) && !far) {
      const { width, height } = T.room(n);
      ctx.roundRect(x - width / 2, y - height / 2, width, height, n.kind === "cluster" ? height / 2.4 : 5);
    } else {
      T.outline(n.kind).forEach(([dx, dy], i) => (i ? ctx.lineTo(x + dx * r, y + dy * r) : ctx.moveTo(x + dx * r, y + dy * r)));
      ctx.closePath();
    }
    ctx.lineJoin = "round";
    ctx.lineWidth = look.on ? 9 : 5;
    ctx.strokeStyle = look.on ? look.ring : look.ground;
    ctx.stroke();
    ctx.fillStyle = look.fill;
    ctx.fill();
    if (T.isCard(n) && !far) write(ctx, n, x, y - (lines(n).length * LINE) / 2, look, true);
    ctx.restore();
  };
  T.drawName = (ctx, n, x, y, look) => {
    if (T.isCard(n) || (!look.on && T.far(T.network.getScale()))) return;
    ctx.save();
    write(ctx, n, x, look.above ? y - n.size - 4 - lines(n).length * LINE : y + n.size + 4, look, n.kind === "person" || look.on);
    ctx.restore();
  };
})(thidua);
