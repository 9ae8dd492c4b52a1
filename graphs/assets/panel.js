// The chosen (or hovered) thing or line → a panel: what it is, its facts, and for each the passage that says it.
"use strict";
(function (T) {
  const panel = document.getElementById("panel");
  const make = T.make, count = T.count;
  const close = () => make("button", { type: "button", class: "close", "aria-label": "Close · Đóng", on: { click: () => T.choose({}) } }, "×");

  // Why several articles are taken to tell of one.
  const joined = (n) => {
    if (!n.reasons) return null;
    const told = T.articlesOf(n.facts).size;
    if (told < 2) return null;
    const why = (of) => n.reasons.map((r) => T.word("reasons", r)[of]).join(", ");
    return make("p", { class: "other" }, `Taken for one in ${count(told, "article", "articles")}: ${why("en")}. `, make("span", { class: "vi", lang: "vi" }, `Coi là một: ${why("vi")}.`));
  };
  const aboutNode = (id) => {
    const n = T.nodes.get(id), kind = T.kinds.get(n.kind);
    return [
      make("p", { class: "kind" }, T.symbol(n.kind), kind.one, " ", make("span", { class: "vi", lang: "vi" }, kind.vi), n.group ? make("span", { class: "group" }, T.both(T.kinds.get(n.group))) : null),
      make("h2", { lang: "vi" }, make("bdi", {}, n.name)),
      n.other.length ? make("p", { class: "other" }, "Also worded · Còn viết: ", make("bdi", { lang: "vi" }, n.other.join("; "))) : null,
      joined(n),
      T.cards(n.facts, id),
    ];
  };
  const aboutEdge = (id) => {
    const e = T.edges.get(id);
    const relations = e.relations.map((r) => T.legend.relations[r]);
    return [
      make("p", { class: "kind" }, "Relation ", make("span", { class: "vi", lang: "vi" }, "Quan hệ")),
      make("h2", { class: "pair" }, T.go(e.from), make("span", { class: "arrow", "aria-label": "to" }, "→"), T.go(e.to)),
      make("p", { class: "other" }, relations.map((r) => r.en).join(", "), " ", make("span", { class: "vi", lang: "vi" }, relations.map((r) => r.vi).join(", "))),
      T.cards(e.facts, null),
    ];
  };
  const aboutPicked = (numbers, passage) => {
    const of = passage ? "Passage" : count(numbers.length, "Fact", "Facts").replace(/^1 /, "");
    return [
      make("p", { class: "kind" }, of, " ", make("span", { class: "vi", lang: "vi" }, passage ? "Đoạn trích" : "Dữ kiện")),
      T.cards(numbers, null),
    ];
  };
  const overview = () => {
    const most = T.heaviest(T.nodes.keys()).slice(0, 6);
    const words = T.legend.views[T.view];
    return [
      make("p", { class: "kind" }, "Overview ", make("span", { class: "vi", lang: "vi" }, "Tổng quan")),
      make("p", { class: "numbers" }, `${count(T.nodes.size, "thing", "things")}, ${T.edges.size ? `${count(T.edges.size, "line", "lines")}, ` : ""}${count(T.facts.length, "fact", "facts")} from ${count(T.articles.length, "article", "articles")}.`),
      make("p", { class: "hint" }, words.hint_en),
      make("p", { class: "hint vi", lang: "vi" }, words.hint_vi),
      most.length ? make("h3", {}, T.both(T.edges.size ? { en: "Most connected", vi: "Nhiều liên hệ nhất" } : { en: "Most told of", vi: "Được nhắc nhiều nhất" })) : null,
      most.length ? make("ul", { class: "most" }, most.map((id) => make("li", {}, T.go(id), make("span", { class: "count" }, String(T.weight(id)))))) : null,
      T.articles.length ? make("h3", {}, "Sources ", make("span", { class: "vi", lang: "vi" }, "Nguồn")) : null,
      make("ul", { class: "sources" }, T.articles.slice(0, 50).map((a) => make("li", { lang: "vi" },
        T.title(a), make("span", { class: "offsets" }, ` ${[a.agency, a.author, T.day(a.date)].filter(Boolean).join(", ")}`)))),
    ];
  };

  const show = (what) => {
    const numbers = T.picked();
    const own = T.own && T.own(what); // what only this view can choose
    const content = own ? own : what.node ? aboutNode(what.node) : what.edge ? aboutEdge(what.edge) : numbers.length ? aboutPicked(numbers, what.passage) : overview();
    panel.replaceChildren(...[T.chosen(what) ? close() : null, ...content.flat()].filter(Boolean));
    panel.classList.toggle("open", T.chosen());
    panel.scrollTop = 0;
  };
  // While the pointer rests on something it is shown; then what is chosen again.
  T.preview = (what) => {
    show(what || T.state);
    if (T.lightText) T.lightText(what || T.state);
  };
  const parts = ["node", "edge", "fact", "passage", "unit", "by", "status", "from", "to", "source"];
  T.on((state, before) => {
    if (parts.every((part) => state[part] === before[part]) && panel.childElementCount) return;
    show(state);
    const name = state.node && state.node !== before.node ? T.nodes.get(state.node).name : "";
    if (name) T.say(`${T.kinds.get(T.nodes.get(state.node).kind).one}: ${name}, ${count(T.nodes.get(state.node).facts.length, "fact", "facts")}`);
  });
})(thidua);
