// A network seen from afar → the names of the things most told of, as large as can be read, none over another.
"use strict";
(function (T) {
  const SIZE = 12, LEAST = 6, MANY = 200, MOST = 50, TRIED = 600, LONG = 30;
  const measure = document.createElement("canvas").getContext("2d");
  const widths = new Map();
  const wide = (n) => {
    if (!widths.has(n.id)) {
      measure.font = `600 ${SIZE}px ${T.font}`;
      widths.set(n.id, measure.measureText(T.cut(n.name, LONG)).width);
    }
    return widths.get(n.id);
  };
  let order = null;

  // Whether names as they are would be too small to read, at so many pixels for a unit of the picture.
  T.far = (scale) => T.nodes.size > MANY && scale * 15 < LEAST;
  // The radius of a thing's symbol, which can be seen from any distance.
  T.radius = (n, scale) => (T.far(scale) ? Math.max(n.size, (n.size - 5) / 3.6 / scale) : n.size);
  // {x, y, text, size} in units of the picture: the middle of each name, where `near` says that it can be seen.
  T.farNames = (place, scale, near) => {
    if (!T.far(scale)) return [];
    order = order || T.heaviest(T.nodes.keys());
    const out = [], taken = [];
    let tried = 0;
    for (const id of order) {
      const n = T.nodes.get(id);
      if (!T.nodeShown(id) || !near(place(n))) continue;
      if (out.length >= MOST || ++tried > TRIED) break;
      const [x, y] = place(n), half = wide(n) / 2 / scale, top = y + T.radius(n, scale) + 1 / scale, size = SIZE / scale;
      const box = [x - half - size / 2, top - size / 4, x + half + size / 2, top + 1.5 * size];
      if (taken.some((b) => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3])) continue;
      taken.push(box);
      out.push({ id, x, y: top + size / 2, text: T.cut(n.name, LONG), size });
    }
    return out;
  };
})(thidua);
