"use strict";
(() => {
  const value = (cell, kind) => {
    if (kind === "n") {
      const text = cell.dataset.v ?? "";
      return text === "" ? null : Number(text);
    }
    return (cell.dataset.v ?? cell.textContent).trim();
  };
  const compare = (a, b, kind) => {
    // What is missing stands last, whichever the order.
    if (kind === "n") return a - b;
    return a.localeCompare(b, "en", { numeric: true });
  };
  const sort = (table, column, head) => {
    const isDown = head.getAttribute("aria-sort") === "ascending";
    const kind = head.dataset.k;
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, key: value(row.cells[column], kind) }));
    const isBlank = (entry) => entry.key === null || entry.key === "";
    rows.sort((a, b) => {
      if (isBlank(a) || isBlank(b)) return isBlank(a) - isBlank(b);
      return isDown ? compare(b.key, a.key, kind) : compare(a.key, b.key, kind);
    });
    body.append(...rows.map((entry) => entry.row));
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
    fold(table);
  };
  // Of a long table the first rows are shown, in whatever order it stands, until the reader asks for all.
  const fold = (table) => {
    const most = Number(table.dataset.fold ?? Infinity);
    const isOpen = table.classList.contains("open");
    [...table.tBodies[0].rows].filter((row) => !row.hidden)
      .forEach((row, index) => row.classList.toggle("folded", !isOpen && index >= most));
    // The bar that Tab reaches is the first that can be seen.
    const bars = [...table.querySelectorAll("svg.bar[tabindex]")];
    const first = bars.find((bar) => !bar.closest(".folded"));
    for (const bar of bars) bar.setAttribute("tabindex", bar === first ? "0" : "-1");
  };
  const quoted = (text, isNumber) => {
    // A spreadsheet would run what looks like a formula.
    const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return /[",\r\n]|^\s|\s$/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  };
  const csv = (table) => {
    const heads = [...table.tHead.rows[0].cells];
    const lines = [heads.map((cell) => quoted(cell.textContent.trim(), false))];
    for (const row of table.tBodies[0].rows) {
      lines.push(heads.map((head, index) => {
        const cell = row.cells[index];
        const isNumber = head.dataset.k === "n";
        return quoted((cell.dataset.v ?? (isNumber ? "" : cell.textContent)).trim(), isNumber);
      }));
    }
    return lines.map((line) => line.join(",")).join("\r\n") + "\r\n";
  };
  // Of a very long table the rows after the first stand behind it in short, so that the page stays small.
  for (const rest of document.querySelectorAll("script.rest")) {
    const table = rest.previousElementSibling;
    const heads = [...table.tHead.rows[0].cells];
    const { words, rows } = JSON.parse(rest.textContent);
    const made = document.createDocumentFragment();
    for (const row of rows) {
      const line = document.createElement("tr");
      row.forEach((entry, index) => {
        const cell = document.createElement(index ? "td" : "th");
        if (!index) cell.scope = "row";
        line.append(cell);
        cell.className = heads[index].className;
        if (typeof entry === "number") {
          cell.appendChild(document.createElement("bdi")).textContent = words[entry];
          return;
        }
        const [shown = "", value = "", style, hint, bar] = entry;
        // Markup that the writer of the page has made safe, as it has that of all rows.
        cell.innerHTML = shown;
        cell.dataset.v = value;
        if (style) cell.className += " " + style;
        if (hint) cell.title = hint;
        if (bar) {
          cell.insertAdjacentHTML("beforeend", `<svg class="${bar[2]}" viewBox="0 0 1000 8" preserveAspectRatio="none"
            aria-hidden="true"><rect x="${bar[0]}" width="${bar[1]}" height="8"/></svg>`);
        }
      });
      made.append(line);
    }
    table.tBodies[0].append(made);
    rest.remove();
  }
  for (const table of document.querySelectorAll("table")) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, column, head));
      head.append(button);
    });
    const button = document.createElement("button");
    button.type = "button";
    button.className = "csv";
    button.textContent = "Download as CSV";
    button.setAttribute("aria-label", `Download ${table.caption.textContent} as CSV`);
    button.addEventListener("click", () => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(["\ufeff" + csv(table)], { type: "text/csv" }));
      link.download = table.dataset.name + ".csv";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
    table.parentElement.after(button);
    if (!table.dataset.fold) continue;
    const count = table.tBodies[0].rows.length;
    const more = document.createElement("p");
    more.className = "more";
    const told = document.createElement("span");
    const unfold = document.createElement("button");
    unfold.type = "button";
    unfold.className = "csv";
    const show = (isOpen) => {
      table.classList.toggle("open", isOpen);
      fold(table);
      told.textContent = isOpen ? `All ${count} rows are shown.` : `${table.dataset.fold} of ${count} rows are shown.`;
      unfold.textContent = isOpen ? "Show fewer" : `Show all ${count}`;
      unfold.setAttribute("aria-expanded", String(isOpen));
    };
    unfold.addEventListener("click", () => show(!table.classList.contains("open")));
    more.append(told, " ", unfold);
    table.parentElement.after(more);
    show(false);
  }
  // Arrow keys go along a line of points or down a column of bars, and across to the next; one of all is reached by Tab.
  const walk = (every, holder) => {
    const all = every.flat();
    if (!all.length) return;
    const go = (next) => {
      for (const stop of all) stop.setAttribute("tabindex", stop === next ? "0" : "-1");
    };
    go(all[0]);
    holder.addEventListener("keydown", (event) => {
      // Rows that are folded away have no points to stop at; the others are walked in the order in which they stand.
      const isBefore = (a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING;
      const rows = every.filter((stops) => stops.length && !stops[0].closest(".folded"))
        .sort((a, b) => (isBefore(a[0], b[0]) ? -1 : 1));
      const row = rows.findIndex((stops) => stops.includes(event.target));
      if (row < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
      const column = rows[row].indexOf(event.target);
      const at = (r, c) => {
        const stops = rows[Math.max(0, Math.min(rows.length - 1, r))];
        return stops[Math.max(0, Math.min(stops.length - 1, c))];
      };
      const next = {
        ArrowRight: () => at(row, column + 1), ArrowLeft: () => at(row, column - 1),
        ArrowDown: () => at(row + 1, column), ArrowUp: () => at(row - 1, column),
        Home: () => at(row, 0), End: () => at(row, Infinity),
      }[event.key]?.();
      if (!next) return;
      event.preventDefault();
      go(next);
      next.focus();
    });
  };
  for (const chart of document.querySelectorAll("svg.chart")) {
    walk([...chart.querySelectorAll(".stops")].map((line) => [...line.querySelectorAll(".stop")]), chart);
  }
  for (const table of document.querySelectorAll("table")) {
    const rows = [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll("svg.bar")].map((bar) => {
      const cell = bar.closest("td,th");
      const head = table.tHead.rows[0].cells[cell.cellIndex].textContent.trim();
      bar.removeAttribute("aria-hidden");
      bar.setAttribute("role", "img");
      bar.setAttribute("aria-label", `${row.cells[0].textContent.trim()}, ${head}: ${cell.textContent.trim()}`);
      return bar;
    })).filter((bars) => bars.length);
    walk(rows, table);
  }
  const item = document.getElementById("map-item");
  const period = document.querySelector(".scroll.map")?.dataset.period;
  const scenario = document.getElementById("map-scenario");
  const carried = (flow, number) => {
    const part = (flow.dataset.s ?? "").split(";").map((text) => text.split(":")).find((parts) => parts[0] === number);
    return part && { share: part[1] / 1000, amount: part[2] };
  };
  const draw = () => {
    const number = scenario?.value ?? "0";
    const counts = { carry: 0, more: 0, less: 0, fresh: 0, gone: 0 };
    for (const flow of document.querySelectorAll("#world .f")) {
      const isOther = item.value !== "" && flow.dataset.i !== item.value;
      if (!scenario) {
        flow.toggleAttribute("hidden", isOther);
        continue;
      }
      const calm = carried(flow, "0");
      const now = carried(flow, number);
      flow.toggleAttribute("hidden", isOther || !(calm || now));
      flow.classList.toggle("gone", !now);
      flow.classList.toggle("new", !calm);
      flow.setAttribute("stroke-width", (0.8 + 4.5 * Math.sqrt(now?.share ?? 0)).toFixed(1));
      flow.querySelector("title").textContent = `${flow.dataset.n}, ${now?.amount ?? 0} ${flow.dataset.u} a ${period}`;
      if (isOther) continue;
      if (now) counts.carry += 1;
      if (now && !calm) counts.fresh += 1;
      if (calm && !now) counts.gone += 1;
      if (calm && now && now.share > calm.share) counts.more += 1;
      if (calm && now && now.share < calm.share) counts.less += 1;
    }
    if (!scenario) return;
    const name = scenario.selectedOptions[0].dataset.name;
    const drawn = document.querySelector(".scroll.map").dataset.cut === undefined ? "" : " of those drawn";
    const ways = `${counts.carry} ${counts.carry === 1 ? "way carries" : "ways carry"} goods${drawn}`;
    document.getElementById("map-told").textContent = number === "0" ? `${ways} while nothing happens.`
      : `${name}: ${ways}; ${counts.fresh} only then, ${counts.more} more than usual, ${counts.less} less, and ${counts.gone} none any more.`;
    for (const row of document.querySelectorAll('table[data-name="flow-changes"] tbody tr')) {
      row.hidden = number !== "0" && row.cells[0].textContent.trim() !== name.trim();
    }
    document.querySelectorAll('table[data-name="flow-changes"]').forEach(fold);
  };
  item?.addEventListener("change", draw);
  scenario?.addEventListener("change", draw);
  // What is closed on the screen is wanted on paper.
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((part) => (part.open = true)));
})();
