// The facts about a person or a province → a dossier: posts over time, honours, events, company, and every source.
"use strict";
(function (T) {
  const make = T.make;
  const about = new Set(T.extra.about), self = about.size === 1 ? T.extra.about[0] : null;
  const MOST = 60, SOURCES = 120;
  const names = (f) => f.roles.some(([, id]) => about.has(id));
  const name = (id) => T.thing(id).name;
  const heading = (en, vi, number) => make("h2", {}, T.both({ en, vi }), number ? make("span", { class: "count" }, ` ${number}`) : null);
  const section = (en, vi, facts, ...content) => (facts.length ? make("section", {}, heading(en, vi, T.gather(facts.map(([i]) => i), about).length), content, make("div", { class: "cards" }, T.cards(facts.map(([i]) => i), self, about))) : null);

  const line = (en, vi) => make("p", { class: "lead" }, en, " ", make("span", { class: "vi", lang: "vi" }, vi));
  const units = () => T.extra.units.map((u) => {
    const until = u.to ? `until ${T.day(u.to)}` : u.from ? `since ${T.day(u.from)}` : "";
    const next = u.next.length ? `, then part of ${u.next.join(", ")}` : "";
    const before = u.before.length ? `, made of ${u.before.join(", ")}` : "";
    const vi = [u.to ? `đến ${u.to}` : u.from ? `từ ${u.from}` : "", u.next.length ? `nay thuộc ${u.next.join(", ")}` : "", u.before.length ? `hợp từ ${u.before.join(", ")}` : ""].filter(Boolean).join("; ");
    return line(`${u.name}${until ? `, ${until}` : ""}${before}${next}.`, vi);
  });

  const timeline = (facts, width) => {
    const rows = new Map();
    const add = (key, label, entry, line) => {
      if (!rows.has(key)) rows.set(key, { label, entries: [], line });
      rows.get(key).entries.push(entry);
    };
    for (const [i, f] of facts) {
      const at = T.moment(f);
      const when = T.yearOf(f);
      if (f.type === "Tenure") {
        for (const post of T.role(f, "post")) add(`1 ${post}`, name(post), { at, facts: [i], mark: () => T.mark(f.status || "current"), label: `${name(post)}: ${T.word("statuses", f.status).en} ${when}` }, true);
      } else if (f.type === "AwardStep") {
        for (const honour of T.role(f, "honour")) add(`2 ${honour}`, name(honour), { at, facts: [i], mark: () => T.mark(f.status, f.status === "conferred" ? "star" : null), label: `${name(honour)}: ${T.word("statuses", f.status).en} ${when}` }, true);
      } else if (f.type === "ClusterLeadership") {
        for (const cluster of T.role(f, "cluster")) add(`3 ${cluster}`, name(cluster), { at, facts: [i], mark: () => T.leads[T.value(f, "leads") || "lead"](), label: `${name(cluster)} ${f.year}` }, false);
      } else if (f.type === "Event" || f.type === "Participation") {
        const event = T.role(f, "event")[0];
        const held = event && T.thing(event).facts.map((n) => T.facts[n]).find((e) => e.type === "Event");
        add("4", "Events · Sự kiện", { at: held ? T.moment(held) : at, facts: [i], mark: () => T.symbol("event"), label: event ? name(event) : T.word("values", T.value(f, "part")).en }, false);
      }
    }
    // Marks of one time and sort in one row stand on each other: they are one.
    const order = [...rows].sort((a, b) => a[0].localeCompare(b[0])).map(([, r]) => {
      const at = new Map();
      for (const e of r.entries) {
        const key = `${e.at === null ? "" : e.at.toFixed(1)} ${e.label}`;
        if (at.has(key)) at.get(key).facts.push(...e.facts);
        else at.set(key, { ...e, facts: [...e.facts] });
      }
      return { ...r, entries: [...at.values()].filter((e) => e.at !== null) };
    }).filter((r) => r.entries.length);
    return T.timeline({ label: "What is told, by year", rows: order.slice(0, 40), width });
  };

  const company = (facts) => {
    const met = new Map();
    for (const [, f] of facts) {
      if (f.type !== "Participation") continue;
      for (const id of T.role(f, "agent")) {
        if (about.has(id)) continue;
        if (!met.has(id)) met.set(id, new Set());
        T.role(f, "event").forEach((e) => met.get(id).add(e));
      }
    }
    const order = [...met].filter(([id]) => T.seen(id)).sort((a, b) => b[1].size - a[1].size || name(a[0]).localeCompare(name(b[0]), "vi"));
    if (!order.length) return null;
    return make("section", {}, heading("At the same events", "Cùng dự sự kiện", order.length),
      make("ul", { class: "names" }, order.slice(0, MOST).map(([id, events]) => make("li", {}, T.go(id), make("span", { class: "count" }, T.count(events.size, "event", "events"))))),
      order.length > MOST ? make("p", { class: "meta" }, `and ${order.length - MOST} more; search finds them.`) : null);
  };
  const sources = (facts) => {
    const by = new Map();
    for (const [, f] of facts) for (const p of f.passages) by.set(T.passages[p].article, new Set(by.get(T.passages[p].article)).add(p));
    const order = [...by].sort((a, b) => T.articles[b[0]].date.localeCompare(T.articles[a[0]].date));
    // A passage inside another one says nothing that is not shown with it.
    const widest = (numbers) => [...numbers].map((n) => [n, T.passages[n]]).filter(([n, p], _, all) => !all.some(([m, q]) => m !== n && q.start <= p.start && p.end <= q.end && (q.end - q.start > p.end - p.start || m < n))).map(([n]) => n).sort((a, b) => a - b);
    return make("section", {}, heading("Sources", "Nguồn", order.length), order.slice(0, SOURCES).map(([number, passages]) => {
      const a = T.articles[number], quotes = widest(passages).map((p) => T.quote(p, true));
      return make("div", { class: "from" }, make("div", { class: "title" }, T.title(a)), make("p", { class: "meta" }, [a.agency, a.author, T.day(a.date)].filter(Boolean).join(" · ")),
        quotes.slice(0, 3), quotes.length > 3 ? make("details", {}, make("summary", {}, `${quotes.length - 3} more passages · đoạn khác`), quotes.slice(3)) : null);
    }));
  };

  T.stage((width) => {
    const seen = ([, f]) => f.roles.every(([, id]) => about.has(id) || T.seen(id)) && T.sought(f.roles.map(([, id]) => id));
    const facts = T.live().filter(seen);
    const own = facts.filter(([, f]) => names(f));
    if (!own.length) return [];
    const of = (...types) => own.filter(([, f]) => types.includes(f.type));
    const awards = of("AwardStep"), events = new Set(own.flatMap(([, f]) => T.role(f, "event")));
    const received = awards.filter(([, f]) => T.role(f, "recipient").some((id) => about.has(id)));
    const leads = of("ClusterMembership", "ClusterLeadership");
    const days = facts.filter(([, f]) => names(f) || (f.type === "Event" && T.role(f, "event").some((e) => events.has(e))));
    const drawn = timeline(days, Math.min(width, 1080));
    const others = facts.filter(([, f]) => !names(f) && ["Tenure", "AwardStep"].includes(f.type));
    return [make("div", { class: "dossier" },
      T.extra.units ? units() : null,
      drawn ? make("section", {}, heading("Over time", "Theo thời gian"), drawn) : null,
      leads.length ? make("section", {}, heading("Emulation clusters", "Cụm, khối thi đua", leads.length), T.clusterMatrix(leads, "cluster", T.both({ en: "Cluster", vi: "Cụm" }), "Clusters by year")) : null,
      received.length ? make("section", {}, heading("Honours", "Khen thưởng", new Set(received.map(([, f]) => f.award)).size), T.lives(received, T.both({ en: "Award", vi: "Khen thưởng" }), about)) : null,
      section("Posts", "Chức vụ", of("Tenure")),
      section("Honours given", "Khen thưởng đã trao", awards.filter((a) => !received.includes(a))),
      section("Events", "Sự kiện", facts.filter(([, f]) => f.type === "Event" && (names(f) || T.role(f, "event").some((e) => events.has(e))))),
      section("Parts taken", "Tham gia", of("Participation", "CovenantSigning")),
      section("Said", "Phát biểu", of("Statement")),
      company(facts.filter(([, f]) => T.role(f, "event").some((e) => events.has(e)))),
      section("In bodies of the province", "Tại các cơ quan của tỉnh", others),
      sources(own))];
  });
})(thidua);
