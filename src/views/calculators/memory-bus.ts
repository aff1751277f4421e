/** Memory bandwidth from channels, speed and width, AMD's limit, and the share that programs see. */
import { fabricBandwidth, memoryBandwidth, moduleBandwidth } from '../../estimation/memory-bus.ts';
import { originalGenerationSpeed } from '../../estimation/original.ts';
import {
  formatBandwidth,
  formatPercent,
  formatRate,
  formatSignificant,
  withUnit,
} from '../format.ts';
import type { FormulaLine } from '../formulas.ts';
import { answer, fact, type Own, type PanelView } from './panel.ts';

/** What measured programs reach of the theory: the original's 0.3 to 0.8, and later runs to 0.95. */
const SHARES = [0.3, 0.8, 0.95];

interface Bus {
  modules: number;
  /** Absent where no such limit is known. */
  fabric?: number;
  theory: number;
}

function busOf(own: Own): Bus {
  const { ch = 0, mts = 0, bits = 0, ccd = 0, fclk = 0 } = own;
  const modules = moduleBandwidth({
    channels: ch,
    transfersPerSecond: mts * 1e6,
    channelBits: bits,
  });
  if (ccd === 0) return { modules, theory: modules };
  const fabric = fabricBandwidth({ dies: ccd, clockHertz: fclk * 1e9 });
  return { modules, fabric, theory: memoryBandwidth(modules, fabric) };
}

function formulas(own: Own, { modules, fabric }: Bus): FormulaLine[] {
  const { ch = 0, mts = 0, bits = 0, ccd = 0, fclk = 0 } = own;
  const digits = (value: number) => formatSignificant(value, 4);
  const lines: FormulaLine[] = [
    {
      name: { symbol: 'BW', index: 'modules' },
      symbols: { over: 'channels · MT/s · bits', under: '8' },
      numbers: {
        over: { left: { left: digits(ch), right: digits(mts) }, right: digits(bits) },
        under: '8',
      },
      result: formatBandwidth(modules),
    },
  ];
  if (fabric !== undefined)
    lines.push({
      name: { symbol: 'BW', index: 'fabric' },
      symbols: 'dies · 32 byte · clock',
      numbers: { left: { left: digits(ccd), right: '32' }, right: withUnit(digits(fclk), 'GHz') },
      result: formatBandwidth(fabric),
    });
  return lines;
}

export function present(own: Own): PanelView {
  const bus = busOf(own);
  const { share = 1, gb = 1 } = own;
  const reached = bus.theory * share;
  const speed = (bandwidth: number) => formatRate(originalGenerationSpeed(bandwidth, gb * 1e9));
  const limit = bus.fabric !== undefined && bus.fabric < bus.modules ? 'the fabric' : 'the modules';
  const file = withUnit(formatSignificant(gb), 'GB');
  return answer({
    caption: `Most tokens per second are bandwidth over the size of the file, ${file} here: a ceiling, not an estimate.`,
    results: [
      fact('Memory modules', formatBandwidth(bus.modules)),
      bus.fabric === undefined
        ? fact('AMD’s fabric', 'no such limit', 'no core dies given')
        : fact(
            'AMD’s fabric',
            formatBandwidth(bus.fabric),
            `${limit} decide`.replace('fabric decide', 'fabric decides'),
          ),
      fact(
        'Reached',
        formatBandwidth(reached),
        `${formatPercent(share)} of ${formatBandwidth(bus.theory)}`,
      ),
      fact('At most', speed(reached), `for a file of ${file}`),
    ],
    formulas: formulas(own, bus),
    tables: [
      {
        caption: 'What programs see of the theory',
        columns: [
          { name: 'Share reached' },
          { name: 'Bandwidth', numeric: true },
          { name: `Most tokens per second, ${file}`, numeric: true },
        ],
        rows: SHARES.map((part) => [
          formatPercent(part),
          formatBandwidth(bus.theory * part),
          speed(bus.theory * part),
        ]),
      },
    ],
  });
}
