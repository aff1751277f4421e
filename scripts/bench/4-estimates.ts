// How many configurations a second the estimator and the command line answer.
import { spawnSync } from 'node:child_process';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { buildTables } from '../../src/catalogue/tables.ts';
import { parse, resolve } from '../../src/configuration/index.ts';
import { estimate } from '../../src/estimation/index.ts';
import type { BenchRow, BenchSection } from './section.ts';

const lines = 20_000;
const leastLinesPerSecond = 2000;
const machines = ['rtx-4090', 'apple-m4-max', 'epyc-9575f', 'desktop-r9-rtx-5090'];
const models = ['llama-3.1-8b', 'qwen3-30b-a3b', 'qwen2.5-14b', 'deepseek-v3'];

const query = (index: number) =>
  `hw=${machines[index % 4]}&model=${models[(index >> 2) % 4]}&quant=q4_k_m&prompt=${index + 1}&gen=128&v=1`;

const queries = Array.from({ length: lines }, (_, index) => query(index));

function timePerEstimate(): BenchRow {
  const tables = buildTables(loadCatalogue());
  const inputs = queries.map((one) => resolve(parse(one).configuration, tables));
  for (const input of inputs.slice(0, 2000)) estimate(input);
  const start = performance.now();
  for (const input of inputs) estimate(input);
  const microseconds = ((performance.now() - start) * 1000) / lines;
  return { what: 'one estimate', value: microseconds, unit: 'µs', note: `mean of ${lines}` };
}

/** From the start of the process, reading the catalogue included, to its end. */
function commandLine(): BenchRow {
  const start = performance.now();
  const { stdout, status } = spawnSync('npm', ['run', '--silent', 'estimate', '--', '-'], {
    input: queries.join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const seconds = (performance.now() - start) / 1000;
  const answered = stdout.split('\n').filter((line) => line.startsWith('{"config"')).length;
  if (status !== 0 || answered !== lines) throw new Error(`${answered} of ${lines} lines answered`);
  return {
    what: `command line, ${lines} lines from start to end`,
    value: (seconds * leastLinesPerSecond * 1000) / lines,
    unit: `ms for ${leastLinesPerSecond} lines`,
    budget: 1000,
    note: `${Math.round(lines / seconds)} lines/s`,
  };
}

export const section: BenchSection = {
  title: 'Estimates',
  run: () => [timePerEstimate(), commandLine()],
};
