/**
 * Filters and orders a matrix and applies a reader's own thresholds to its cells. The table is whole
 * without it; classes follow the build's own rule, from the numbers the cells carry.
 */
import type { WorkflowThresholds } from '../../estimation/types.ts';
import { WORKFLOW_CLASSES } from '../../views/verdict.ts';
import { startChoosing } from './matrix-compare.ts';
import { ordered, type Row, readRow, reclassify } from './matrix-rows.ts';

type Field = HTMLInputElement | HTMLSelectElement;

interface Body {
  element: HTMLTableSectionElement;
  group: string;
  rows: Row[];
}

/** Names of the threshold fields, which are a permalink's keys. */
const LIMITS: Readonly<Record<keyof WorkflowThresholds, string>> = {
  interactivePromptSeconds: 'maxinput',
  interactiveTokensPerSecond: 'mintg',
  backgroundSeconds: 'maxbackground',
  offlineSeconds: 'maxoffline',
};

const usual = (field: Field) =>
  field instanceof HTMLInputElement ? field.defaultValue : (field.options[0]?.value ?? '');

/** The field's value; what it stood at first where it is blank or out of bounds. */
const settled = (field: Field) =>
  field.value && field.checkValidity() ? field.value : usual(field);

function start(table: HTMLTableElement, form: HTMLFormElement): void {
  const fields = new Map([...form.querySelectorAll<Field>('[name]')].map((one) => [one.name, one]));
  const value = (name: string) => {
    const field = fields.get(name);
    return field ? settled(field) : '';
  };
  const bodies = [...table.tBodies].map((element) => ({
    element,
    group: element.dataset['group'] ?? '',
    rows: [...element.rows].slice(1).map(readRow),
  }));
  const update = () => {
    applyLimits(table, fields, bodies);
    const shown = show(bodies, value);
    const output = form.querySelector('output');
    const all = bodies.reduce((sum, { rows }) => sum + rows.length, 0);
    if (output) output.value = shown === all ? '' : `${shown} of ${all} rows`;
  };
  const change = () => {
    update();
    writeAddress(fields);
  };
  readAddress(fields);
  update();
  const details = form.querySelector('details');
  if (details && location.search) details.open = true;
  delete document.documentElement.dataset['permalink'];
  form.addEventListener('input', change);
  // The fields have their first values only after the event.
  form.addEventListener('reset', () => setTimeout(change));
  form.addEventListener('submit', (event) => event.preventDefault());
}

function applyLimits(
  table: HTMLTableElement,
  fields: ReadonlyMap<string, Field>,
  bodies: readonly Body[],
): void {
  const limits: Partial<WorkflowThresholds> = {};
  let suffix = '';
  for (const [limit, name] of Object.entries(LIMITS)) {
    const field = fields.get(name);
    if (!field) return;
    const number = Number(settled(field));
    limits[limit as keyof WorkflowThresholds] = number;
    if (number !== Number(usual(field))) suffix += `&${name}=${number}`;
  }
  table.toggleAttribute('data-own-limits', suffix !== '');
  for (const { rows } of bodies)
    for (const { cells } of rows)
      for (const cell of cells) reclassify(cell, limits as WorkflowThresholds, suffix);
}

/** Shows the rows that pass all filters, in order; tells how many. */
function show(bodies: readonly Body[], value: (name: string) => string): number {
  const words = value('find').toLowerCase().split(/\s+/);
  const wanted = (WORKFLOW_CLASSES as readonly string[]).indexOf(value('class'));
  const worst = wanted < 0 ? WORKFLOW_CLASSES.length : wanted;
  let shown = 0;
  for (const { element, group, rows } of bodies) {
    const column = columnOf(element, value('usecase'));
    const inGroup = !value('group') || value('group') === group;
    let here = 0;
    for (const row of rows) {
      const passes =
        (row.cells[column]?.rank ?? 0) <= worst && words.every((one) => row.text.includes(one));
      row.element.hidden = !(inGroup && passes);
      here += Number(inGroup && passes);
    }
    element.hidden = here === 0;
    element.append(...ordered(rows, value('sort'), column).map((row) => row.element));
    shown += here;
  }
  return shown;
}

/** Place of a use case among the cells of a row. */
function columnOf(body: HTMLTableSectionElement, useCase: string): number {
  const heads = body.closest('table')?.querySelectorAll<HTMLElement>('[data-use-case]') ?? [];
  return Math.max(
    0,
    [...heads].findIndex((head) => head.dataset['useCase'] === useCase),
  );
}

function readAddress(fields: ReadonlyMap<string, Field>): void {
  const query = new URLSearchParams(location.search);
  for (const [name, field] of fields) {
    const wanted = query.get(name);
    if (wanted === null) continue;
    field.value = wanted;
    // A select takes no value it does not list, a number field none out of bounds.
    field.value = settled(field);
  }
}

function writeAddress(fields: ReadonlyMap<string, Field>): void {
  const query = new URLSearchParams();
  for (const [name, field] of fields)
    if (settled(field) !== usual(field)) query.set(name, settled(field));
  const text = query.toString();
  history.replaceState(history.state, '', text ? `?${text}` : location.pathname);
}

const table = document.querySelector<HTMLTableElement>('[data-matrix]');
const form = document.querySelector<HTMLFormElement>('[data-matrix-form]');
if (table && form) start(table, form);
const choice = document.querySelector<HTMLElement>('[data-matrix-compare]');
if (table && choice) startChoosing(table, choice);
