// The chosen (or hovered) thing or line → a panel: what it is, its facts, and for each the passage that says it.
"use strict";
(function (T) {
  const panel = document.getElementById("panel");
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const make = T.make;

  // 2017-03-17T17:57:00+07:00 → 17 Mar 2017; what is no full date stays as it is.
  T.day = (date) => {
    const m = /^(\d{4})-(\d\d)-(\d\d)/.exec(date);
    return m && months[m[2] - 1] ? `${Number(m[3])} ${months[m[2] - 1]} ${m[1]}` : date;
  };
  T.go = (id) => {
    const n = T.nodes.get(id);
    return make("button", { type: "button", class: "go", lang: "vi", on: { click: () => T.choose({ node: id }) } }, T.symbol(n.kind), make("bdi", {}, n.name));
  };

  // Facts that differ in nothing but who took part are shown as one: seven provinces held one conference.
  T.gather = (numbers) => {
    const groups = new Map();
    for (const number of numbers) {
      const f = T.facts[number];
      const values = f.values.filter(([role]) => role !== "text" || f.type === "Statement");
      const sign = JSON.stringify([f.type, f.status, f.year, values, f.passages]);
      if (!groups.has(sign)) groups.set(sign, { ...f, values, roles: [], numbers: [] });
      const group = groups.get(sign);
      group.numbers.push(number);
      for (const [role, id] of f.roles) if (!group.roles.some(([r, i]) => r === role && i === id)) group.roles.push([role, id]);
    }
    return [...groups.values()];
  };

  const quote = (number) => {
    const p = T.passages[number];
    const a = T.articles[p.article];
    const title = a.url
      ? make("a", { href: a.url, rel: "noopener noreferrer", target: "_blank", lang: "vi" }, make("bdi", {}, a.title))
      : make("span", { lang: "vi" }, make("bdi", {}, a.title));
    return make("figure", { class: "quote" },
      make("blockquote", { lang: "vi", dir: "auto" }, p.before, make("mark", {}, p.exact), p.after),
      make("figcaption", {}, make("div", { class: "title", title: a.title }, title), [a.date && T.day(a.date), `characters ${p.start}–${p.end}`].filter(Boolean).join(" · ")));
  };

  const row = (name, content) => [make("dt", {}, T.both(T.word("roles", name))), make("dd", {}, content)];
  const spoken = (role, value) => {
    if (role === "date") return T.day(value);
    if (["leads", "part", "said"].includes(role)) return make("span", {}, T.both(T.word("values", value)));
    return make("bdi", { lang: "vi" }, value);
  };
  T.fact = (f, self) => {
    const roles = new Map();
    for (const [role, id] of f.roles) roles.set(role, [...(roles.get(role) || []), id]);
    const rows = [];
    for (const [role, ids] of roles) {
      if (ids.length === 1 && ids[0] === self) continue;
      rows.push(row(role, ids.map((id) => (id === self ? make("bdi", { class: "self", lang: "vi" }, T.nodes.get(id).name) : T.go(id)))));
    }
    for (const [role, value] of f.values) rows.push(row(role === "said" ? "part" : role, spoken(role, value)));
    if (f.year) rows.push(row("year", f.year));
    const status = f.status ? make("span", { class: `status status-${f.status}` }, T.both(T.word("statuses", f.status))) : null;
    const first = f.passages.slice(0, 2).map(quote);
    const more = f.passages.length > 2
      ? make("details", {}, make("summary", {}, `${f.passages.length - 2} more passages · đoạn khác`), f.passages.slice(2).map(quote)) : null;
    return make("article", { class: "fact" },
      make("header", {}, make("h3", {}, T.both(T.word("facts", f.type))), status),
      rows.length ? make("dl", {}, rows.flat()) : null, first, more,
      f.rule ? make("p", { class: "rule" }, "rule ", make("code", {}, f.rule)) : null);
  };

  const facts = (numbers, self) => {
    const order = Object.keys(T.legend.facts);
    return T.gather(numbers)
      .sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type))
      .map((f) => T.fact(f, self));
  };
  const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;
  const close = () => make("button", { type: "button", class: "close", "aria-label": "Close · Đóng", on: { click: () => T.choose({}) } }, "×");

  const aboutNode = (id) => {
    const n = T.nodes.get(id), kind = T.kinds.get(n.kind);
    return [
      make("p", { class: "kind" }, T.symbol(n.kind), kind.one, " ", make("span", { class: "vi", lang: "vi" }, kind.vi)),
      make("h2", { lang: "vi" }, make("bdi", {}, n.name)),
      n.other.length ? make("p", { class: "other" }, "Also worded · Còn viết: ", make("bdi", { lang: "vi" }, n.other.join("; "))) : null,
      facts(n.facts, id),
    ];
  };
  const aboutEdge = (id) => {
    const e = T.edges.get(id);
    const relations = e.relations.map((r) => T.legend.relations[r]);
    return [
      make("p", { class: "kind" }, "Relation ", make("span", { class: "vi", lang: "vi" }, "Quan hệ")),
      make("h2", { class: "pair" }, T.go(e.from), make("span", { class: "arrow", "aria-label": "to" }, "→"), T.go(e.to)),
      make("p", { class: "other" }, relations.map((r) => r.en).join(", "), " ", make("span", { class: "vi", lang: "vi" }, relations.map((r) => r.vi).join(", "))),
      facts(e.facts, null),
    ];
  };
  const overview = () => {
    const most = [...T.nodes.values()].sort((a, b) => T.linesOf.get(b.id).length - T.linesOf.get(a.id).length).slice(0, 6);
    return [
      make("p", { class: "kind" }, "Overview ", make("span", { class: "vi", lang: "vi" }, "Tổng quan")),
      make("p", { class: "numbers" }, `${count(T.nodes.size, "thing", "things")}, ${count(T.edges.size, "line", "lines")}, ${count(T.facts.length, "fact", "facts")} from ${count(T.articles.length, "article", "articles")}.`),
      make("p", { class: "hint" }, "Choose a thing or a line to see its facts, each with the sentence that says it. Double click shows its neighbours."),
      make("p", { class: "hint vi", lang: "vi" }, "Chọn một nút hoặc đường nối để xem dữ kiện, kèm câu trích từ bài báo."),
      most.length ? make("h3", {}, "Most connected ", make("span", { class: "vi", lang: "vi" }, "Nhiều liên hệ nhất")) : null,
      most.length ? make("ul", { class: "most" }, most.map((n) => make("li", {}, T.go(n.id), make("span", { class: "count" }, String(T.linesOf.get(n.id).length))))) : null,
      T.articles.length ? make("h3", {}, "Sources ", make("span", { class: "vi", lang: "vi" }, "Nguồn")) : null,
      make("ul", { class: "sources" }, T.articles.slice(0, 50).map((a) => make("li", { lang: "vi" },
        a.url ? make("a", { href: a.url, rel: "noopener noreferrer", target: "_blank" }, a.title) : make("bdi", {}, a.title), make("span", { class: "offsets" }, ` ${[a.agency, a.author, T.day(a.date)].filter(Boolean).join(", ")}`)))),
    ];
  };

  const show = (what) => {
    const chosen = what.node || what.edge;
    const content = what.node ? aboutNode(what.node) : what.edge ? aboutEdge(what.edge) : overview();
    panel.replaceChildren(...[chosen ? close() : null, ...content.flat()].filter(Boolean));
    panel.classList.toggle("open", Boolean(T.state.node || T.state.edge));
    panel.scrollTop = 0;
  };
  // While the pointer rests on something it is shown; then what is chosen again.
  T.preview = (what) => show(what || T.state);
  T.on((state, before) => {
    if (state.node === before.node && state.edge === before.edge && panel.childElementCount) return;
    show(state);
    const name = state.node ? T.nodes.get(state.node).name : "";
    if (name) T.say(`${T.kinds.get(T.nodes.get(state.node).kind).one}: ${name}, ${count(T.linesOf.get(state.node).length, "line", "lines")}`);
  });
})(thidua);
