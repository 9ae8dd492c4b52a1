// Facts of emulation clusters → for each its members, and who led it, year by year.
"use strict";
(function (T) {
  const make = T.make;
  const NONE = "?", MEMBER = "member", LONG = 30;

  T.leads = {
    lead: () => T.mark("conferred", "disc"),
    deputy: () => T.mark("conferred", "ring"),
    member: () => T.mark("former", "bar"),
  };
  const words = { lead: T.legend.values.lead, deputy: T.legend.values.deputy, member: { en: "member", vi: "thành viên" } };
  const keys = () => Object.entries(words).map(([name, w]) => make("span", { class: "sign" }, T.leads[name](), " ", T.both(w)));

  // Years in a row without gaps, unless they lie too far apart.
  T.span = (years) => {
    const known = [...new Set(years)].filter(Boolean).map(Number).sort((a, b) => a - b);
    if (!known.length) return [];
    const first = known[0], last = known[known.length - 1];
    return (last - first < LONG ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : known).map(String);
  };
  const column = (f) => (f.type === "ClusterMembership" ? MEMBER : f.year || NONE);
  const sort = (f) => (f.type === "ClusterMembership" ? MEMBER : T.value(f, "leads"));

  // The table of one cluster's members, or of the clusters of one member: `head` gives the thing that a row is of.
  T.clusterMatrix = (facts, head, corner, caption) => {
    const rows = new Map();
    for (const entry of facts) for (const id of T.role(entry[1], head)) rows.set(id, [...(rows.get(id) || []), entry]);
    const years = T.span(facts.map(([, f]) => f.year));
    const columns = [
      facts.some(([, f]) => f.type === "ClusterMembership") ? { id: MEMBER, text: T.both({ en: "member", vi: "thành viên" }) } : null,
      ...years.map((y) => ({ id: y, text: y })),
      facts.some(([, f]) => column(f) === NONE) ? { id: NONE, text: T.both({ en: "no year told", vi: "không rõ năm" }) } : null,
    ].filter(Boolean);
    const name = (id) => T.thing(id).name;
    const first = (entries) => Math.min(...entries.map(([, f]) => (f.type === "ClusterLeadership" ? Number(f.year) || 9998 : 9999)));
    return T.matrix({
      caption, corner, columns,
      rows: [...rows].sort((a, b) => first(a[1]) - first(b[1])).map(([id, entries]) => ({
        head: T.go(id),
        cells: T.gathered(entries, column, sort, (what, numbers, at) => ({
          mark: T.leads[what](), label: `${name(id)}: ${words[what].en}${/^\d/.test(at) ? ` ${at}` : ""} · ${words[what].vi}`,
        })),
      })),
    });
  };

  if (T.facts.some((f) => f.type === "ClusterLeadership") && T.view !== "honours") T.keys = keys;
  if (T.view !== "clusters") return;
  T.stage(() => {
    const of = new Map();
    for (const entry of T.live()) {
      if (!["ClusterMembership", "ClusterLeadership"].includes(entry[1].type)) continue;
      for (const id of T.role(entry[1], "cluster")) of.set(id, [...(of.get(id) || []), entry]);
    }
    return [...of].sort((a, b) => b[1].length - a[1].length).map(([id, all]) => {
      const member = ([, f]) => T.role(f, "member").every(T.seen);
      const facts = all.filter(member);
      const members = new Set(facts.flatMap(([, f]) => T.role(f, "member")));
      if (!T.sought([id, ...members]) || !T.seen(id) || !facts.length) return [];
      const years = T.span(facts.map(([, f]) => f.year));
      const told = T.articlesOf(all.map(([number]) => number));
      return make("section", {},
        make("h2", {}, T.go(id)),
        make("p", { class: "meta" }, [T.count(members.size, "member named", "members named"), years.length ? `${years[0]}${years.length > 1 ? `–${years[years.length - 1]}` : ""}` : "", T.count(told.size, "article", "articles")].filter(Boolean).join(" · ")),
        T.clusterMatrix(facts, "member", T.both({ en: "Who", vi: "Ai" }), T.thing(id).name));
    });
  });
})(thidua);
