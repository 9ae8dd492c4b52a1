// The state of the page (and what lies under the pointer) → what stands out in the picture.
"use strict";
(function (T) {
  // null where nothing does, else the keys of things and lines; `on` is the one thing that all is about.
  T.lit = (hover) => {
    const s = T.state;
    const chosen = hover || (s.node && { node: s.node }) || (s.edge && { edge: s.edge });
    if (chosen && chosen.node) {
      const lines = T.linesOf.get(chosen.node);
      return { nodes: new Set([chosen.node, ...T.neighbours(chosen.node)]), edges: new Set(lines.map((e) => e.id)), on: chosen.node };
    }
    if (chosen && chosen.edge) {
      const e = T.edges.get(chosen.edge);
      return { nodes: new Set([e.from, e.to]), edges: new Set([e.id]), on: null };
    }
    const picked = T.picked(hover && hover.passage ? hover : s);
    if (picked.length) {
      const facts = new Set(picked);
      const ids = new Set(picked.flatMap((i) => T.facts[i].roles.map(([, id]) => id)).filter((id) => T.nodes.has(id)));
      for (const n of T.nodes.values()) if (n.facts.some((i) => facts.has(i))) ids.add(n.id);
      return { nodes: ids, edges: new Set([...T.edges.values()].filter((e) => e.facts.some((i) => facts.has(i))).map((e) => e.id)), on: null };
    }
    if (s.q.trim()) {
      return { nodes: new Set([...T.nodes.keys()].filter((id) => T.matches(id, s.q))), edges: new Set(), on: null };
    }
    return null;
  };
})(thidua);
