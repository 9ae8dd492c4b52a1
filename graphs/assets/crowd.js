// A network of thousands of things → a picture that is moved as it is while it is dragged, and drawn anew at rest.
"use strict";
(function (T) {
  const MARGIN = 0.2; // how far the picture reaches beyond the window, as a share of it
  const SPACING = 24; // how far apart neighbours lie, in the picture's units
  const box = document.getElementById("picture");
  const host = T.make("div"), front = T.make("canvas"), sheet = T.make("div", { class: "sheet" }, host, front);
  let painter = null, stand = null, hover = "";
  let view = { k: 1, x: 0, y: 0 }; // from the picture's units to the sheet, as drawn
  let shift = { k: 1, x: 0, y: 0 }; // how the sheet was moved since
  let busy = false, timer = 0, after = [];

  // First `b`, then `a`; and what leads back.
  const join = (a, b) => ({ k: a.k * b.k, x: a.k * b.x + a.x, y: a.k * b.y + a.y });
  const back = (a) => ({ k: 1 / a.k, x: -a.x / a.k, y: -a.y / a.k });
  const edge = () => [MARGIN * box.clientWidth, MARGIN * box.clientHeight];
  const now = () => join(shift, view);
  const apply = () => {
    sheet.style.transform = `translate(${shift.x}px, ${shift.y}px) scale(${shift.k})`;
  };

  const drawFront = () => painter && T.front(front, { view, radius: (n) => painter.radius(n, view.k), stand, hover });
  const draw = () => {
    clearTimeout(timer);
    timer = 0;
    if (!painter || !box.clientWidth) return;
    if (busy) {
      timer = setTimeout(draw, 30);
      return;
    }
    busy = true;
    const moved = { ...shift }, wanted = now();
    painter.paint(wanted, () => {
      view = wanted;
      shift = join(shift, back(moved));
      apply();
      drawFront();
      busy = false;
      after.splice(0).forEach((run) => run());
    });
  };
  const soon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(draw, wait);
  };
  // The window has come to where nothing is drawn.
  const bare = () => {
    const [mx, my] = edge(), { clientWidth: w, clientHeight: h } = box;
    const x = shift.x, y = shift.y, wide = shift.k * (w + 2 * mx), high = shift.k * (h + 2 * my);
    return x > mx || y > my || x + wide < w + mx || y + high < h + my || shift.k > 2.2;
  };
  const go = (wanted) => {
    shift = join(wanted, back(view));
    apply();
    draw();
  };

  const place = (n) => [n.x, n.y];
  T.at = (id) => {
    const n = T.nodes.get(id), v = now(), [mx, my] = edge();
    return { x: v.k * n.x + v.x - mx, y: v.k * n.y + v.y - my };
  };
  // The thing at a place in the window, or within some pixels of it.
  const under = (px, py) => {
    const v = now(), [mx, my] = edge(), x = (px + mx - v.x) / v.k, y = (py + my - v.y) / v.k;
    let best = null, least = Infinity;
    for (const n of T.nodes.values()) {
      const dx = Math.abs(n.x - x) * v.k, dy = Math.abs(n.y - y) * v.k;
      if (dx > 24 || dy > 24) continue;
      const far = Math.hypot(dx, dy) - Math.max(6, painter.radius(n, v.k) + 3);
      if (far < 0 && far < least && T.nodeShown(n.id) && (!stand || stand.nodes.has(n.id))) [best, least] = [n.id, far];
    }
    return best;
  };
  const lineUnder = (px, py) => {
    const v = now(), [mx, my] = edge(), x = (px + mx - v.x) / v.k, y = (py + my - v.y) / v.k, reach = 4 / v.k;
    let best = null, least = reach;
    for (const e of T.edges.values()) {
      const a = T.nodes.get(e.from), b = T.nodes.get(e.to);
      if ((x < a.x - reach && x < b.x - reach) || (x > a.x + reach && x > b.x + reach) || (y < a.y - reach && y < b.y - reach) || (y > a.y + reach && y > b.y + reach)) continue;
      const dx = b.x - a.x, dy = b.y - a.y, along = Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
      const far = Math.hypot(a.x + along * dx - x, a.y + along * dy - y);
      if (far < least && T.edgeShown(e) && (!stand || stand.edges.has(e.id))) [best, least] = [e.id, far];
    }
    return best;
  };

  const fit = (ids) => {
    if (!ids.length || box.clientWidth < 64 || !painter) return;
    let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
    for (const id of ids) {
      const n = T.nodes.get(id);
      [left, right, top, bottom] = [Math.min(left, n.x), Math.max(right, n.x), Math.min(top, n.y), Math.max(bottom, n.y)];
    }
    const { clientWidth: w, clientHeight: h } = box, [mx, my] = edge();
    const k = Math.min(3.5, (w - 90) / (right - left || 1), (h - 60) / (bottom - top || 1));
    go({ k, x: mx + w / 2 - (k * (left + right)) / 2, y: my + h / 2 - (k * (top + bottom)) / 2 });
  };
  const shown = () => [...T.nodes.keys()].filter(T.nodeShown);
  T.fit = () => fit(shown());
  T.near = (id) => fit([id, ...T.neighbours(id)]);
  T.zoom = (factor) => {
    scene.move(factor, box.clientWidth / 2, box.clientHeight / 2, 0, 0);
    scene.rest();
  };
  // At first what hangs together, without the rows below it.
  const home = () => {
    const top = T.shelves.wide === null ? Infinity : T.shelves.wide;
    const joined = [...T.nodes.values()].filter((n) => n.y < top && T.nodeShown(n.id)).map((n) => n.id);
    fit(joined.length ? joined : shown());
  };
  // What is drawn now, for those who draw it elsewhere; `still` runs when nothing is left to draw.
  T.scene = {
    place, box,
    view: () => {
      const v = now(), [mx, my] = edge();
      return { k: v.k, x: v.x - mx, y: v.y - my };
    },
    radius: (n) => painter.radius(n, now().k),
    stand: () => stand,
    still: () => new Promise((done) => (busy || timer ? after.push(() => done(T.scene.still())) : done())),
  };

  const scene = {
    move: (factor, px, py, dx, dy) => {
      const [mx, my] = edge(), k = now().k * factor;
      const most = 4, least = 0.004;
      const f = k > most ? (factor * most) / k : k < least ? (factor * least) / k : factor;
      const x = px + mx, y = py + my;
      shift = { k: shift.k * f, x: f * (shift.x - (x - dx)) + x, y: f * (shift.y - (y - dy)) + y };
      apply();
      if (bare() && !busy) draw();
      else soon(140);
    },
    rest: () => timer && draw(),
    hover: (px, py) => {
      if (!painter || timer) return;
      const id = px < 0 ? "" : under(px, py) || "";
      if (id === hover) return;
      hover = id;
      box.style.cursor = id ? "pointer" : "";
      drawFront();
    },
    click: (px, py) => {
      const node = under(px, py), line = node ? null : lineUnder(px, py);
      if (node) T.choose({ node });
      else if (line) T.choose({ edge: line });
      else if (T.chosen()) T.choose({});
    },
    open: (px, py) => {
      const id = under(px, py);
      if (id) T.near(id);
    },
  };

  // Lights what a passage tells, as long as the pointer rests on it.
  T.light = (passage) => {
    stand = T.lit(passage === null ? null : { passage: String(passage) });
    drawFront();
  };

  const size = () => {
    [front.width, front.height] = [sheet.clientWidth, sheet.clientHeight];
    painter.resize();
  };
  T.open = () => {
    box.append(sheet);
    stand = T.lit();
    painter = T.painter(host, SPACING);
    size();
    home();
    T.dragged(box, scene);
    let last = [box.clientWidth, box.clientHeight].join(), away = false;
    new ResizeObserver(() => {
      if (!box.clientWidth) away = true; // behind the table
      const next = [box.clientWidth, box.clientHeight].join();
      if (!box.clientWidth || (next === last && !away)) return;
      size();
      if (next === last) draw();
      else if (T.state.node && box.clientWidth < 700) T.near(T.state.node);
      else home();
      [last, away] = [next, false];
    }).observe(box);
  };

  const dressed = (s) => [s.hide, s.status, s.from, s.to, s.source, T.dark()].join(" ");
  let dress = null, typing = 0;
  T.on((state, before) => {
    const sign = dressed(state);
    if (painter && dress !== null && sign !== dress) {
      painter.dress();
      soon(0);
    }
    dress = sign;
    if (!painter) return;
    clearTimeout(typing);
    if (["node", "edge", "fact", "passage", "view"].every((part) => state[part] === before[part]) && state.q !== before.q) {
      typing = setTimeout(() => { // after the list of what was found
        stand = T.lit();
        drawFront();
      }, 60);
      return;
    }
    stand = T.lit();
    drawFront();
    // What was chosen elsewhere may lie outside the window.
    if (state.node && state.node !== before.node) {
      const { x, y } = T.at(state.node);
      if (x < 0 || y < 0 || x > box.clientWidth || y > box.clientHeight) T.near(state.node);
    }
  });
})(thidua);
