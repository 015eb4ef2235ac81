"""Opens reports in headless Chromium and checks them as a reader would see them.

    python3 Examples/report/check.py report.html [...] [--pictures FOLDER] [--axe axe.min.js]

Each page is shown wide and narrow, light and dark. It must load with nothing on the console and no request but for
itself, and be there within some seconds; map and charts must be drawn, tables must sort both ways, fold where they are long and be offered as CSV, a narrow screen must not
scroll sideways, and paper must be light and cut no table off. With --axe the rules of axe-core (Deque) are run on it as well, of which
none may be broken; PyPI's axe-playwright-python has the file. Needs Debian's chromium.
"""

import argparse
import os

from browser import Browser

SIZES = {"wide": (1280, 900), "narrow": (375, 800)}

SORTED = """(() => {
  const told = [];
  for (const table of document.querySelectorAll('table')) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = head.querySelector('button');
      for (const order of ['ascending', 'descending']) {
        button.click();
        if (head.getAttribute('aria-sort') !== order) told.push(`${table.dataset.name}: ${column} is not ${order}`);
        const cells = [...table.tBodies[0].rows].map(row => row.cells[column]);
        const isNumber = head.dataset.k === 'n';
        const keys = cells.map(c => isNumber ? c.dataset.v : (c.dataset.v ?? c.textContent).trim()).filter(k => k !== '');
        for (let i = 1; i < keys.length; i++) {
          const step = isNumber ? keys[i] - keys[i - 1]
            : keys[i].localeCompare(keys[i - 1], 'en', { numeric: true });
          if (order === 'ascending' ? step < 0 : step > 0) {
            told.push(`${table.dataset.name}: column ${column} is out of order`); break;
          }
        }
      }
    });
  }
  return told;
})()"""

# A long table shows its first rows until all are asked for, and again when they are not.
FOLDED = """(() => {
  const told = [];
  for (const table of document.querySelectorAll('table[data-fold]')) {
    const rows = [...table.tBodies[0].rows].filter(row => !row.hidden);
    const shown = () => rows.filter(row => !row.classList.contains('folded')).length;
    const button = table.parentElement.nextElementSibling.querySelector('button');
    const name = table.dataset.name;
    if (shown() !== Number(table.dataset.fold)) told.push(`${name}: ${shown()} rows are shown, not ${table.dataset.fold}`);
    button.click();
    if (shown() !== rows.length || button.getAttribute('aria-expanded') !== 'true') told.push(`${name}: does not unfold`);
    button.click();
    if (shown() !== Number(table.dataset.fold)) told.push(`${name}: does not fold again`);
  }
  return told;
})()"""

CSV = """(() => new Promise(resolve => {
  const made = URL.createObjectURL; const found = [];
  URL.createObjectURL = blob => { blob.text().then(text => found.push(text)); return 'blob:null/none'; };
  HTMLAnchorElement.prototype.click = () => {};
  const buttons = [...document.querySelectorAll('button.csv')].filter(button => button.textContent === 'Download as CSV');
  buttons.forEach(button => button.click());
  let rounds = 0;
  const wait = () => {
    if (found.length < buttons.length && ++rounds < 100) { setTimeout(wait, 50); return; }
    URL.createObjectURL = made; resolve(found);
  };
  wait();
}))()"""

# Tab reaches one point of each chart and one bar of each table, and an arrow key moves on from it.
WALKED = """(() => {
  const told = [];
  for (const holder of document.querySelectorAll('HOLDER')) {
    const stops = [...holder.querySelectorAll('.stop,svg.bar')];
    if (!stops.length) continue;
    const open = () => stops.filter(s => s.getAttribute('tabindex') === '0');
    const name = holder.dataset.name ?? holder.getAttribute('aria-label');
    if (open().length !== 1) { told.push(`${name}: Tab reaches ${open().length} points`); continue; }
    if (stops.some(s => !s.getAttribute('aria-label'))) told.push(`${name}: a point without a name`);
    for (const part of document.querySelectorAll('details')) part.open = true;
    const first = open()[0];
    first.focus();
    if (document.activeElement !== first) { told.push(`${name}: the first point takes no focus`); continue; }
    first.dispatchEvent(new KeyboardEvent('keydown', { key: 'KEY', bubbles: true }));
    if (stops.length > 1 && document.activeElement === first) told.push(`${name}: KEY goes nowhere`);
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
    if (open().length !== 1 || open()[0] !== document.activeElement) told.push(`${name}: focus and Tab part`);
  }
  return told;
})()"""

