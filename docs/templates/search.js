// What is typed → only those leaves whose spellings hold it, with all that is above them; accents do not matter.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d").trim();
const field = document.querySelector("input[type=search]");
const leaves = [...document.querySelectorAll("[data-search]")];
field.addEventListener("input", () => {
  const asked = plain(field.value);
  for (const leaf of leaves) leaf.classList.toggle("hidden", !leaf.dataset.search.includes(asked));
  if (!asked) return;
  for (const leaf of leaves) {
    if (leaf.classList.contains("hidden")) continue;
    for (let up = leaf.parentElement.closest("li"); up; up = up.parentElement.closest("li")) up.classList.remove("hidden");
  }
});
