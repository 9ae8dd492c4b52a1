// Steps of awards → how many a year, who gives what to whom, and the life of each award.
"use strict";
(function (T) {
  const make = T.make;
  const MOST = { grantor: 10, honour: 12, recipient: 14 }, ROWS = 250;
  const ORDER = ["proposed", "conferred", "revocationProposed", "revoked", "denied"];
  const role = (f, name) => T.role(f, name)[0] || "";
  const number = (f) => T.value(f, "number");
  const name = (id) => T.thing(id).name;

  if (T.view === "honours") T.chips = () => ORDER.map((status) => [status, T.facts.filter((f) => f.status === status).length]).filter(([, n]) => n)
    .map(([status, n]) => ({ what: "status", name: status, words: T.legend.statuses[status], symbol: () => T.mark(status), number: n }));

  // The most frequent things in a role; the others as one.
  const column = (facts, part, others) => {
    const of = new Map();
    for (const [i, f] of facts) of.set(role(f, part), [...(of.get(role(f, part)) || []), i]);
    const order = [...of.keys()].filter(Boolean).sort((a, b) => of.get(b).length - of.get(a).length || name(a).localeCompare(name(b), "vi"));
    const shown = order.length <= MOST[part] + 1 ? order : order.slice(0, MOST[part]);
    const rest = order.slice(shown.length).flatMap((id) => of.get(id));
    const nodes = shown.map((id) => ({ id: `${part} ${id}`, label: name(id), kind: T.thing(id).kind, facts: of.get(id) }));
    if (rest.length) nodes.push({ id: `${part} rest`, label: `${order.length - shown.length} ${others}`, kind: "group", facts: rest });
    if (of.has("")) nodes.push({ id: `${part} none`, label: "not told · không nêu", kind: "group", facts: of.get("") });
    const place = (f) => (!role(f, part) ? `${part} none` : shown.includes(role(f, part)) ? `${part} ${role(f, part)}` : `${part} rest`);
    return [nodes, place];
  };
  const flow = (facts, width) => {
    const [grantors, g] = column(facts, "grantor", "others · nơi khác");
    const [honours, h] = column(facts, "honour", "others · loại khác");
    const [recipients, r] = column(facts, "recipient", "others · bên khác");
    const links = new Map();
    const add = (from, to, [i, f]) => {
      const key = JSON.stringify([from, to, f.status]);
      if (!links.has(key)) links.set(key, { from, to, sort: f.status, facts: [] });
      links.get(key).facts.push(i);
    };
    for (const entry of facts) {
      add(g(entry[1]), h(entry[1]), entry);
      add(h(entry[1]), r(entry[1]), entry);
    }
    return T.flow({
      label: "From authority through honour to recipient", width, columns: [grantors, honours, recipients], links: [...links.values()],
      heads: [{ en: "Authority", vi: "Thẩm quyền" }, { en: "Honour", vi: "Hình thức" }, { en: "Recipient", vi: "Bên nhận" }],
    });
  };

  // A row for each award with what happened to it; in a dossier `about` its recipient goes without saying.
  T.lives = (facts, corner, about) => {
    const awards = new Map();
    for (const entry of facts) {
      const of = entry[1].award || `${role(entry[1], "honour")} ${role(entry[1], "recipient")}`;
      awards.set(of, [...(awards.get(of) || []), entry]);
    }
    const statuses = ORDER.filter((s) => facts.some(([, f]) => f.status === s));
    const year = (entries) => entries.map(([, f]) => T.yearOf(f)).sort()[0] || "";
    const rows = [...awards.values()].sort((a, b) => b.length - a.length || year(b).localeCompare(year(a)));
    return [
      T.matrix({
        caption: "What happened to each award", corner,
        columns: statuses.map((s) => ({ id: s, text: T.both(T.legend.statuses[s]) })),
        rows: rows.slice(0, ROWS).map((entries) => {
          const f = entries[0][1];
          return {
            head: make("span", { class: "award" }, role(f, "honour") ? T.go(role(f, "honour")) : "", role(f, "recipient") && !(about && about.has(role(f, "recipient"))) ? make("span", { class: "to" }, "→ ", T.go(role(f, "recipient")), number(f) ? ` (${number(f)})` : "") : ""),
            cells: T.gathered(entries, (s) => s.status, (s) => `${T.yearOf(s)} ${role(s, "grantor")}`, (sort, numbers) => {
              const s = T.facts[numbers[0]], by = role(s, "grantor");
              return { mark: T.mark(s.status), text: T.yearOf(s), label: `${T.word("statuses", s.status).en} ${T.yearOf(s)}${by ? `, ${name(by)}` : ""} · ${T.word("statuses", s.status).vi}` };
            }),
          };
        }),
      }),
      rows.length > ROWS ? make("p", { class: "meta" }, `The first ${ROWS} of ${rows.length} awards: search or filter to see others.`) : null,
    ];
  };

  if (T.view !== "honours") return;
  T.stage((width) => {
    const facts = T.live("AwardStep").filter(([, f]) => f.roles.every(([, id]) => T.seen(id)) && T.sought(f.roles.map(([, id]) => id)));
    if (!facts.length) return [];
    return [
      make("section", {}, make("h2", {}, T.both({ en: "From whom, what, to whom", vi: "Ai trao gì cho ai" })), flow(facts, width)),
      make("section", {}, make("h2", {}, T.both({ en: "Year by year", vi: "Theo năm" })), T.bars({ label: "Honours by year and status", facts, sorts: ORDER, width }) || make("p", { class: "meta" }, `All of one year: ${T.yearOf(facts[0][1]) || "unknown"}.`)),
      make("section", {}, make("h2", {}, T.both({ en: "The life of each award", vi: "Diễn biến từng trường hợp" })), T.lives(facts, T.both({ en: "Award", vi: "Khen thưởng" }))),
    ];
  });
})(thidua);
