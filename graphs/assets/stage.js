// A view that is laid out by the page itself (tables, flows, lists) → its figure, kept in step with what is chosen.
"use strict";
(function (T) {
  const figure = document.getElementById("figure");
  const make = T.make;

  // A mark that stands for some facts; choosing it shows them.
  T.cell = (facts, label, ...content) => make("button", { type: "button", class: "cell", "aria-label": label, title: label, "data-facts": facts.join(","), on: { click: () => T.choose({ fact: facts.join(",") }) } }, ...content);
  // A shape that a click or a key presses like a button.
  T.pressable = (shape, run) => {
    shape.addEventListener("click", run);
    shape.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      run();
    });
    return shape;
  };
  T.pickable = (shape, facts, label) => {
    for (const [name, value] of Object.entries({ tabindex: 0, role: "button", "aria-label": label, "data-facts": facts.join(",") })) shape.setAttribute(name, value);
    shape.append(T.svg("title", {}, label));
    return T.pressable(shape, () => T.choose({ fact: facts.join(",") }));
  };
  // Whether a search leaves these things in.
  T.sought = (ids) => !T.state.q.trim() || ids.some((id) => T.matches(id, T.state.q));
  T.seen = (id) => !T.hidden().has(T.nodes.get(id).kind);

  // Show what `draw` gives, anew whenever what passes the filter and the search has changed, or the window.
  const parts = ["q", "hide", "status", "from", "to", "source", "by", "units", "theme"];
  T.stage = (draw) => {
    let width = 0; // of the figure when it was last drawn; 0 while what is drawn is not what is to be shown
    const render = () => {
      width = figure.clientWidth;
      if (!width) return; // behind the table: drawn when it comes forward
      const top = figure.scrollTop;
      const content = draw(width - 2 * parseFloat(getComputedStyle(figure).paddingLeft)).flat(3).filter(Boolean);
      figure.replaceChildren(...(content.length ? content : [make("p", { class: "empty" }, "Nothing passes the search and the filter: try fewer letters, or Reset. · Không có kết quả: thử ít chữ hơn hoặc bỏ lọc.")]));
      figure.scrollTop = top;
      mark(T.state);
    };
    const mark = (state) => {
      const chosen = new Set(T.picked().map(String));
      for (const cell of figure.querySelectorAll("[data-facts]")) {
        const on = chosen.size > 0 && cell.dataset.facts === state.fact;
        cell.setAttribute("aria-pressed", String(on));
        cell.classList.toggle("on", on);
      }
      for (const go of figure.querySelectorAll("[data-id]")) go.classList.toggle("on", go.dataset.id === state.node);
    };
    if (!T.nodes.size && !T.extra.numbers) return;
    T.open = () => {
      render();
      new ResizeObserver(() => figure.clientWidth && figure.clientWidth !== width && render()).observe(figure);
    };
    T.on((state, before) => {
      if (!document.documentElement.dataset.ready) return;
      if (parts.some((part) => state[part] !== before[part])) render();
      else mark(state);
    });
  };
  figure.addEventListener("keydown", (event) => event.key === "Escape" && T.choose({}));
})(thidua);
