// A fact → a card with who and what, its status, and for each passage the sentence with the words marked.
"use strict";
(function (T) {
  const make = T.make;
  const MOST = 60; // cards in one place
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  // 2017-03-17T17:57:00+07:00 → 17 Mar 2017, --03-17 → 17 Mar; what is no day stays as it is.
  T.day = (date) => {
    const m = /^(\d{4}|-)-(\d\d)-(\d\d)/.exec(date);
    return m && months[m[2] - 1] ? `${Number(m[3])} ${months[m[2] - 1]}${m[1] === "-" ? "" : ` ${m[1]}`}` : date;
  };
  T.go = (id) => {
    const n = T.thing(id);
    if (!T.nodes.has(id)) return make("span", { class: "go", lang: "vi" }, T.symbol(n.kind), make("bdi", {}, n.name));
    return make("button", { type: "button", class: "go", lang: "vi", "data-id": id, on: { click: () => T.choose({ node: id }) } }, T.symbol(n.kind), make("bdi", {}, n.name));
  };
  T.title = (a) => (a.url
    ? make("a", { href: a.url, rel: "noopener noreferrer", target: "_blank", lang: "vi" }, make("bdi", {}, a.title))
    : make("span", { lang: "vi" }, make("bdi", {}, a.title)));

  // Facts that differ in nothing but who took part are shown as one: seven provinces held one conference. In a dossier
  // `about` some things, those are one that say the same of them, wherever they say it.
  T.gather = (numbers, about) => {
    const groups = new Map();
    for (const number of numbers) {
      const f = T.facts[number];
      const values = f.values.filter(([role]) => role !== "text" || f.type === "Statement");
      const others = about && f.roles.filter(([, id]) => !about.has(id));
      const sign = JSON.stringify([f.type, f.status, f.year, values, others && others.length ? others : f.passages]);
      if (!groups.has(sign)) groups.set(sign, { ...f, values, roles: [], passages: [], numbers: [] });
      const group = groups.get(sign);
      group.numbers.push(number);
      group.passages = [...new Set([...group.passages, ...f.passages])];
      for (const [role, id] of f.roles) if (!group.roles.some(([r, i]) => r === role && i === id)) group.roles.push([role, id]);
    }
    return [...groups.values()];
  };

  // A passage in its sentence; `bare` where its article is told around it.
  T.quote = (number, bare) => {
    const p = T.passages[number];
    const a = T.articles[p.article];
    const sentence = make("blockquote", { lang: "vi", dir: "auto" });
    T.words(number, (w) => sentence.replaceChildren(w.before, make("mark", {}, w.exact), w.after));
    return make("figure", { class: "quote" },
      sentence,
      make("figcaption", {}, bare ? null : make("div", { class: "title", title: a.title }, T.title(a)), [!bare && a.date && T.day(a.date), `characters ${p.start}–${p.end}`].filter(Boolean).join(" · ")));
  };
  T.statusMark = (status) => (status ? make("span", { class: `status status-${status}` }, T.both(T.word("statuses", status))) : null);

  const row = (name, content) => [make("dt", {}, T.both(T.word("roles", name))), make("dd", {}, content)];
  const spoken = (role, value) => {
    if (role === "date") return T.day(value);
    if (["leads", "part", "said"].includes(role)) return make("span", {}, T.both(T.word("values", value)));
    return make("bdi", { lang: "vi" }, value);
  };
  T.fact = (f, self, about) => {
    const roles = new Map();
    for (const [role, id] of f.roles) if (!about || !about.has(id) || about.size === 1) roles.set(role, [...(roles.get(role) || []), id]);
    const rows = [];
    for (const [role, ids] of roles) {
      if (ids.length === 1 && ids[0] === self) continue;
      rows.push(row(role, ids.map((id) => (id === self ? make("bdi", { class: "self", lang: "vi" }, T.thing(id).name) : T.go(id)))));
    }
    for (const [role, value] of f.values) rows.push(row(role === "said" ? "part" : role, spoken(role, value)));
    if (f.year) rows.push(row("year", f.year));
    const first = f.passages.slice(0, 2).map((p) => T.quote(p));
    const more = f.passages.length > 2
      ? make("details", {}, make("summary", {}, `${f.passages.length - 2} more passages · đoạn khác`), f.passages.slice(2).map((p) => T.quote(p))) : null;
    return make("article", { class: "fact" },
      make("header", {}, make("h3", {}, T.both(T.word("facts", f.type))), T.statusMark(f.status)),
      rows.length ? make("dl", {}, rows.flat()) : null, first, more,
      f.rule ? make("p", { class: "rule" }, "rule ", make("code", {}, f.rule)) : null);
  };
  // The cards of facts by number, those that pass the filter, in the order of the legend.
  T.cards = (numbers, self, about) => {
    const order = Object.keys(T.legend.facts);
    const passing = numbers.filter(T.passes);
    const left = numbers.length - passing.length;
    const groups = T.gather(passing, about).sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
    return [
      ...groups.slice(0, MOST).map((f) => T.fact(f, self, about)),
      groups.length > MOST ? make("p", { class: "hint" }, `The first ${MOST} of ${groups.length}: filter or search to see others. · ${MOST} trên ${groups.length}: hãy lọc hoặc tìm để xem tiếp.`) : null,
      left ? make("p", { class: "hint" }, `${T.count(left, "fact is", "facts are")} hidden by the filter. · ${left} dữ kiện bị bộ lọc ẩn.`) : null,
    ];
  };
})(thidua);
