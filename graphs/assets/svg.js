// Elements of the page as they are laid out → the same as SVG: boxes, lines of text, drawings.
"use strict";
(function (T) {
  const SPACE = "http://www.w3.org/2000/svg";
  T.svg = (tag, attributes, ...children) => {
    const node = document.createElementNS(SPACE, tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined) continue;
      if (name === "on") for (const [type, run] of Object.entries(value)) node.addEventListener(type, run);
      else node.setAttribute(name, String(value));
    }
    for (const child of children.flat()) if (child !== null && child !== undefined) node.append(child);
    return node;
  };

  // The size of the frame that a network stands in; while the panel or the table covers it, that which it had before.
  let before = { width: 900, height: 640 };
  T.frame = (box) => {
    const { clientWidth: width, clientHeight: height } = box;
    if (width && height) before = { width, height };
    return before;
  };

  const clear = (colour) => !colour || colour === "transparent" || /, 0\)$/.test(colour);
  const PAINT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size", "font-weight", "text-anchor", "dominant-baseline", "paint-order", "stroke-linejoin", "stroke-linecap"];
  // A drawing with the style sheet's colours written into it.
  T.painted = (drawing) => {
    const copy = drawing.cloneNode(true);
    const pairs = [[drawing, copy]];
    while (pairs.length) {
      const [from, to] = pairs.pop();
      const style = getComputedStyle(from);
      for (const name of PAINT) {
        const value = style.getPropertyValue(name);
        if (value && value !== "none" && value !== "normal" && value !== "auto") to.setAttribute(name, value);
        else if (value === "none" && (name === "fill" || name === "stroke")) to.setAttribute(name, "none");
      }
      for (const name of ["class", "tabindex", "role", "aria-label"]) to.removeAttribute(name);
      [...from.children].forEach((child, i) => pairs.push([child, to.children[i]]));
    }
    return copy;
  };

  // The lines in which a text is set, each with its box.
  const lines = (node) => {
    const range = document.createRange(), found = [];
    for (const word of node.data.matchAll(/\S+\s*/g)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].trimEnd().length);
      const box = range.getClientRects()[0];
      if (!box || !box.width) continue;
      const last = found[found.length - 1];
      if (last && Math.abs(last.top - box.top) < 2) {
        last.text += ` ${word[0].trim()}`;
        last.right = box.right;
      } else found.push({ text: word[0].trim(), left: box.left, right: box.right, top: box.top, bottom: box.bottom });
    }
    return found;
  };

  T.traced = (root) => {
    const frame = root.getBoundingClientRect();
    const width = Math.ceil(Math.max(root.scrollWidth, frame.width)), height = Math.ceil(root.scrollHeight);
    const x0 = frame.left - root.scrollLeft, y0 = frame.top - root.scrollTop;
    const out = T.svg("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        const style = getComputedStyle(node.parentElement);
        for (const line of lines(node)) {
          out.append(T.svg("text", {
            x: (line.left - x0).toFixed(1), y: ((line.top + line.bottom) / 2 - y0).toFixed(1), "dominant-baseline": "central", textLength: (line.right - line.left).toFixed(1), lengthAdjust: "spacingAndGlyphs",
            "font-family": style.fontFamily, "font-size": style.fontSize, "font-weight": style.fontWeight, fill: style.color,
          }, line.text));
        }
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE) return;
      const style = getComputedStyle(node), box = node.getBoundingClientRect();
      if (style.display === "none" || style.visibility === "hidden" || style.clipPath !== "none" || node.hidden) return;
      const at = { x: (box.left - x0).toFixed(1), y: (box.top - y0).toFixed(1), width: box.width.toFixed(1), height: box.height.toFixed(1) };
      if (node instanceof SVGSVGElement) {
        const copy = T.painted(node);
        for (const [name, value] of Object.entries(at)) copy.setAttribute(name, value);
        out.append(copy);
        return;
      }
      const border = parseFloat(style.borderTopWidth) && parseFloat(style.borderLeftWidth) && style.borderTopStyle !== "none";
      if (node !== root && (!clear(style.backgroundColor) || border)) {
        out.append(T.svg("rect", { ...at, rx: parseFloat(style.borderTopLeftRadius) || 0, fill: clear(style.backgroundColor) ? "none" : style.backgroundColor, stroke: border ? style.borderTopColor : "none", "stroke-dasharray": border && style.borderTopStyle === "dashed" ? "3 2" : null }));
      }
      if (!border && parseFloat(style.borderBottomWidth)) {
        out.append(T.svg("line", { x1: at.x, x2: box.right - x0, y1: box.bottom - y0, y2: box.bottom - y0, stroke: style.borderBottomColor, "stroke-width": style.borderBottomWidth }));
      }
      node.childNodes.forEach(walk);
    };
    walk(root);
    return out;
  };
})(thidua);
