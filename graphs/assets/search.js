// What is typed, with or without accents → the things that match, as a list and on the canvas.
"use strict";
(function (T) {
  const input = document.getElementById("q");
  const list = document.getElementById("found");
  const MOST = 40;
  let found = [], active = -1;

  const mark = () => {
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
    const item = list.children[active];
    if (item && found.length) {
      input.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const open = (yes) => {
    list.hidden = !yes;
    input.setAttribute("aria-expanded", String(yes));
    if (!yes) {
      active = -1;
      mark();
    }
  };
  const take = (id) => {
    input.value = "";
    open(false);
    T.choose({ node: id, q: "", view: "" });
  };
  const fill = () => {
    const query = input.value.trim();
    found = T.heaviest([...T.nodes.keys()].filter((id) => T.nodeShown(id) && (!query || T.matches(id, query)))).map((id) => T.nodes.get(id));
    list.replaceChildren(...found.slice(0, MOST).map((n, i) =>
      T.make("li", { role: "option", id: `found-${i}`, "aria-selected": "false", lang: "vi", on: { mousedown: (e) => { e.preventDefault(); take(n.id); } } },
        T.symbol(n.kind), T.make("bdi", {}, n.name))));
    if (!found.length) {
      list.append(T.make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", id: "found-none", class: "none" },
        "Nothing of that name: try fewer letters. · Không tìm thấy."));
    }
    active = -1;
    mark();
    if (query) T.say(`${found.length} found`);
  };
  input.addEventListener("input", () => {
    fill();
    open(true);
    T.choose({ q: input.value }, {});
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) {
        fill();
        open(true);
      }
      const most = Math.min(found.length, MOST);
      if (most) active = (active + (event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1) + most) % most;
      mark();
    } else if (event.key === "Enter" && !list.hidden && found.length) {
      event.preventDefault();
      take(found[Math.max(active, 0)].id);
    } else if (event.key === "Escape") {
      input.value = "";
      open(false);
      T.set({ q: "" });
    }
  });
  input.addEventListener("blur", () => open(false));
  T.on((state) => {
    if (document.activeElement !== input) input.value = state.q;
  });
})(thidua);
