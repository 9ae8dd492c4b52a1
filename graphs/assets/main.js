// Opens the page: the line under the title, the buttons, an empty network, then the state in the address.
"use strict";
(function (T) {
  const at = (id) => document.getElementById(id);
  T.say = (text) => {
    at("status").textContent = text;
  };
  if (T.articles.length === 1) {
    const a = T.articles[0];
    at("byline").textContent = [a.agency, a.author, T.day(a.date)].filter(Boolean).join(" · ");
  } else if (T.articles.length > 1) {
    const days = T.articles.map((a) => a.date).filter(Boolean).sort();
    at("byline").textContent = days.length ? `${T.day(days[0])} – ${T.day(days[days.length - 1])}` : "";
  }
  at("zoom-in").addEventListener("click", () => T.zoom(1.25));
  at("zoom-out").addEventListener("click", () => T.zoom(0.8));
  at("fit").addEventListener("click", () => T.fit());
  at("reset").addEventListener("click", () => {
    T.set({ node: "", edge: "", q: "", hide: "" }, { step: true });
    at("q").value = "";
    T.fit();
  });
  at("save").addEventListener("click", () => {
    T.png().toBlob((blob) => {
      const url = URL.createObjectURL(blob);
      T.make("a", { href: url, download: "thidua.png" }).click();
      setTimeout(() => URL.revokeObjectURL(url), 1000);
    });
  });
  if (!T.nodes.size) {
    at("empty").hidden = false;
    at("picture").hidden = true;
    at("save").disabled = true;
    at("empty").append(
      T.make("p", {}, T.articles.length ? "Nothing was found in this article that could be drawn." : "There is no article here."),
      T.make("p", { lang: "vi" }, "Chưa có dữ kiện nào để vẽ."),
      T.make("p", {}, "Try another article: ", T.make("code", {}, "thidua view ARTICLE -o page.html")));
  }
  T.start();
  T.openPicture();
  T.set({});
  document.documentElement.dataset.ready = "yes";
})(thidua);