CONTRAST = """(() => {
  const parse = text => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => { const f = [r, g, b].map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * f[0] + .7152 * f[1] + .0722 * f[2]; };
  const ground = node => { while (node) { const c = parse(getComputedStyle(node).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c; node = node.parentElement; } return [255, 255, 255]; };
  const told = new Set();
  for (const node of document.querySelectorAll('h1,h2,h3,p,td,th,li,summary,button,strong,span')) {
    if (!node.textContent.trim() || node.closest('svg') || node.matches('.sr')) continue;
    const a = light(parse(getComputedStyle(node).color)), b = light(ground(node));
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) told.add(`${node.tagName}.${node.className}: contrast ${ratio.toFixed(2)}`);
  }
  return [...told];
})()"""


# Every scenario can be chosen, the map and the table follow, a status line tells it, and the first choice undoes all.
SCENARIOS = """(() => {
  const told = [];
  const choice = document.getElementById('map-scenario');
  if (!choice) return told;
  const item = document.getElementById('map-item');
  item.value = '';
  const pick = value => { choice.value = value; choice.dispatchEvent(new Event('change')); };
  const flows = [...document.querySelectorAll('#world .f')];
  const carries = (flow, number) => flow.dataset.s.split(';').some(part => part.startsWith(`${number}:`));
  const status = document.getElementById('map-told');
  const look = () => flows.map(f => `${f.hasAttribute('hidden')} ${[...f.classList].sort()} ${f.querySelector('title').textContent}`).join();
  choice.focus();
  if (document.activeElement !== choice) told.push('the choice of a scenario takes no focus');
  if (!choice.labels.length) told.push('the choice of a scenario has no label');
  if (status.getAttribute('role') !== 'status') told.push('what is chosen is not told');
  const words = window.firstWords;
  pick('0');
  const calm = look();
  if (status.textContent !== words) told.push('the status tells other numbers once something was chosen');
  let differ = 0;
  for (const option of [...choice.options].slice(1)) {
    pick(option.value);
    if (look() !== calm) differ += 1;
    for (const flow of flows) {
      const now = carries(flow, option.value), before = carries(flow, '0');
      if (flow.hasAttribute('hidden') === (now || before)) told.push(`${option.text}: a way is ${now ? 'hidden' : 'shown'}`);
      if (flow.classList.contains('gone') !== !now) told.push(`${option.text}: a way that carries nothing looks like others`);
      if (!now && !/, 0 /.test(flow.querySelector('title').textContent)) told.push(`${option.text}: a title tells another amount`);
    }
    if (!status.textContent.startsWith(option.dataset.name)) told.push(`${option.text}: the status does not name it`);
    const rows = [...document.querySelectorAll('table[data-name="flow-changes"] tbody tr')].filter(row => !row.hidden);
    if (rows.some(row => row.cells[0].textContent !== option.dataset.name)) told.push(`${option.text}: the table tells of others`);
  }
  if (!differ) told.push('no scenario looks different');
  pick('0');
  if (look() !== calm || status.textContent !== words) told.push('the first choice does not undo the others');
  return [...new Set(told)];
})()"""


# What the rules of axe-core find broken, with everything unfolded. It takes minutes for thousands of rows, which are all alike.
MOST_ROWS = 2000
AXE = """(() => { document.querySelectorAll('details').forEach(part => { part.open = true });
  return axe.run().then(told => told.violations.map(v => `axe: ${v.id}: ${v.help} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 120)}`)); })()"""


