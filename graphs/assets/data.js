// What the page is given → things, lines, facts and passages by key, and text folded for search.
"use strict";
const thidua = {};

(function (T) {
  // Letters without tones and diacritics: "bac kan" for "Bắc Kạn".
  T.fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");

  T.load = (raw) => {
    T.legend = raw.legend;
    T.facts = raw.facts;
    T.passages = raw.passages;
    T.articles = raw.articles;
    T.shelves = raw.shelves;
    T.view = raw.view;
    T.extra = raw.extra;
    T.about = raw.about; // what was asked for by name
    // Kinds of things; communities are told apart like kinds where there are any.
    T.grouped = raw.nodes.some((n) => n.group);
    T.kinds = new Map([...raw.legend.kinds, ...raw.legend.groups.map((g) => ({ ...g, shape: "dot", one: g.en }))].map((k) => [k.id, k]));
    T.nodes = new Map(raw.nodes.map((n) => [n.id, n]));
    // What facts name and the view does not show has a name and a kind all the same.
    const aside = new Map(raw.aside.map((n) => [n.id, n]));
    T.thing = (id) => T.nodes.get(id) || aside.get(id);
    T.edges = new Map(raw.edges.map((e) => [e.id, e]));

    // Lines and neighbours of each thing, by key.
    T.linesOf = new Map(raw.nodes.map((n) => [n.id, []]));
    for (const e of raw.edges) {
      T.linesOf.get(e.from).push(e);
      T.linesOf.get(e.to).push(e);
    }
    T.neighbours = (id) => T.linesOf.get(id).map((e) => (e.from === id ? e.to : e.from));

    // How much is told of a thing: its lines where there is a network, else its facts.
    T.weight = (id) => (raw.edges.length ? T.linesOf.get(id).length : T.nodes.get(id).facts.length);
    const ranked = raw.nodes.map((n) => n.id);
    const weights = new Map(ranked.map((id) => [id, T.weight(id)]));
    ranked.sort((a, b) => weights.get(b) - weights.get(a));
    T.heaviest = (ids) => {
      const wanted = new Set(ids);
      return ranked.filter((id) => wanted.has(id));
    };

    const folded = new Map([...raw.nodes, ...raw.aside].map((n) => [n.id, T.fold([n.name, ...n.other].join(" "))]));
    let asked = null, words = [];
    T.matches = (id, query) => {
      if (query !== asked) [asked, words] = [query, T.fold(query).split(/\s+/)];
      const text = folded.get(id);
      return words.every((word) => text.includes(word));
    };
  };

  // Whether a text holds each word of a query, with or without accents.
  T.holds = (text, query) => !query.trim() || T.fold(query).split(/\s+/).every((word) => T.fold(text).includes(word));
  // The things in one role of a fact, and its first value of one name, or nothing.
  T.role = (f, name) => f.roles.filter(([role]) => role === name).map(([, id]) => id);
  T.value = (f, name) => (f.values.find(([role]) => role === name) || ["", ""])[1];
  // The articles (by number) in which facts (by number) are told.
  T.articlesOf = (numbers) => new Set(numbers.flatMap((i) => T.facts[i].passages.map((p) => T.passages[p].article)));
  T.cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

  // One element with its properties, attributes and children; text only ever becomes text nodes.
  T.make = (tag, properties, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (name === "class") node.className = value;
      else if (name === "on") for (const [type, run] of Object.entries(value)) node.addEventListener(type, run);
      else if (name === "style") Object.assign(node.style, value);
      else node.setAttribute(name, value === true ? "" : String(value));
    }
    for (const child of children.flat()) {
      if (child !== null && child !== undefined) node.append(child);
    }
    return node;
  };
  T.count = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
  // A term in both languages.
  T.both = (words) => [words.en, " ", T.make("span", { lang: "vi", class: "vi" }, words.vi)];
  T.word = (table, name) => T.legend[table][name] || { en: name, vi: name };
})(thidua);
