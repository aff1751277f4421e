/** E_par from a measured speed-up, the serial share behind it, and where Amdahl's law ends. */
import {
  amdahlLimit,
  amdahlSpeedUp,
  parallelEfficiency,
  serialShare,
} from '../../estimation/parallel.ts';
import { formatCount, formatPercent, formatSignificant } from '../format.ts';
import type { FormulaLine } from '../formulas.ts';
import { axisBetween, axisOver } from './axes.ts';
import { answer, type ChartView, fact, missing, type Own, type PanelView } from './panel.ts';

const times = (value: number) => `${formatSignificant(value)} times`;

/** The original's names for ranges of E_par. */
function bandOf(efficiency: number): string {
  if (efficiency >= 0.95) return 'ideal: 1.0';
  if (efficiency >= 0.7) return 'good scaling: 0.7 to 0.9';
  return efficiency >= 0.4 ? 'suboptimal: 0.4 to 0.7' : 'below every range of the original';
}

interface Measured {
  cores: number;
  speedUp: number;
  serial: number;
}

function chartOf({ cores, speedUp, serial }: Measured, asked: number): ChartView {
  const most = Math.max(cores, asked);
  const steps = Array.from({ length: 41 }, (_, at) => 1 + ((most - 1) * at) / 40);
  const y = axisOver('Speed-up', 'linear', [
    0,
    1.5 * Math.max(speedUp, amdahlSpeedUp(serial, most)),
  ]);
  const ideal = Math.min(most, y.domain[1]);
  return {
    title: 'Speed-up over cores',
    description: `From ${times(speedUp)} on ${formatCount(cores)} cores: ${formatPercent(serial)} of the work is done by one core alone.`,
    x: axisBetween('Cores', 'linear', [1, most]),
    y,
    series: [
      {
        id: 'amdahl',
        name: 'With that serial share',
        line: 'solid',
        curve: steps.map((n) => ({ x: n, y: amdahlSpeedUp(serial, n) })),
        measured: { mark: 'circle', name: 'measured', points: [{ x: cores, y: speedUp }] },
      },
      {
        id: 'ideal',
        name: 'Ideal: every core counts in full',
        line: 'dotted',
        curve: [
          { x: 1, y: 1 },
          { x: ideal, y: ideal },
        ],
      },
    ],
  };
}

function formulas({ cores, speedUp, serial }: Measured, asked: number): FormulaLine[] {
  const [n, s] = [formatCount(cores), formatSignificant(speedUp)];
  return [
    {
      name: { symbol: 'E', index: 'par' },
      symbols: { over: { symbol: 's' }, under: { symbol: 'n' } },
      numbers: { over: s, under: n },
      result: formatSignificant(parallelEfficiency(speedUp, cores)),
    },
    {
      name: { symbol: 's', index: formatCount(asked) },
      symbols: {
        over: '1',
        under: { sum: [{ symbol: 'f' }, { over: '1 - f', under: { symbol: 'n' } }] },
      },
      numbers: {
        over: '1',
        under: {
          sum: [
            formatSignificant(serial),
            { over: formatSignificant(1 - serial), under: formatCount(asked) },
          ],
        },
      },
      result: formatSignificant(amdahlSpeedUp(serial, asked)),
    },
  ];
}

const CAPTION =
  'E_par is the measured speed-up over the number of cores. Amdahl’s law takes the rest of the loss for work that only one core can do.';

export function present(own: Own): PanelView {
  const { n: cores = 1, s: speedUp = 1, more: asked = 1 } = own;
  const efficiency = parallelEfficiency(speedUp, cores);
  const first = fact('E_par', formatSignificant(efficiency), bandOf(efficiency));
  const serial = serialShare(speedUp, cores);
  if (serial <= 0 || serial > 1) {
    const why =
      serial > 1
        ? 'slower than one core: threads are in each other’s way'
        : 'no loss to explain: each core counts in full';
    return answer({ caption: CAPTION, results: [first, missing('Serial share', why)] });
  }
  const measured = { cores, speedUp, serial };
  const more = amdahlSpeedUp(serial, asked);
  const name = `On ${formatCount(asked)} cores`;
  return answer({
    caption: CAPTION,
    results: [
      first,
      fact('Serial share', formatPercent(serial), 'by Amdahl’s law'),
      fact(name, times(more), `E_par ${formatSignificant(parallelEfficiency(more, asked))}`),
      fact('However many cores', times(amdahlLimit(serial)), 'at most: one over the serial share'),
    ],
    formulas: formulas(measured, asked),
    chart: chartOf(measured, asked),
  });
}
