// The packed columns of a large page → the records that a small page holds as they are; quotes only when asked for.
"use strict";
(function (T) {
  const unpack = async (element) => {
    const bytes = Uint8Array.from(atob(element.textContent), (c) => c.charCodeAt(0));
    element.remove();
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Response(stream).json();
  };
  // Two columns, lengths and steps from number to number, as rows.
  const rows = ([lengths, steps]) => {
    let at = 0, value = 0;
    return lengths.map((length) => {
      const row = new Array(length);
      for (let i = 0; i < length; i++) row[i] = value += steps[at++];
      return row;
    });
  };
  const things = (c) => {
    const facts = rows(c.facts);
    return c.id.map((id, i) => ({ id, kind: c.kinds[c.kind[i]], name: c.name[i], other: [], facts: facts[i], ...c.rare[i] }));
  };

  const records = (c, fixed) => {
    const nodes = things(c.things), aside = things(c.aside), all = [...nodes, ...aside];
    nodes.forEach((n, i) => {
      n.number = i;
      n.x = c.things.x[i];
      n.y = c.things.y[i];
    });
    const told = rows(c.lines.facts);
    const edges = told.map((facts, i) => {
      const from = nodes[c.lines.from[i]].id, to = nodes[c.lines.to[i]].id, relations = c.lines.table[c.lines.relations[i]];
      return { id: `${from} ${to}`, from, to, relations, hue: fixed.legend.relations[relations[0]].hue, facts, dashes: Boolean(c.lines.broken[i]), weight: c.lines.weight[i], label: "" };
    });
    const roles = rows(c.facts.things), passages = rows(c.facts.passages);
    const facts = roles.map((of, i) => {
      const [type, status, year, rule, names] = c.facts.signs[c.facts.sign[i]];
      return { type, status, year, rule, roles: of.map((n, k) => [names[k], all[n].id]), values: c.facts.table[c.facts.values[i]], passages: passages[i], award: "" };
    });
    return {
      ...fixed, nodes, edges, aside, facts, articles: c.articles, shelves: { wide: c.shelf },
      passages: c.passages.article.map((article, i) => ({ article, start: c.passages.start[i], end: c.passages.end[i] })),
    };
  };

  // The words of a passage, handed over when they are unpacked.
  const chunks = new Map();
  const whole = new Promise((done) => addEventListener("DOMContentLoaded", done)); // they stand at the page's end
  let size = 0;
  T.words = (number, take) => {
    const chunk = Math.floor(number / size);
    if (!chunks.has(chunk)) chunks.set(chunk, whole.then(() => unpack(document.getElementById(`quotes-${chunk}`))));
    chunks.get(chunk).then((texts) => {
      const [before, exact, after] = texts[number % size];
      take({ before, exact, after });
    });
  };
  T.loaded = unpack(document.getElementById("columns")).then((columns) => {
    size = columns.chunk;
    T.load(records(columns, JSON.parse(document.getElementById("data").textContent)));
  });
})(thidua);
