// The script of report.html: tables that sort by a column and filter by a word. Without it the page is whole.

export const SCRIPT = `
"use strict";
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const count = table.closest("section.table").querySelector("output");
  const filter = table.closest("section.table").querySelector("input");
  if (filter) {
    const texts = rows.map((row) => row.textContent.toLowerCase());
    const show = () => {
      const words = filter.value.toLowerCase().split(/\\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        row.hidden = !words.every((word) => texts[index].includes(word));
        if (!row.hidden) shown += 1;
      });
      count.textContent = shown + " of " + rows.length;
    };
    filter.addEventListener("input", show);
    filter.closest(".tools").hidden = false;
    show();
  }
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    // No button element: browsers leave those out of the heads that they repeat on every printed page.
    const button = document.createElement("span");
    button.setAttribute("role", "button");
    button.tabIndex = 0;
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      button.click();
    });
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const number = head.classList.contains("number");
      const value = (row) => row.cells[column].textContent;
      const order = (a, b) => number ? Number(value(a)) - Number(value(b)) : value(a).localeCompare(value(b));
      body.append(...[...rows].sort((a, b) => (down ? order(b, a) : order(a, b))));
    });
  });
}
`;
