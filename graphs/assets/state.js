// What the user has chosen ↔ the page's address (#…), and word of each change to those who show it.
"use strict";
(function (T) {
  const listeners = [];
  const plain = { node: "", edge: "", q: "", hide: "", view: "", theme: "" };
  T.state = { ...plain };

  T.on = (run) => listeners.push(run);
  T.hidden = () => new Set(T.state.hide ? T.state.hide.split(",") : []);

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
      if (step) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    }
    tell(before);
  };
  T.choose = (change, how = { step: true }) => T.set({ node: "", edge: "", ...change }, how);

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
