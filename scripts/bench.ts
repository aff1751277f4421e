// `npm run bench [part of a name…]`: measures what the project promises and prints it beside its budget.
// Numbers depend on the machine; they are printed, never tested.
import { readdirSync } from 'node:fs';
import type { BenchRow, BenchSection } from './bench/section.ts';

const folder = new URL('./bench/', import.meta.url);
const wanted = process.argv.slice(2);

const number = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });

function line({ what, value, unit, budget, note }: BenchRow): string {
  const verdict =
    budget === undefined ? '' : `  ${value <= budget ? 'within' : 'OVER'} ${number(budget)}`;
  return `  ${what.padEnd(52)} ${`${number(value)} ${unit}`.padStart(14)}${verdict}${note ? `  (${note})` : ''}`;
}

const names = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && name !== 'section.ts')
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort();

for (const name of names) {
  const { section } = (await import(new URL(name, folder).href)) as { section?: BenchSection };
  if (!section) continue;
  console.log(`\n${section.title}`);
  for (const row of await section.run()) console.log(line(row));
}
