// All dots and lines of a large network → sigma.js's WebGL canvas; where the browser has no WebGL, a plain canvas.
"use strict";
(function (T) {
  const START = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };
  // A line to a thing that has very many is one of many, and faint.
  const strength = (e) => {
    const crowd = Math.max(T.linesOf.get(e.from).length, T.linesOf.get(e.to).length);
    return crowd < 30 ? 0.4 : crowd < 300 ? 0.22 : 0.12;
  };
  const nodes = () => [...T.nodes.values()];
  const edges = () => [...T.edges.values()].sort((a, b) => strength(a) - strength(b)); // the faint ones below
  const lineColour = () => {
    const ground = T.ink("ground"), known = new Map();
    return (e) => {
      const sign = `${e.hue} ${strength(e)}`;
      if (!known.has(sign)) known.set(sign, T.mix(T.colour(e.hue), ground, strength(e) * (T.dark() ? 1.3 : 1)));
      return known.get(sign);
    };
  };
  T.dotColour = () => {
    const known = new Map();
    return (n) => {
      const kind = n.group || n.kind;
      if (!known.has(kind)) known.set(kind, T.colour(kind));
      return known.get(kind);
    };
  };
  // Radius of a dot, where neighbours lie `apart` pixels from each other.
  const dot = (n, apart) => Math.min(14, Math.max(1.2, 0.5 * apart * (0.7 + 0.25 * Math.log2(1 + T.linesOf.get(n.id).length))));

  const byWebGL = (host, spacing) => {
    const { Sigma, DirectedGraph, EdgeLineProgram, NodePointProgram } = sigmajs;
    const graph = new DirectedGraph();
    const dots = T.dotColour(), lines = lineColour(), all = edges();
    const across = Math.max(...T.extent().map(([low, high]) => high - low)) || 1;
    const apart = (spacing * Math.min(host.clientWidth, host.clientHeight)) / across;
    const sizes = nodes().map((n) => dot(n, apart));
    for (const n of nodes()) graph.addNode(n.number, { x: n.x, y: -n.y, size: sizes[n.number], color: dots(n), hidden: !T.nodeShown(n.id) });
    for (const e of all) graph.addEdgeWithKey(e.id, T.nodes.get(e.from).number, T.nodes.get(e.to).number, { color: lines(e), hidden: !T.edgeShown(e) });
    const sigma = new Sigma(graph, host, {
      renderLabels: false, stagePadding: 0, allowInvalidContainer: true,
      defaultNodeType: "dot", defaultEdgeType: "line", nodeProgramClasses: { dot: NodePointProgram }, edgeProgramClasses: { line: EdgeLineProgram },
    });
    const from = () => sigma.graphToViewport({ x: 0, y: 0 }, { cameraState: START });
    const unit = () => (sigma.graphToViewport({ x: 1000, y: 0 }, { cameraState: START }).x - from().x) / 1000;
    let one = unit();
    return {
      radius: (n, k) => sizes[n.number] * Math.sqrt(k / one),
      paint: ({ k, x, y }, done) => {
        const { width, height } = sigma.getDimensions(), zero = from();
        one = unit();
        const middle = { x: zero.x + (one * (width / 2 - x)) / k, y: zero.y + (one * (height / 2 - y)) / k };
        const at = sigma.viewportToFramedGraph(middle, { cameraState: START });
        sigma.once("afterRender", done);
        sigma.getCamera().setState({ x: at.x, y: at.y, ratio: one / k });
        sigma.scheduleRender();
      },
      dress: () => {
        const colour = T.dotColour(), stroke = lineColour(), of = nodes();
        graph.updateEachNodeAttributes((key, a) => ({ ...a, color: colour(of[key]), hidden: !T.nodeShown(of[key].id) }), { attributes: ["color", "hidden"] });
        graph.updateEachEdgeAttributes((key, a) => ({ ...a, color: stroke(T.edges.get(key)), hidden: !T.edgeShown(T.edges.get(key)) }), { attributes: ["color", "hidden"] });
      },
      resize: () => sigma.resize(),
    };
  };

  const plainly = (host, spacing) => {
    const canvas = host.appendChild(T.make("canvas")), ctx = canvas.getContext("2d");
    let groups = [], one = 1;
    const painter = {
      radius: (n, k) => dot(n, spacing * one) * Math.sqrt(k / one),
      paint: ({ k, x, y }, done) => {
        ctx.setTransform(1, 0, 0, 1, 0, 0);
        ctx.clearRect(0, 0, canvas.width, canvas.height);
        ctx.setTransform(k, 0, 0, k, x, y);
        ctx.lineWidth = 1 / k;
        for (const { colour, path } of groups) {
          ctx.strokeStyle = colour;
          ctx.stroke(path);
        }
        const fill = T.dotColour();
        for (const n of nodes()) {
          if (!T.nodeShown(n.id)) continue;
          const r = painter.radius(n, k) / k;
          ctx.fillStyle = fill(n);
          ctx.fillRect(n.x - r, n.y - r, 2 * r, 2 * r);
        }
        requestAnimationFrame(done);
      },
      dress: () => {
        groups = T.strokes(lineColour());
      },
      resize: () => {
        [canvas.width, canvas.height] = [host.clientWidth, host.clientHeight];
        const [[left, right], [top, bottom]] = T.extent();
        one = Math.min(canvas.width / (right - left || 1), canvas.height / (bottom - top || 1));
      },
    };
    painter.resize();
    painter.dress();
    return painter;
  };

  // [least, most] of x and of y over all things.
  T.extent = () => {
    let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
    for (const n of T.nodes.values()) [left, right, top, bottom] = [Math.min(left, n.x), Math.max(right, n.x), Math.min(top, n.y), Math.max(bottom, n.y)];
    return [[left, right], [top, bottom]];
  };
  // The lines that are shown as one path for each colour, in SVG's letters (`text`) and as a path of the canvas.
  T.strokes = (colour = lineColour(), near = () => true) => {
    const found = new Map();
    for (const e of edges()) {
      const a = T.nodes.get(e.from), b = T.nodes.get(e.to);
      if (!T.edgeShown(e) || !(near(a) || near(b))) continue;
      const sign = colour(e);
      if (!found.has(sign)) found.set(sign, []);
      found.get(sign).push(`M${a.x} ${a.y}L${b.x} ${b.y}`);
    }
    return [...found].map(([sign, parts]) => ({ colour: sign, text: parts.join(""), path: new Path2D(parts.join("")) }));
  };
  T.lineColour = lineColour;
  // What paints into a host element: radius(thing, scale), paint(view, done), dress() after a change of colours or
  // filters, resize(). `spacing` is how far apart neighbours lie, in the picture's units.
  T.painter = (host, spacing) => {
    const able = document.createElement("canvas").getContext("webgl2");
    if (able) able.getExtension("WEBGL_lose_context").loseContext();
    return able ? byWebGL(host, spacing) : plainly(host, spacing);
  };
})(thidua);
