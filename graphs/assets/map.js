// Provinces and what is told of them → a map of tiles, before and since July 2025, coloured by a chosen count.
"use strict";
(function (T) {
  const make = T.make;
  const WIDE = 60, HIGH = 42, GAP = 3, BESIDE = 270;
  const all = (f) => f.roles.map(([, id]) => id);
  const steps = (...statuses) => (f) => (f.type === "AwardStep" && statuses.includes(f.status) ? T.role(f, "recipient") : []);
  // What can be counted: the things of a fact that it counts for.
  const COUNTS = {
    facts: { en: "All facts", vi: "Mọi dữ kiện", of: all },
    articles: { en: "Articles that tell of it", vi: "Bài báo nhắc đến", of: all, articles: true },
    conferred: { en: "Honours conferred", vi: "Khen thưởng đã tặng", of: steps("conferred") },
    proposed: { en: "Honours proposed", vi: "Khen thưởng đề nghị", of: steps("proposed") },
    lost: { en: "Honours revoked or denied", vi: "Khen thưởng bị thu hồi, không xét", of: steps("revoked", "revocationProposed", "denied") },
    events: { en: "Events held there", vi: "Sự kiện diễn ra tại đây", of: (f) => (f.type === "Event" ? T.role(f, "place") : []) },
    clusters: { en: "Clusters led", vi: "Làm cụm trưởng, cụm phó", of: (f) => (f.type === "ClusterLeadership" ? T.role(f, "member") : []) },
    posts: { en: "Posts held in its bodies", vi: "Chức vụ tại các cơ quan", of: (f) => (f.type === "Tenure" ? T.role(f, "body") : []) },
  };
  // Units that there were not before; a fact of these cannot stand on the older map.
  const older = new Set(T.extra.before.map((u) => u.id)), made = new Set(T.extra.since.map((u) => u.id).filter((id) => !older.has(id)));
  const newer = (f) => all(f).some((id) => made.has(id));
  const count = () => COUNTS[T.state.by] || COUNTS.facts;
  const since = () => (T.state.units ? T.state.units === "since" : T.facts.some(newer));
  const units = () => T.extra[since() ? "since" : "before"];

  // The facts that count for each unit, by its key.
  const counted = () => {
    const of = new Map(), into = new Map();
    for (const u of units()) for (const id of [u.id, ...u.of]) into.set(id, u.id);
    for (const [i, f] of T.live()) {
      const places = new Set(count().of(f).map((id) => into.get(T.thing(id).kind === "province" ? id : T.thing(id).province)));
      for (const id of places) if (id) of.set(id, [...(of.get(id) || []), i]);
    }
    return of;
  };
  const size = (facts) => (count().articles ? T.articlesOf(facts).size : facts.length);

  T.own = (state) => {
    const unit = state.unit && units().find((u) => u.id === state.unit);
    if (!unit) return null;
    const facts = counted().get(unit.id) || [];
    const known = [unit.id, ...unit.of].filter((id) => T.nodes.has(id));
    return [
      make("p", { class: "kind" }, T.symbol("province"), "Province ", make("span", { class: "vi", lang: "vi" }, "Tỉnh, thành")),
      make("h2", { lang: "vi" }, make("bdi", {}, unit.name)),
      make("p", { class: "numbers" }, `${count().en}: ${size(facts)}`, make("span", { class: "vi", lang: "vi" }, ` ${count().vi}`)),
      known.length ? make("p", { class: "other" }, "All that is told of · Mọi dữ kiện về: ", known.map((id) => [T.go(id), " "]).flat()) : null,
      T.cards(facts, null),
    ];
  };

  const choose = (name, value, words, on) => make("button", { type: "button", "aria-pressed": String(on), on: { click: () => T.set({ [name]: value }) } }, T.both(words));
  const split = (name) => {
    if (name.length <= 6) return [name];
    const words = name.split(" "), half = words.map((_, i) => Math.abs(words.slice(0, i).join(" ").length - name.length / 2));
    const cut = half.indexOf(Math.min(...half.slice(1)));
    return [words.slice(0, cut).join(" "), words.slice(cut).join(" ")];
  };

  T.stage((width) => {
    const of = counted(), most = Math.max(1, ...[...of.values()].map(size));
    const level = (n) => (n ? Math.min(5, 1 + Math.floor((Math.sqrt(n / most) - 1e-9) * 5)) : 0);
    const list = units();
    const columns = Math.max(...list.map((u) => u.at[0])) + 1, rows = Math.max(...list.map((u) => u.at[1])) + 1;
    const wide = Math.max(38, Math.min(WIDE, Math.floor((width > 2 * BESIDE ? width - BESIDE : width) / columns) - GAP));
    const svg = T.svg("svg", { class: "map", width: columns * (wide + GAP), height: rows * (HIGH + GAP), role: "group", "aria-label": "Map of tiles" });
    const sought = (u) => T.holds(u.name, T.state.q);
    for (const u of list) {
      const n = size(of.get(u.id) || []), x = u.at[0] * (wide + GAP), y = u.at[1] * (HIGH + GAP), lines = split(u.name);
      const tile = T.svg("g", { class: `tile level-${level(n)}${sought(u) ? "" : " faint"}`, "data-id": u.id, "data-unit": u.id, transform: `translate(${x} ${y})`, tabindex: 0, role: "button", "aria-label": `${u.name}: ${n}` },
        T.svg("title", {}, `${u.name}: ${n}`), T.svg("rect", { width: wide, height: HIGH, rx: 4 }),
        lines.map((line, i) => T.svg("text", { x: 4, y: 12 + i * 11.5, textLength: line.length * 5.9 > wide - 6 ? wide - 6 : null, lengthAdjust: "spacingAndGlyphs" }, line)),
        n ? T.svg("text", { class: "n", x: wide - 4, y: HIGH - 4, "text-anchor": "end" }, n) : null);
      svg.append(T.pressable(tile, () => T.choose({ unit: u.id })));
    }
    const first = list.filter((u) => of.has(u.id) && sought(u)).sort((a, b) => size(of.get(b.id)) - size(of.get(a.id))).slice(0, 20);
    const left = since() ? 0 : T.live().filter(([, f]) => newer(f)).length;
    return [
      make("div", { class: "choices" },
        make("label", { class: "field" }, T.both({ en: "Count", vi: "Đếm" }), make("select", { id: "count", on: { change: (e) => T.set({ by: e.target.value }) } },
          Object.entries(COUNTS).map(([id, c]) => make("option", { value: id, selected: c === count() }, `${c.en} · ${c.vi}`)))),
        make("div", { class: "switch", role: "group", "aria-label": "Units" },
          choose("units", "before", { en: "63 units until June 2025", vi: "đến 6/2025" }, !since()),
          choose("units", "since", { en: "34 units since July 2025", vi: "từ 7/2025" }, since()))),
      left ? make("p", { class: "meta" }, `${T.count(left, "fact tells", "facts tell")} of units since July 2025, which this map cannot show.`) : null,
      make("div", { class: "chart" }, svg, make("div", { class: "beside" },
        make("p", { class: "scale", "aria-hidden": "true" }, [0, 1, 2, 3, 4, 5].map((i) => make("span", { class: `swatch level-${i}` })), ` 0 – ${most}`),
        first.length ? make("ol", { class: "ranking" }, first.map((u) => make("li", {},
          make("button", { type: "button", class: "go", lang: "vi", "data-id": u.id, on: { click: () => T.choose({ unit: u.id }) } }, make("bdi", {}, u.name)),
          make("span", { class: "count" }, String(size(of.get(u.id))))))) : make("p", { class: "meta" }, "Nothing to count here. · Chưa có gì để đếm."))),
    ];
  });
  // The chosen tile, and the page's own mark for it.
  T.on((state) => {
    for (const tile of document.querySelectorAll("[data-unit]")) tile.setAttribute("aria-pressed", String(tile.dataset.unit === state.unit));
  });
})(thidua);
