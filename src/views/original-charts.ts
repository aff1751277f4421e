/** The pictures of the original documents, drawn again from the numbers behind them. */

import { loadOriginals } from '../catalogue/originals.ts';
import type { BarListProps } from '../charts/BarList.tsx';
import type { LineChartProps, LineSeries } from '../charts/LineChart.tsx';
import { linearScale, logScale, roundDomain, type Scale, ticksOf } from '../charts/scale.ts';
import type { Axis, Mark, ValuesTable } from '../charts/types.ts';
import { weightBytes } from '../estimation/weights.ts';
import type { OriginalTable } from '../schema/original.ts';
import { isNumberCell } from '../schema/original-cell.ts';
import { formatGigabytes, formatRate, formatSignificant } from './format.ts';
import { modelById, quantizationById } from './guide-data.ts';

const axis = (label: string, scale: Scale): Axis => ({
  label,
  scale,
  ticks: ticksOf(scale, (value) => formatSignificant(value)),
});

const tableOf = (id: string): OriginalTable => {
  const table = loadOriginals().tables.get(id);
  if (!table) throw new Error(`there is no original table "${id}"`);
  return table;
};

/** A number by column name, or nothing where the cell is empty. */
const numberAt = (table: OriginalTable, row: OriginalTable['rows'][number], column: string) => {
  const cell = row[table.columns.findIndex(({ name }) => name === column)];
  return cell && isNumberCell(cell) ? cell.value : undefined;
};

const FORMATS: readonly { name: string; quant: string; mark: Mark; line: LineSeries['line'] }[] = [
  { name: 'Q4_0', quant: 'q4_0', mark: 'circle', line: 'solid' },
  { name: 'Q8_0', quant: 'q8_0', mark: 'square', line: 'dashed' },
  { name: 'F16', quant: 'f16', mark: 'triangle', line: 'dotted' },
];

function applePoints(quantity: 'PP' | 'TG', format: string, along: string) {
  const table = tableOf('apple-speed');
  return table.rows.flatMap((row) => {
    const x = numberAt(table, row, along);
    const y = numberAt(table, row, `${format} ${quantity}`);
    return x === undefined || y === undefined ? [] : [{ x, y }];
  });
}

/** Token generation over bandwidth with the ceiling BW / S of each format. */
export function appleGeneration(id: string): LineChartProps {
  const model = modelById('llama-2-7b');
  const most = 800;
  const series = FORMATS.map(({ name, quant, mark, line }): LineSeries => {
    const gigabytes = weightBytes(model, quantizationById(quant)).file / 1e9;
    return {
      id: quant,
      name: `${name}: bandwidth over ${formatSignificant(gigabytes, 3)} GB`,
      line,
      curve: [
        { x: 0, y: 0 },
        { x: most, y: most / gigabytes },
      ],
      measured: { mark, name: 'measured', points: applePoints('TG', name, 'Bandwidth') },
    };
  });
  const ceiling = Math.max(...series.flatMap(({ curve }) => curve.map(({ y }) => y)));
  return {
    id,
    title: 'Token generation of eighteen Apple chips against their memory bandwidth',
    description:
      'LLaMA 7B in three formats. Points are measured; each line is the ceiling, bandwidth divided by the size of the file. Points keep near their line up to 200 GB/s and fall behind above.',
    x: axis('Memory bandwidth, GB/s', linearScale([0, most])),
    y: axis('Token generation, tok/s', linearScale([0, Math.ceil(ceiling / 50) * 50])),
    series,
  };
}

/** Prompt processing over the number of GPU cores. */
export function applePrompt(id: string): LineChartProps {
  const series = FORMATS.map(
    ({ name, quant, mark }): LineSeries => ({
      id: quant,
      name,
      line: 'none',
      curve: [],
      measured: { mark, name: 'measured', points: applePoints('PP', name, 'GPU cores') },
    }),
  );
  const points = series.flatMap(({ measured }) => measured?.points ?? []);
  return {
    id,
    title: 'Prompt processing of the same chips against their GPU cores',
    description:
      'LLaMA 7B. Prompt processing grows with the number of cores and hardly depends on the format of the weights: compute decides, not memory.',
    x: axis('GPU cores', linearScale([0, 80])),
    y: axis(
      'Prompt processing, tok/s',
      linearScale(
        roundDomain(
          points.map(({ y }) => y),
          'linear',
        ),
      ),
    ),
    series,
  };
}

