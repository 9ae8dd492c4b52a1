// The pages of a folder and the numbers of what they tell → cards, lists and bars that lead to them.
"use strict";
(function (T) {
  const make = T.make, { numbers, links, left } = T.extra;
  const order = [...T.nodes.keys()], told = new Map(order.map((id, i) => [id, numbers.told[i]]));
  const number = (n) => n.toLocaleString("en");
  const both = (en, vi) => T.both({ en, vi });
  const page = (view) => links.find((l) => l.view === view && l.file === `${view}.html`);
  T.weight = (id) => told.get(id);
  document.getElementById("byline").append(...[numbers.days.length ? numbers.days.map(T.day).join(" – ") : "thidua"]);

  // What is chosen in the search: where in these pages it stands.
  T.own = (state) => {
    if (!state.node) return [
      make("p", { class: "kind" }, both("What is told", "Nội dung")),
      ...Object.entries(numbers.types).sort((a, b) => b[1] - a[1]).map(([type, n]) => make("p", { class: "tally" }, make("span", {}, T.both(T.word("facts", type))), make("span", { class: "count" }, number(n)),
        T.svg("svg", { class: "share", viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" }, T.svg("rect", { width: (100 * n) / Math.max(...Object.values(numbers.types)), height: 4 })))),
      Object.keys(numbers.statuses).length ? make("h3", {}, both("Awards", "Khen thưởng")) : null,
      ...Object.keys(T.legend.statuses).filter((s) => numbers.statuses[s]).map((s) => make("p", { class: "tally" }, make("span", {}, T.mark(s), " ", T.both(T.legend.statuses[s])), make("span", { class: "count" }, number(numbers.statuses[s])))),
    ];
    const n = T.nodes.get(state.node), own = links.filter((l) => l.things.includes(n.id));
    const at = `#node=${encodeURIComponent(n.id)}`;
    const ways = [...own.map((l) => [l.file, T.legend.views[l.view]]), ...(page("network") ? [[page("network").file + at, T.legend.views.network]] : [])];
    return [
      make("p", { class: "kind" }, T.symbol(n.kind), T.kinds.get(n.kind).one, " ", make("span", { class: "vi", lang: "vi" }, T.kinds.get(n.kind).vi)),
      make("h2", { lang: "vi" }, make("bdi", {}, n.name)),
      make("p", { class: "numbers" }, T.count(told.get(n.id), "fact", "facts")),
      ways.length ? make("ul", { class: "ways" }, ways.map(([href, words]) => make("li", {}, make("a", { href }, words.en, " ", make("span", { class: "vi", lang: "vi" }, words.vi))))) : make("p", { class: "hint" }, `thidua view network --about “${n.name}”`),
    ];
  };

  const figure = (n, en, vi) => make("div", { class: "figure-of" }, make("dd", {}, number(n)), make("dt", {}, both(en, vi)));
  const card = (link) => {
    const words = T.legend.views[link.view];
    return make("a", { class: "card", href: link.file }, make("strong", {}, words.en), make("span", { class: "vi", lang: "vi" }, words.vi),
      make("span", { class: "meta" }, T.count(link.number, "fact", "facts")));
  };
  const bars = () => {
    const years = numbers.years;
    if (years.length < 2) return null;
    const first = Number(years[0][0]), last = Number(years[years.length - 1][0]), by = new Map(years);
    const most = Math.max(...by.values()), all = Array.from({ length: Math.min(last - first + 1, 60) }, (_, i) => String(last - Math.min(last - first, 59) + i));
    return make("section", {}, make("h2", {}, both("Articles by year", "Bài báo theo năm")),
      make("ol", { class: "columns" }, all.map((year) => {
        const n = by.get(year) || 0;
        return make("li", {}, make("span", { class: "count" }, n || ""), make("span", { class: "column", style: { height: `${Math.round((n / most) * 80)}px` } }), make("span", { class: "year" }, year));
      })));
  };
  const list = (view, en, vi, more) => {
    const held = links.filter((l) => l.view === view && l.title && T.holds(l.title, T.state.q));
    if (!held.length) return null;
    return make("section", {}, make("h2", {}, both(en, vi)), make("ul", { class: "titles" }, held.map((l) => make("li", {},
      make("a", { href: l.file, lang: "vi" }, make("bdi", {}, l.title)), make("span", { class: "count" }, [l.date && T.day(l.date), T.count(l.number, "fact", "facts")].filter(Boolean).join(" · "))))),
      more ? make("p", { class: "meta" }, `${more[0]} `, make("code", {}, more[1])) : null);
  };
  const kinds = (kind) => [...T.nodes.values()].filter((n) => n.kind === kind).length;

  T.stage(() => {
    const counted = [["person", "people", "nhân vật"], ["body", "bodies", "cơ quan"], ["province", "provinces", "tỉnh, thành"], ["cluster", "clusters", "cụm thi đua"], ["honour", "honours", "khen thưởng"], ["event", "events", "sự kiện"]];
    const plain = !T.state.q.trim();
    return [
      plain ? make("dl", { class: "strip" }, figure(numbers.articles, "articles", "bài báo"), figure(numbers.facts, "facts", "dữ kiện"), counted.map(([kind, en, vi]) => (kinds(kind) ? figure(kinds(kind), en, vi) : null))) : null,
      plain ? make("section", {}, make("h2", {}, both("Ways of looking", "Cách xem")), make("div", { class: "pages" }, links.filter((l) => !l.title).map(card)),
        left.map((l) => make("p", { class: "meta" }, `${T.legend.views[l.view].shows_en}: ${l.why || T.legend.views[l.view].empty_en}`))) : null,
      list("person", "People", "Nhân vật", ["Anybody else:", "thidua view person --about NAME"]),
      list("province", "Provinces", "Tỉnh, thành phố", ["Any other:", "thidua view province --about NAME"]),
      list("article", "Articles that tell most", "Bài báo nhiều dữ kiện nhất", ["Any other:", "thidua view article --article ARTICLE"]),
      plain ? bars() : null,
    ];
  });
})(thidua);
