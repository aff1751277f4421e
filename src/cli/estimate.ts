/**
 * `npm run --silent estimate -- '<query>'`: one estimate as JSON. With `-`: one query a line from
 * standard input, one JSON line each, in order. A query is what stands after `?` in a permalink.
 *
 * Exit status: 0 when every query was read (with `-`: when the input was read to its end, whatever
 * single lines said), 1 when the one query given has errors, 2 when called wrongly.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { loadCatalogue } from '../catalogue/index.ts';
import { buildTables } from '../catalogue/tables.ts';
import { answer } from './answer.ts';

const USAGE = `usage: npm run --silent estimate -- '<query>'   one query, such as hw=rtx-4090&model=llama-3.1-8b&quant=q4_k_m
       npm run --silent estimate -- -           one query a line from standard input`;

/** Characters gathered before they are written: a write a line would be most of the work. */
const BATCH = 1 << 16;

async function answerLines(): Promise<void> {
  const tables = buildTables(loadCatalogue());
  let batch = '';
  const write = async () => {
    if (!process.stdout.write(batch)) await once(process.stdout, 'drain');
    batch = '';
  };
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    batch += `${JSON.stringify(answer(line, tables))}\n`;
    if (batch.length > BATCH) await write();
  }
  await write();
}

function answerOne(query: string): number {
  const result = answer(query, buildTables(loadCatalogue()));
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return 'errors' in result ? 1 : 0;
}

async function main(given: string[]): Promise<number> {
  const [query, ...rest] = given;
  if (query === undefined || rest.length > 0 || query === '--help') {
    process.stderr.write(`${USAGE}\n`);
    return query === '--help' ? 0 : 2;
  }
  if (query !== '-') return answerOne(query);
  await answerLines();
  return 0;
}

// A reader that closes early (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.exitCode = await main(process.argv.slice(2));
