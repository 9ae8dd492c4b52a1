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
    const days = T.articles.map((a) => T.day(a.date)).filter(Boolean);
    at("byline").append(`${T.count(T.articles.length, "article", "articles")} `, T.make("span", { lang: "vi" }, "· bài báo"), days.length ? ` · ${[...new Set([days[0], days[days.length - 1]])].join(" – ")}` : "");
  }
  if (T.zoom) {
    at("zoom-in").addEventListener("click", () => T.zoom(1.25));
    at("zoom-out").addEventListener("click", () => T.zoom(0.8));
    at("fit").addEventListener("click", () => T.fit());
  } else for (const id of ["zoom-in", "zoom-out", "fit"]) at(id).hidden = true;
  at("reset").addEventListener("click", () => {
    T.clear();
    at("q").value = "";
    if (T.fit) T.fit();
  });
  if (!T.nodes.size && !T.extra.numbers) {
    at("empty").hidden = false;
    at("canvas").classList.add("nothing");
    at("save-png").disabled = at("save-svg").disabled = true;
    const words = T.legend.views[T.view];
    at("empty").append(
      T.make("p", {}, T.about ? `${words.empty_en.replace(/\.$/, "")} with a part for ${T.about}.` : T.articles.length || T.view !== "network" ? words.empty_en : "There is no article here."),
      T.make("p", { lang: "vi" }, words.empty_vi),
      T.about ? T.make("p", {}, "See all: ", T.make("code", {}, `thidua view ${T.view}`), ", or all about it: ", T.make("code", {}, `thidua view network --about "${T.about}"`))
        : T.make("p", {}, "Try another article: ", T.make("code", {}, "thidua build ARTICLE && thidua view -o page.html")));
  }
  T.start();
  if (T.open) T.open();
  T.set({});
  document.documentElement.dataset.ready = "yes";
})(thidua);
