// The JSON of a page that holds all it tells as it is → its records.
"use strict";
(function (T) {
  T.options = JSON.parse(document.getElementById("options").textContent);
  T.load(JSON.parse(document.getElementById("data").textContent));
  // The words of a passage, handed over at once.
  T.words = (number, take) => take(T.passages[number]);
  T.loaded = Promise.resolve();
})(thidua);
