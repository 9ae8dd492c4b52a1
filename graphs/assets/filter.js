// Statuses, years and a source to look at → which facts, things and lines pass, and the controls to choose them.
"use strict";
(function (T) {
  const make = T.make;
  const form = document.getElementById("filters");
  const box = document.getElementById("filter");

  // The year of a fact: its own, else that of its event, else that in which its article tells of it.
  const years = new Map();
  T.yearOf = (f) => {
    if (!years.has(f)) {
      const own = f.year || T.value(f, "date");
      const p = T.passages[f.passages[0]];
      const told = own || (p ? T.articles[p.article].date : "");
      years.set(f, /^\d{4}/.test(told) ? told.slice(0, 4) : "");
    }
    return years.get(f);
  };
  const statuses = [...new Set(T.facts.map((f) => f.status).filter((s) => T.legend.statuses[s]))];
  const allYears = [...new Set(T.facts.map(T.yearOf).filter(Boolean))].sort();

  let sign = null, numbers = new Set(), things = new Set();
  const renew = () => {
    const s = T.state, now = [s.status, s.from, s.to, s.source].join(" ");
    if (now === sign) return;
    sign = now;
    numbers = new Set();
    things = new Set();
    const without = new Set(s.status ? s.status.split(",") : []);
    const source = T.articles.findIndex((a) => a.id === s.source);
    T.facts.forEach((f, i) => {
      if (without.has(f.status)) return;
      const year = T.yearOf(f);
      if ((s.from && !(year >= s.from)) || (s.to && !(year && year <= s.to))) return;
      if (source >= 0 && !f.passages.some((p) => T.passages[p].article === source)) return;
      numbers.add(i);
      for (const [, id] of f.roles) things.add(id);
    });
    // What is only spoken of in a fact has no role in it.
    for (const n of T.nodes.values()) if (n.facts.some((i) => numbers.has(i))) things.add(n.id);
  };
  T.filtering = () => Boolean(T.state.status || T.state.from || T.state.to || T.state.source);
  T.passes = (number) => !T.filtering() || (renew(), numbers.has(number));
  T.nodeShown = (id) => {
    const n = T.nodes.get(id), hidden = T.hidden();
    if (hidden.has(n.kind) || (n.group && hidden.has(n.group))) return false;
    return !T.filtering() || (renew(), things.has(id));
  };
  T.edgeShown = (e) => T.nodeShown(e.from) && T.nodeShown(e.to) && (!T.filtering() || e.facts.some((i) => T.passes(i)));
  // Everything that passes: facts as [number, fact].
  T.live = (type) => [...T.facts.entries()].filter(([i, f]) => (!type || f.type === type) && T.passes(i));

  const field = (en, vi, control) => make("label", { class: "field" }, T.both({ en, vi }), control);
  const select = (name, options) => make("select", { id: `filter-${name}`, on: { change: (e) => T.set({ [name]: e.target.value }) } },
    options.map(([value, text]) => make("option", { value }, text)));
  const boxes = new Map();
  if (statuses.length > 1) {
    form.append(make("fieldset", {}, make("legend", {}, T.both({ en: "Status", vi: "Trạng thái" })), statuses.map((s) => {
      const input = make("input", { type: "checkbox", id: `filter-status-${s}`, on: { change: () => T.toggle("status", s) } });
      boxes.set(s, input);
      return make("label", {}, input, " ", T.both(T.legend.statuses[s]));
    })));
  }
  const choices = allYears.map((y) => [y, y]);
  if (allYears.length > 1) {
    form.append(field("From the year", "Từ năm", select("from", [["", "–"], ...choices])), field("to", "đến năm", select("to", [["", "–"], ...choices])));
  }
  if (T.articles.length > 1) {
    form.append(field("Source", "Nguồn", select("source", [["", `all · tất cả (${T.articles.length})`], ...T.articles.map((a) => [a.id, [a.date.slice(0, 10), a.title].filter(Boolean).join(" · ")])])));
  }
  form.append(make("button", { type: "button", id: "unfilter", on: { click: () => T.set({ status: "", from: "", to: "", source: "", hide: "" }) } }, "Show all · Bỏ lọc"));
  box.hidden = form.childElementCount === 1;
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("pointerdown", (event) => box.contains(event.target) || (box.open = false));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    box.open = false;
    box.firstElementChild.focus();
  });

  // One name more or less in a list of hidden ones.
  T.toggle = (what, name) => {
    const hidden = new Set(T.state[what] ? T.state[what].split(",") : []);
    if (!hidden.delete(name)) hidden.add(name);
    T.set({ [what]: [...hidden].sort().join(",") });
    return hidden.has(name);
  };
  T.on((state) => {
    const without = new Set(state.status.split(","));
    for (const [status, input] of boxes) input.checked = !without.has(status);
    for (const name of ["from", "to", "source"]) {
      const control = document.getElementById(`filter-${name}`);
      if (control) control.value = state[name];
    }
    document.getElementById("filtered").hidden = !T.filtering();
  });
})(thidua);