const OLLAMA_FILES: readonly { column: string; model: string; quant: string }[] = [
  { column: 'qwen2.5:0.5b', model: 'qwen2.5-0.5b', quant: 'q4_k_m' },
  { column: 'llama3.2:1b', model: 'llama-3.2-1b', quant: 'q8_0' },
  { column: 'llama3.2:3b', model: 'llama-3.2-3b', quant: 'q4_k_m' },
  { column: 'llama3.1:8b', model: 'llama-3.1-8b', quant: 'q4_k_m' },
  { column: 'llama3.1:70b', model: 'llama-3.1-70b', quant: 'q4_k_m' },
];

/** Speed of each device with one model, fastest first. */
export function ollamaBars(id: string, column: string): BarListProps {
  const table = tableOf('ollama-speed');
  const rows = table.rows
    .flatMap((row) => {
      const value = numberAt(table, row, column);
      const name = row[0]?.words ?? '';
      return value === undefined
        ? []
        : [{ id: name.replace(/\W+/g, '-'), name, value, text: formatRate(value) }];
    })
    .sort((a, b) => b.value - a.value);
  return {
    id,
    title: `Tokens per second with ${column}`,
    description: `${rows.length} devices of the table above, fastest first; devices without a value are left out.`,
    rows,
  };
}

const DEVICES: readonly { name: string; mark: Mark; line: LineSeries['line'] }[] = [
  { name: 'RTX 3070 Ti', mark: 'circle', line: 'solid' },
  { name: 'RX 6600', mark: 'square', line: 'dashed' },
  { name: 'i7-13700T', mark: 'triangle', line: 'dotted' },
  { name: 'E3-1226 v3', mark: 'diamond', line: 'solid' },
];

/** Speed over the size of the file, both axes logarithmic: straight lines of slope -1 where memory decides. */
export function ollamaSizes(id: string): LineChartProps {
  const table = tableOf('ollama-speed');
  const sizes = OLLAMA_FILES.map(({ column, model, quant }) => ({
    column,
    gigabytes: weightBytes(modelById(model), quantizationById(quant)).file / 1e9,
  }));
  const series = DEVICES.map(({ name, mark, line }): LineSeries => {
    const row = table.rows.find(([first]) => first?.words === name);
    if (!row) throw new Error(`table "ollama-speed" has no row "${name}"`);
    const points = sizes.flatMap(({ column, gigabytes }) => {
      const y = numberAt(table, row, column);
      return y === undefined ? [] : [{ x: gigabytes, y }];
    });
    return {
      id: name.replace(/\W+/g, '-'),
      name,
      line,
      curve: points,
      measured: { mark, name: 'measured', points },
    };
  });
  const points = series.flatMap(({ curve }) => curve);
  return {
    id,
    title: 'Tokens per second against the size of the model',
    description:
      'Four of the devices. On logarithmic axes a speed inversely proportional to size is a straight line falling at 45 degrees; the fast card bends where a small model leaves it waiting for other things than memory, and breaks where the model no longer fits its 8 GB.',
    x: axis(
      'Size of the file, GB',
      logScale(
        roundDomain(
          points.map(({ x }) => x),
          'log',
        ),
      ),
    ),
    y: axis(
      'Tokens per second',
      logScale(
        roundDomain(
          points.map(({ y }) => y),
          'log',
        ),
      ),
    ),
    series,
    table: sizesTable(sizes, table),
  };
}

function sizesTable(
  sizes: readonly { column: string; gigabytes: number }[],
  table: OriginalTable,
): ValuesTable {
  const rows = sizes.map(({ column, gigabytes }) => [
    column,
    formatGigabytes(gigabytes * 1e9),
    ...DEVICES.map(({ name }) => {
      const row = table.rows.find(([first]) => first?.words === name);
      const value = row && numberAt(table, row, column);
      return value === undefined ? 'no value' : formatRate(value);
    }),
  ]);
  const names = ['File', ...DEVICES.map(({ name }) => name)];
  return {
    caption: 'Size of the file and tokens per second',
    columns: [{ name: 'Model' }, ...names.map((name) => ({ name, numeric: true }))],
    rows,
  };
}