def check(browser, path, pictures, axe):
    name = os.path.splitext(os.path.basename(path))[0]
    found = []

    def expect(is_so, what):
        if not is_so:
            found.append(what)

    expect(os.path.getsize(path) < 2_000_000, f"{os.path.getsize(path)} bytes")
    slowest = 0
    for scheme in ("light", "dark"):
        for size, (width, height) in SIZES.items():
            browser.open(path, width, height, scheme)
            where = f"{scheme}, {size}: "
            slowest = max(slowest, browser.run("performance.getEntriesByType('navigation')[0].domComplete / 1000"))
            if pictures:
                browser.picture(os.path.join(pictures, f"{name}-{scheme}-{size}.png"))
            expect(not browser.problems, where + f"console: {browser.problems}")
            asked = [u for u in browser.requests if not u.startswith(("data:", "file://" + os.path.abspath(path)))]
            expect(not asked, where + f"requests: {asked}")
            expect(browser.run("document.documentElement.scrollWidth <= innerWidth"), where + "scrolls sideways")
            for problem in browser.run(CONTRAST, 300):
                expect(False, where + problem)
            if axe and browser.run("document.querySelectorAll('tr').length") < MOST_ROWS:
                browser.run(axe + ";0")
                for problem in browser.run(AXE, 300):
                    expect(False, where + problem)
            shown = "n => { const b = n.getBoundingClientRect(); return b.width > 50 && b.height > 20 }"
            expect(browser.run(f"[...document.querySelectorAll('svg.map,svg.chart')].every({shown})"), where + "a drawing is flat")
    if browser.run("!!document.getElementById('world')"):
        expect(browser.run("document.querySelectorAll('#world .land path').length") > 3, "the map has no land")
        expect(browser.run("document.querySelectorAll('#world .p').length") > 0, "the map has no places")
        expect(browser.run("document.querySelectorAll('#world .f').length") > 0, "the map has no flows")
        browser.run("window.firstWords = document.getElementById('map-told')?.textContent")
        hidden = browser.run("""(() => { const s = document.getElementById('map-item'); s.value = '0';
          s.dispatchEvent(new Event('change'));
          const all = [...document.querySelectorAll('#world .f')];
          const idle = f => f.dataset.s && !f.dataset.s.startsWith('0:');
          return all.every(f => f.hasAttribute('hidden') === (f.dataset.i !== '0' || !!idle(f))) })()""")
        expect(hidden, "the choice of an item does not hide the others")
        for problem in browser.run(SCENARIOS, 300):
            expect(False, problem)
    for problem in browser.run(SORTED, 300):
        expect(False, problem)
    for problem in browser.run(FOLDED, 300):
        expect(False, problem)
    tables = browser.run("document.querySelectorAll('table').length")
    files = browser.run(CSV, 300)
    expect(len(files) == tables, f"{tables} tables but {len(files)} files")
    for text in files:
        cells = [cell.strip('"') for line in text.split("\r\n") for cell in line.split(",")]
        formulas = [c for c in cells if c[:1] in "=@+" and c]
        expect(not formulas, f"formulas in CSV: {formulas[:3]}")
    for holder, key in (("svg.chart", "ArrowRight"), ("table", "ArrowDown")):
        for problem in browser.run(WALKED.replace("HOLDER", holder).replace("KEY", key), 300):
            expect(False, problem)
    unnamed = browser.run("""[...document.querySelectorAll('button,select,svg[role],.stop,[role=region]')]
      .filter(n => !(n.getAttribute('aria-label') || n.labels?.length || n.textContent.trim())).length""")
    expect(unnamed == 0, f"{unnamed} controls or drawings without a name")
    expect(browser.run("[...document.querySelectorAll('h1')].length") == 1, "not one main heading")
    expect(not browser.problems, f"console: {browser.problems}")
    browser.open(path, *SIZES["wide"], "dark")
    browser.on_paper()
    cut = browser.run("""[...document.querySelectorAll('.scroll')].filter(s => s.firstElementChild.getBoundingClientRect().width
      > s.clientWidth + 1 && s.checkVisibility()).map(s => s.getAttribute('aria-label'))""")
    expect(not cut, f"cut off on paper: {cut}")
    expect(browser.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)", "paper is not white")
    expect(browser.run("[...document.querySelectorAll('button.csv')].filter(button => button.textContent === 'Download as CSV').every(b => !b.checkVisibility())"), "buttons on paper")
    if pictures:
        browser.open(path, *SIZES["wide"], "light")
        browser.run("""(() => { const s = document.getElementById('map-scenario'); if (!s) return;
          s.value = s.options.length - 1; s.dispatchEvent(new Event('change')); })()""")
        browser.picture(os.path.join(pictures, f"{name}-scenario.png"))
        browser.paper(os.path.join(pictures, f"{name}.pdf"))
    expect(slowest < 10, f"{slowest:.1f} s until the page is there")
    return found, slowest


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pages", nargs="+")
    parser.add_argument("--pictures", default="")
    parser.add_argument("--axe", default="", metavar="FILE", help="axe-core, to run its rules")
    options = parser.parse_args()
    if options.pictures:
        os.makedirs(options.pictures, exist_ok=True)
    axe = ""
    if options.axe:
        with open(options.axe, encoding="utf-8") as file:
            axe = file.read()
    browser = Browser()
    failed = 0
    try:
        for path in options.pages:
            found, slowest = check(browser, path, options.pictures, axe)
            size = os.path.getsize(path) / 1e6
            print(f"{path} ({size:.2f} MB, there after {slowest:.1f} s): {'; '.join(f[:200] for f in found[:8]) if found else 'as it should be'}")
            failed += bool(found)
    finally:
        browser.close()
    raise SystemExit(1 if failed else 0)


main()
