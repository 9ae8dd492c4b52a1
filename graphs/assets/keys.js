// Keys on the picture → the next thing in the arrow's direction, zoom, everything, nothing.
"use strict";
(function (T) {
  const box = document.getElementById("picture");
  const step = (dx, dy) => {
    const ids = [...T.nodes.keys()].filter(T.nodeShown);
    if (!T.state.node) {
      const first = T.heaviest(ids)[0];
      if (first) T.choose({ node: first }, { step: false });
      return;
    }
    const from = T.scene.place(T.nodes.get(T.state.node));
    let best = null, least = Infinity;
    for (const id of ids) {
      const [x, y] = T.scene.place(T.nodes.get(id));
      const along = (x - from[0]) * dx + (y - from[1]) * dy;
      const aside = Math.abs((x - from[0]) * dy) + Math.abs((y - from[1]) * dx);
      if (along > 1 && along + 2 * aside < least) [best, least] = [id, along + 2 * aside];
    }
    if (best) T.choose({ node: best }, { step: false });
  };
  box.addEventListener("keydown", (event) => {
    const run = {
      ArrowLeft: () => step(-1, 0), ArrowRight: () => step(1, 0), ArrowUp: () => step(0, -1), ArrowDown: () => step(0, 1),
      "+": () => T.zoom(1.25), "=": () => T.zoom(1.25), "-": () => T.zoom(0.8), 0: () => T.fit(), Escape: () => T.choose({}),
    }[event.key];
    if (!run || event.ctrlKey || event.metaKey || event.altKey || !T.nodes.size) return;
    event.preventDefault();
    run();
  });
})(thidua);
