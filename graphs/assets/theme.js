// Light or dark: the user's switch, else the system's wish; and the colours of both for the canvas.
"use strict";
(function (T) {
  const wish = matchMedia("(prefers-color-scheme: dark)");
  T.dark = () => !T.printing && (T.state.theme ? T.state.theme === "dark" : wish.matches);
  T.colour = (kind) => (T.kinds.get(kind) || T.kinds.get("group"))[T.dark() ? "dark" : "light"];
  T.onColour = () => (T.dark() ? "#10141b" : "#ffffff");
  T.ink = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  // Two colours (#rrggbb) mixed: `share` of the first.
  T.mix = (a, b, share) => {
    const part = (c, i) => parseInt(c.slice(1 + 2 * i, 3 + 2 * i), 16);
    const mixed = [0, 1, 2].map((i) => Math.round(part(a, i) * share + part(b, i) * (1 - share)));
    return `#${mixed.map((v) => v.toString(16).padStart(2, "0")).join("")}`;
  };

  const apply = () => {
    document.documentElement.dataset.theme = T.dark() ? "dark" : "light";
  };
  T.on(apply);
  wish.addEventListener("change", () => T.set({}));
  document.getElementById("theme").addEventListener("click", () => T.set({ theme: T.dark() ? "light" : "dark" }));
})(thidua);
