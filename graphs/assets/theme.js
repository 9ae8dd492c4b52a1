// Light or dark: the user's switch, else the system's wish; and the colours of both for the canvas.
"use strict";
(function (T) {
  const wish = matchMedia("(prefers-color-scheme: dark)");
  T.dark = () => !T.printing && (T.state.theme ? T.state.theme === "dark" : wish.matches);
  // The colour of a kind; where colours tell communities, all kinds have one.
  T.colour = (kind) => (T.grouped && !kind.startsWith("group") ? T.ink("soft") : (T.kinds.get(kind) || T.kinds.get("group"))[T.dark() ? "dark" : "light"]);
  T.onColour = () => (T.dark() ? "#10141b" : "#ffffff");
  T.ink = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  // Two colours (#rrggbb) mixed: `share` of the first.
  T.mix = (a, b, share) => {
    const part = (c, i) => parseInt(c.slice(1 + 2 * i, 3 + 2 * i), 16);
    const mixed = [0, 1, 2].map((i) => Math.round(part(a, i) * share + part(b, i) * (1 - share)));
    return `#${mixed.map((v) => v.toString(16).padStart(2, "0")).join("")}`;
  };

  T.font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';
  const apply = () => {
    const theme = T.dark() ? "dark" : "light", root = document.documentElement;
    root.dataset.theme = theme;
    for (const [name, status] of Object.entries(T.legend.statuses)) root.style.setProperty(`--status-${name}`, status[theme]);
    for (const kind of T.legend.kinds) root.style.setProperty(`--kind-${kind.id}`, kind[theme]);
  };
  T.on(apply);
  wish.addEventListener("change", () => T.set({}));
  // On paper everything is light, whatever the screen is.
  const print = (yes) => () => {
    T.printing = yes;
    T.set({});
  };
  addEventListener("beforeprint", print(true));
  addEventListener("afterprint", print(false));
  document.getElementById("theme").addEventListener("click", () => T.set({ theme: T.dark() ? "light" : "dark" }));
})(thidua);
