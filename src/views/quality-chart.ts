/** What fewer bits cost: perplexity of one model in every format that was measured. */
import { loadCatalogue } from '../catalogue/index.ts';
import type { ScatterChartProps, ScatterSeries } from '../charts/ScatterChart.tsx';
import { linearScale, logScale, roundDomain, ticksOf } from '../charts/scale.ts';
import type { Mark } from '../charts/types.ts';
import { formatFixed, formatSignificant } from './format.ts';

interface Format {
  name: string;
  bits: number;
  delta: number;
  perplexity: number;
}

const KINDS: readonly { id: string; name: string; mark: Mark; holds: RegExp }[] = [
  { id: 'k', name: 'K-quants', mark: 'circle', holds: /^Q\d_K/ },
  { id: 'iq', name: 'IQ formats', mark: 'triangle', holds: /^IQ/ },
  { id: 'legacy', name: 'Q4_0 and its kin, Q8_0, F16', mark: 'square', holds: /./ },
];

/** Formats with a measured perplexity and a measured file, on Llama 3 8B. */
export function measuredFormats(): Format[] {
  return [...loadCatalogue().quantizations.values()].flatMap((q) => {
    const bits = 'value' in q.effective_llama3_8b ? q.effective_llama3_8b.value : undefined;
    if (!q.perplexity || typeof bits !== 'number') return [];
    const { value: perplexity, delta } = q.perplexity;
    return [{ name: q.name, bits, delta, perplexity }];
  });
}

function seriesOf(formats: Format[]): ScatterSeries[] {
  const taken = new Set<Format>();
  return KINDS.map(({ id, name, mark, holds }) => {
    const mine = formats.filter((format) => !taken.has(format) && holds.test(format.name));
    for (const format of mine) taken.add(format);
    return { id, name, mark, points: mine.map(({ bits, delta }) => ({ x: bits, y: delta })) };
  });
}

export function qualityChart(): ScatterChartProps {
  const formats = measuredFormats().sort((a, b) => b.bits - a.bits);
  const x = linearScale([0, Math.ceil(Math.max(...formats.map(({ bits }) => bits)))]);
  const y = logScale(
    roundDomain(
      formats.map(({ delta }) => delta),
      'log',
    ),
  );
  return {
    id: 'quality',
    title: 'What fewer bits cost: Llama 3 8B',
    description:
      'Each mark is one file format. Further left is smaller and faster; further down is nearer to the unquantized model. Perplexity is measured by llama.cpp on wikitext; lower is better.',
    x: {
      label: 'Bits per weight of the whole file',
      scale: x,
      ticks: ticksOf(x, (v) => formatSignificant(v)),
    },
    y: { label: 'Added perplexity', scale: y, ticks: ticksOf(y, (v) => formatSignificant(v)) },
    series: seriesOf(formats),
    table: {
      caption: 'Bits and perplexity by format, Llama 3 8B',
      columns: [
        { name: 'Format' },
        { name: 'Bits per weight', numeric: true },
        { name: 'Perplexity', numeric: true },
        { name: 'Added', numeric: true },
      ],
      rows: formats.map(({ name, bits, perplexity, delta }) => [
        name,
        formatFixed(bits, 2),
        formatFixed(perplexity, 3),
        formatFixed(delta, 3),
      ]),
    },
  };
}
