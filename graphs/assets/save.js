// The picture with its title above and its sources below → a file: SVG, or PNG made of it.
"use strict";
(function (T) {
  const HEAD = 66, FOOT = 38, PAD = 20, MOST = 12000;

  // The view's own figure (T.figure), or what stands in the frame for it.
  T.whole = () => {
    const figure = T.figure ? T.figure() : T.traced(document.getElementById("figure"));
    const width = Number(figure.getAttribute("width")), height = Number(figure.getAttribute("height"));
    const out = T.svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height: height + HEAD + FOOT, viewBox: `0 0 ${width} ${height + HEAD + FOOT}`, "font-family": T.font, lang: "vi" });
    const line = (y, size, weight, fill, text) => T.svg("text", { x: PAD, y, "font-size": size, "font-weight": weight, fill }, text);
    figure.setAttribute("y", HEAD);
    const title = document.querySelector("h1").textContent, most = Math.floor((width - 2 * PAD) / 10.5);
    const words = T.legend.views[T.view];
    out.append(
      T.svg("rect", { width: "100%", height: "100%", fill: T.ink("ground") }),
      line(26, 12, 600, T.ink("accent"), document.querySelector(".kicker").textContent),
      line(52, 20, 700, T.ink("ink"), title.length > most ? `${title.slice(0, most)}…` : title),
      figure,
      line(height + HEAD + FOOT - 14, 12, 400, T.ink("soft"), [document.getElementById("byline").textContent, "thidua"].filter(Boolean).join(" · ")));
    return out;
  };
  T.file = () => new Blob([new XMLSerializer().serializeToString(T.whole())], { type: "image/svg+xml" });
  T.png = async () => {
    const url = URL.createObjectURL(T.file());
    try {
      const image = new Image();
      image.src = url;
      await image.decode();
      const ratio = Math.min(2, MOST / image.naturalHeight, MOST / image.naturalWidth);
      const canvas = T.make("canvas", { width: Math.round(image.naturalWidth * ratio), height: Math.round(image.naturalHeight * ratio) });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise((done) => canvas.toBlob(done));
    } finally {
      URL.revokeObjectURL(url);
    }
  };
  const save = (blob, suffix) => {
    const url = URL.createObjectURL(blob);
    T.make("a", { href: url, download: `thidua-${T.view}.${suffix}` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  };
  document.getElementById("save-png").addEventListener("click", async () => save(await T.png(), "png"));
  document.getElementById("save-svg").addEventListener("click", () => save(T.file(), "svg"));
})(thidua);
