/**
 * Filters, orders and pages the table of measured runs. The first page is in the HTML; all others come
 * with one file, fetched when a reader first touches a control or comes by a link that chose.
 */
import { render } from 'preact';
import { formatCount } from '../views/format.ts';
import {
  EMPTY_QUERY,
  formatRunQuery,
  isWordSort,
  pageOfRuns,
  parseRunQuery,
  type RunQuery,
  selectRuns,
} from '../views/run-filter.ts';
import { runLine } from '../views/run-line.ts';
import { type RunFile, type RunSet, unpackRuns } from '../views/run-records.ts';
import { RunRows } from './RunRows.tsx';

interface Parts {
  root: HTMLElement;
  form: HTMLFormElement;
  table: HTMLTableElement;
  body: HTMLTableSectionElement;
  status: HTMLElement;
  problems: HTMLElement;
  pager: HTMLElement;
}

let set: RunSet | undefined;
let loading: Promise<RunSet> | undefined;
let query: RunQuery = { ...EMPTY_QUERY };

function load(url: string): Promise<RunSet> {
  loading ??= fetch(url)
    .then((answer) => {
      if (!answer.ok) throw new Error(`the runs answered ${answer.status}`);
      return answer.json();
    })
    .then((file: RunFile) => {
      set = unpackRuns(file);
      return set;
    })
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

function partsOf(root: HTMLElement): Parts | undefined {
  const form = root.querySelector('form');
  const table = root.querySelector('table');
  const body = table?.tBodies[0];
  const status = root.querySelector<HTMLElement>('[data-status]');
  const problems = root.querySelector<HTMLElement>('[data-problems]');
  const pager = root.querySelector<HTMLElement>('[data-pager]');
  if (!form || !table || !body || !status || !problems || !pager) return undefined;
  return { root, form, table, body, status, problems, pager };
}

let drawn = false;

/** Draws the rows of the query, and says how many fit. */
function draw(parts: Parts, all: RunSet): void {
  const found = pageOfRuns(selectRuns(all, query), query.page);
  const base = parts.root.dataset['base'] ?? '';
  const rows = found.runs.map((run) => runLine(run, all.sources));
  if (!drawn) parts.body.replaceChildren();
  drawn = true;
  render(<RunRows rows={rows} base={base} />, parts.body);
  const from = (found.page - 1) * 100 + 1;
  const shown = `${formatCount(from)} to ${formatCount(from + rows.length - 1)}`;
  parts.status.textContent =
    found.found === 0
      ? 'No measured run fits.'
      : `${formatCount(found.found)} of ${formatCount(all.runs.length)} runs fit; ${shown} are shown.`;
  drawPager(parts.pager, found.page, found.pages);
  markSort(parts.table);
}

function drawPager(pager: HTMLElement, page: number, pages: number): void {
  const [before, after] = pager.querySelectorAll<HTMLButtonElement>('button');
  const where = pager.querySelector('span');
  if (!before || !after || !where) return;
  // Not `disabled`: that would throw the focus away at the last page.
  before.setAttribute('aria-disabled', String(page <= 1));
  after.setAttribute('aria-disabled', String(page >= pages));
  where.textContent = `Page ${formatCount(page)} of ${formatCount(pages)}`;
}

function markSort(table: HTMLTableElement): void {
  for (const header of table.querySelectorAll<HTMLElement>('thead [data-sort-key]')) {
    const key = header.dataset['sortKey'] ?? '';
    if (query.sort === key) header.setAttribute('aria-sort', 'ascending');
    else if (query.sort === `-${key}`) header.setAttribute('aria-sort', 'descending');
    else header.removeAttribute('aria-sort');
  }
}

/** Shows what `change` makes of the query, once the runs are here. */
async function show(parts: Parts, change: (all: RunSet) => void): Promise<void> {
  const url = parts.root.dataset['file'] ?? '';
  try {
    if (!set) {
      parts.table.setAttribute('aria-busy', 'true');
      parts.status.textContent = 'Loading the runs.';
    }
    const all = set ?? (await load(url));
    change(all);
    draw(parts, all);
  } catch {
    parts.status.textContent =
      'The runs could not be loaded: these are the first hundred. Try again, or take a download below.';
  }
  parts.table.removeAttribute('aria-busy');
  delete document.documentElement.dataset['permalink'];
}

function writeAddress(): void {
  const text = formatRunQuery(query);
  history.replaceState(history.state, '', (text ? `?${text}` : location.pathname) + location.hash);
}

/** Changes part of the query; unless the page is what changes, the first page comes. */
const choose = (parts: Parts, patch: Partial<RunQuery>): Promise<void> =>
  show(parts, () => {
    query = { ...query, page: 1, ...patch };
    parts.problems.replaceChildren();
    writeAddress();
  });

function readAddress(parts: Parts): void {
  void show(parts, (all) => {
    const read = parseRunQuery(location.search, all);
    query = read.query;
    for (const field of fieldsOf(parts.form))
      field.value = String(query[field.name as 'find'] ?? '');
    parts.problems.replaceChildren(
      ...read.problems.map((text) => {
        const item = document.createElement('li');
        item.textContent = text;
        return item;
      }),
    );
  });
}

type Field = HTMLInputElement | HTMLSelectElement;
const fieldsOf = (form: HTMLFormElement): Field[] => [
  ...form.querySelectorAll<Field>('select, input'),
];

const readForm = (form: HTMLFormElement): Partial<RunQuery> =>
  Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.value.trim()]));

function addSortButtons(parts: Parts): void {
  for (const header of parts.table.querySelectorAll<HTMLElement>('thead [data-sort-key]')) {
    const key = header.dataset['sortKey'] ?? '';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    const name = header.querySelector('.name');
    if (!name) continue;
    name.replaceWith(button);
    button.append(name);
    button.addEventListener('click', () => {
      const first = isWordSort(key) ? key : `-${key}`;
      const other = isWordSort(key) ? `-${key}` : key;
      void choose(parts, { sort: query.sort === first ? other : first });
    });
  }
}

function turn(parts: Parts, button: HTMLButtonElement, by: number): void {
  if (button.getAttribute('aria-disabled') === 'true') return;
  void choose(parts, { page: query.page + by }).then(() => {
    parts.table.closest('.table-scroll')?.scrollTo({ top: 0 });
    parts.form.scrollIntoView({ block: 'start' });
  });
}

function start(parts: Parts): void {
  const { form, pager, root } = parts;
  const fetchSoon = () => void load(root.dataset['file'] ?? '').catch(() => {});
  form.addEventListener('focusin', fetchSoon, { once: true });
  form.addEventListener('pointerenter', fetchSoon, { once: true });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => void choose(parts, readForm(form)));
  // The fields have their first values only after the event.
  form.addEventListener('reset', () => setTimeout(() => void choose(parts, { ...EMPTY_QUERY })));
  const [before, after] = pager.querySelectorAll<HTMLButtonElement>('button');
  before?.addEventListener('click', () => turn(parts, before, -1));
  after?.addEventListener('click', () => turn(parts, after, 1));
  addSortButtons(parts);
  addEventListener('popstate', () => readAddress(parts));
  if (location.search.length > 1) readAddress(parts);
  // What was typed or chosen before the scripts arrived counts.
  else if (Object.values(readForm(form)).some(Boolean)) void choose(parts, readForm(form));
}

const root = document.querySelector<HTMLElement>('[data-runs]');
const parts = root && partsOf(root);
if (parts) start(parts);
