/**
 * Makes the table of an index sortable by its headings and filterable by words and status. It touches nothing else, loads
 * nothing, and without it the page is complete.
 */
export const INDEX_SCRIPT: string = `
(() => {
  const table = document.querySelector("table.reports");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const words = Object.assign(document.createElement("input"), { type: "search" });
  const status = document.createElement("select");
  const found = document.createElement("output");
  const labelled = (text, control) => {
    const label = document.createElement("label");
    label.append(text + " ", control);
    return label;
  };
  const statusOf = (row) => row.cells[1].textContent;
  for (const name of ["all", ...new Set(rows.map(statusOf))]) status.add(new Option(name, name));
  const filter = () => {
    const wanted = words.value.toLowerCase().split(" ").filter(Boolean);
    let n = 0;
    rows.forEach((row, i) => {
      const fits = status.value === "all" || statusOf(row) === status.value;
      row.hidden = !(fits && wanted.every((word) => texts[i].includes(word)));
      if (!row.hidden) n++;
    });
    found.textContent = n + " of " + rows.length + " shown";
  };
  words.addEventListener("input", filter);
  status.addEventListener("change", filter);
  const controls = document.createElement("p");
  controls.className = "controls";
  controls.append(labelled("Search", words), labelled("Status", status), found);
  table.before(controls);
  const compare = new Intl.Collator("en", { numeric: true }).compare;
  const keyOf = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent;
  const order = (a, b) => {
    if (a === "" || b === "") return (a === "") - (b === "");
    return 0;
  };
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    if (head.dataset.sort === undefined) return;
    const button = Object.assign(document.createElement("button"), { type: "button" });
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const way = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", way === 1 ? "ascending" : "descending");
      const isNumber = head.dataset.sort === "number";
      const keyed = rows.map((row, i) => ({ row, i, key: keyOf(row, column) }));
      keyed.sort((a, b) => order(a.key, b.key) ||
        way * (isNumber ? a.key - b.key : compare(a.key, b.key)) || a.i - b.i);
      body.append(...keyed.map(({ row }) => row));
    });
  });
  filter();
})();
`;
