/** Peak FLOPS of a CPU from cores, clock, SIMD width and units, step by step, beside the original's count. */
import {
  type CoreGroup,
  corePeakFlop,
  cpuPeakFlop,
  flopPerCycleOf,
} from '../../estimation/cpu-peak.ts';
import { formatPercent, formatSignificant, withUnit } from '../format.ts';
import type { Expression, FormulaLine } from '../formulas.ts';
import { answer, fact, missing, type Own, type PanelView } from './panel.ts';

const gigaflops = (value: number) => withUnit(formatSignificant(value / 1e9, 4), 'GFLOPS');
const digits = (value: number) => formatSignificant(value, 4);

interface Cores {
  performance: CoreGroup;
  efficiency: CoreGroup;
}

const BITS_PER_FP32 = 32;

/** The cores of the fields, with their own units or, as the original counts, with one each. */
function coresOf(own: Own, units: 'own' | 'one'): Cores {
  const lanes = (own.bits ?? 0) / BITS_PER_FP32;
  const group = (cores = 0, gigahertz = 0, fmaUnits = 0): CoreGroup => ({
    cores,
    clockHertz: gigahertz * 1e9,
    lanes,
    fmaUnits: units === 'one' ? 1 : fmaUnits,
  });
  return {
    performance: group(own.p, own.pghz, own.pfma),
    efficiency: group(own.e, own.eghz, own.efma),
  };
}

const peakOf = ({ performance, efficiency }: Cores): number =>
  cpuPeakFlop([performance, efficiency]);

const shareWords = (measured: number | undefined, peak: number): string =>
  measured === undefined ? 'not measured' : formatPercent((measured * 1e9) / peak);

/** The sum in words: `2 × 147.2 + 8 × 54.4`. */
const sumWords = ({ performance, efficiency }: Cores): string =>
  [performance, efficiency]
    .filter(({ cores }) => cores > 0)
    .map((group) => `${group.cores} × ${digits(corePeakFlop(group) / 1e9)}`)
    .join(' + ');

function stepRows(own: Own, columns: Cores[]): string[][] {
  const row = (name: string, word: (cores: Cores) => string) => [name, ...columns.map(word)];
  const withEfficiency = (own.e ?? 0) > 0;
  return [
    row('Operations a cycle, performance core', (c) => digits(flopPerCycleOf(c.performance))),
    row('One performance core', (c) => gigaflops(corePeakFlop(c.performance))),
    ...(withEfficiency
      ? [
          row('Operations a cycle, efficiency core', (c) => digits(flopPerCycleOf(c.efficiency))),
          row('One efficiency core', (c) => gigaflops(corePeakFlop(c.efficiency))),
        ]
      : []),
    row('All cores', (c) => gigaflops(peakOf(c))),
    row('Measured, of that', (c) => shareWords(own.gflops, peakOf(c))),
  ];
}

const product = (...factors: Expression[]): Expression =>
  factors.reduce((left, right) => ({ left, right }));

function formulas({ performance, efficiency }: Cores): FormulaLine[] {
  const { lanes, fmaUnits, clockHertz, cores } = performance;
  const clock = withUnit(digits(clockHertz / 1e9), 'GHz');
  const symbol = (name: string, index: string): Expression => ({ symbol: name, index });
  const both = [performance, efficiency].filter((group) => group.cores > 0);
  return [
    {
      name: symbol('F', 'core'),
      symbols: product('2', { symbol: 'w' }, { symbol: 'u' }, { symbol: 'f' }),
      numbers: product('2', digits(lanes), digits(fmaUnits), clock),
      result: gigaflops(corePeakFlop(performance)),
    },
    {
      name: symbol('F', 'cpu'),
      symbols: {
        sum: both.map((_, at) => product(symbol('n', 'PE'[at] ?? ''), symbol('F', 'PE'[at] ?? ''))),
      },
      numbers: {
        sum: both.map((group) => product(digits(group.cores), digits(corePeakFlop(group) / 1e9))),
      },
      result: gigaflops(cpuPeakFlop([{ ...performance, cores }, efficiency])),
    },
  ];
}

export function present(own: Own): PanelView {
  const mine = coresOf(own, 'own');
  const original = coresOf(own, 'one');
  const peak = peakOf(mine);
  const measured = own.gflops;
  return answer({
    caption: 'Peak of single-precision (FP32) arithmetic, every core at its highest clock.',
    results: [
      fact('Theoretical peak', gigaflops(peak), `${sumWords(mine)} GFLOPS`),
      measured === undefined
        ? missing('Share reached', 'give a measured rate')
        : fact('Share reached', shareWords(measured, peak), `${digits(measured)} GFLOPS measured`),
      fact(
        'Counted with one unit a core',
        gigaflops(peakOf(original)),
        `${sumWords(original)} GFLOPS`,
      ),
    ],
    formulas: formulas(mine),
    tables: [
      {
        caption: 'Step by step; a fused multiply-add counts as two operations',
        columns: [
          { name: 'Step' },
          { name: 'One unit a core, as the original counts', numeric: true },
          { name: 'With the units above', numeric: true },
        ],
        rows: stepRows(own, [original, mine]),
      },
    ],
  });
}
