// What the user has chosen ↔ the page's address (#…), and word of each change to those who show it.
"use strict";
(function (T) {
  const listeners = [];
  const plain = { node: "", edge: "", fact: "", passage: "", q: "", hide: "", status: "", from: "", to: "", source: "", by: "", units: "", unit: "", view: "", theme: "" };
  T.state = { ...plain };

  T.on = (run) => listeners.push(run);
  const list = (text) => (text ? text.split(",") : []);
  let names = "", hidden = new Set();
  T.hidden = () => {
    if (T.state.hide !== names) [names, hidden] = [T.state.hide, new Set(list(T.state.hide))];
    return hidden;
  };
  // The numbers of the facts that are chosen by themselves or by one of their passages.
  T.picked = (s = T.state) => {
    if (s.passage) return T.facts.map((_, i) => i).filter((i) => T.facts[i].passages.includes(Number(s.passage)));
    return list(s.fact).map(Number);
  };

  const write = (state) => {
    const parts = Object.entries(state).filter(([, value]) => value);
    return parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  };
  const read = (hash) => {
    const state = { ...plain };
    for (const part of hash.replace(/^#/, "").split("&")) {
      const cut = part.indexOf("=");
      const name = part.slice(0, Math.max(cut, 0));
      if (!Object.hasOwn(plain, name)) continue;
      try {
        state[name] = decodeURIComponent(part.slice(cut + 1));
      } catch {
        // An address that was cut off or mistyped: leave this part out.
      }
    }
    if (!T.nodes.has(state.node)) state.node = "";
    if (!T.edges.has(state.edge)) state.edge = "";
    if (!list(state.fact).every((i) => T.facts[i])) state.fact = "";
    if (!T.passages[state.passage]) state.passage = "";
    if (!T.articles.some((a) => a.id === state.source)) state.source = "";
    return state;
  };
  const tell = (before) => listeners.forEach((run) => run(T.state, before));

  // Change the state; a new choice is a step that the browser's back button takes back, anything else is not.
  T.set = (change, { step = false } = {}) => {
    const before = T.state;
    T.state = { ...before, ...change };
    const hash = write(T.state);
    if (write(before) !== hash) {
      const address = `#${hash}`;
      try {
        if (step) history.pushState(null, "", address);
        else history.replaceState(null, "", address);
      } catch {
        // Inside another page the address is not ours to change; the state holds all the same.
      }
    }
    tell(before);
  };
  T.choose = (change, how = { step: true }) => T.set({ node: "", edge: "", fact: "", passage: "", unit: "", ...change }, how);
  T.chosen = (state = T.state) => Boolean(state.node || state.edge || state.fact || state.passage || state.unit);
  T.clear = () => T.set({ ...plain, theme: T.state.theme, view: T.state.view, by: T.state.by, units: T.state.units }, { step: true });

  const follow = () => {
    const before = T.state;
    T.state = read(location.hash);
    if (write(before) !== write(T.state)) tell(before);
  };
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);
  T.start = () => {
    T.state = read(location.hash);
    tell({ ...plain });
  };
})(thidua);
