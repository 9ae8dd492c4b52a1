// Rows, columns and the facts where they cross → a table of marks.
"use strict";
(function (T) {
  const make = T.make;
  // `rows` are {head, cells}: a cell is a list of {facts, label, mark, text} by the column's id.
  T.matrix = ({ caption, corner, columns, rows }) =>
    make("div", { class: "wide" }, make("table", { class: "matrix" },
      make("caption", { class: "hidden-label" }, caption),
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, corner), columns.map((c) => make("th", { scope: "col" }, c.text)))),
      make("tbody", {}, rows.map((row) => make("tr", {},
        make("th", { scope: "row" }, row.head),
        columns.map((c) => make("td", {}, make("span", { class: "marks" }, (row.cells.get(c.id) || []).map((x) => T.cell(x.facts, x.label, x.mark, x.text || ""))))))))));

  // Facts into the cells of a row: those of one column and sort go together.
  T.gathered = (facts, column, sort, cell) => {
    const cells = new Map();
    for (const [number, f] of facts) {
      const at = column(f);
      if (!cells.has(at)) cells.set(at, new Map());
      const sorts = cells.get(at);
      if (!sorts.has(sort(f))) sorts.set(sort(f), []);
      sorts.get(sort(f)).push(number);
    }
    return new Map([...cells].map(([at, sorts]) => [at, [...sorts].map(([name, numbers]) => ({ facts: numbers, ...cell(name, numbers, at) }))]));
  };
})(thidua);
