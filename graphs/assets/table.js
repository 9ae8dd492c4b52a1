// All facts → a table: the same data for those who cannot see the picture, for print, and for reading in order.
"use strict";
(function (T) {
  const room = document.getElementById("table");
  const make = T.make;
  const heads = [["Fact", "Dữ kiện"], ["What", "Nội dung"], ["Status", "Trạng thái"], ["Year", "Năm"], ["Quote", "Trích dẫn"], ["Source", "Nguồn"]];
  const MOST = 2000;

  const shown = (f, i, hidden, query) => {
    if (!T.passes(i)) return false;
    const ids = f.roles.map(([, id]) => id);
    if (ids.length && ids.every((id) => hidden.has(T.thing(id).kind))) return false;
    return !query || ids.some((id) => T.matches(id, query));
  };
  const what = (f) => {
    const parts = f.roles.map(([role, id]) => make("div", {}, make("span", { class: "role" }, `${T.word("roles", role).en}: `), T.go(id)));
    const values = f.values.map(([role, value]) => make("div", {}, make("span", { class: "role" }, `${T.word("roles", role === "said" ? "part" : role).en}: `),
      role === "date" ? T.day(value) : make("bdi", { lang: "vi" }, ["leads", "part", "said"].includes(role) ? T.word("values", value).vi : value)));
    return [...parts, ...values];
  };
  const line = (f) => {
    const p = T.passages[f.passages[0]];
    const a = p ? T.articles[p.article] : null;
    const quote = make("q", { dir: "auto" });
    if (p) T.words(f.passages[0], (w) => quote.replaceChildren(w.exact));
    return make("tr", {},
      make("th", { scope: "row" }, T.both(T.word("facts", f.type))),
      make("td", {}, what(f)),
      make("td", {}, f.status ? T.both(T.word("statuses", f.status)) : ""),
      make("td", {}, f.year),
      make("td", { lang: "vi" }, p ? quote : ""),
      make("td", {}, a && T.articles.length > 1 ? make("bdi", { lang: "vi" }, a.title) : "", p ? make("div", { class: "offsets" }, `${a.date ? `${T.day(a.date)} · ` : ""}${p.start}–${p.end}`) : ""));
  };
  const fill = () => {
    const hidden = T.hidden(), query = T.state.q.trim();
    const order = Object.keys(T.legend.facts);
    const rows = T.facts.filter((f, i) => shown(f, i, hidden, query)).sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
    const caption = rows.length > MOST ? `The first ${MOST} of ${rows.length} facts: search or filter to see others.` : `${rows.length} of ${T.facts.length} facts · dữ kiện${rows.length || !T.facts.length ? "" : ": nothing passes the search and the filter; try fewer letters, or Reset. · Không có kết quả, hãy thử bỏ lọc."}`;
    room.replaceChildren(make("table", {},
      make("caption", {}, caption),
      make("thead", {}, make("tr", {}, heads.map(([en, vi]) => make("th", { scope: "col" }, T.both({ en, vi }))))),
      make("tbody", {}, rows.slice(0, MOST).map(line))));
  };
  T.on((state) => {
    const table = state.view === "table";
    room.hidden = !table;
    document.getElementById("canvas").hidden = table;
    document.body.classList.toggle("as-table", table && !T.chosen(state));
    document.getElementById("view-table").setAttribute("aria-pressed", String(table));
    document.getElementById("view-picture").setAttribute("aria-pressed", String(!table));
    if (table) fill();
  });
  addEventListener("beforeprint", () => fill());
  document.getElementById("view-table").addEventListener("click", () => T.set({ view: "table" }));
  document.getElementById("view-picture").addEventListener("click", () => T.set({ view: "" }));
  document.getElementById("skip").addEventListener("click", (event) => {
    event.preventDefault();
    T.set({ view: "table" });
    room.focus();
  });
})(thidua);
