/** What the page about the data lists: what there is, how much, and where it is shown. */
import type { Catalogue } from '../catalogue/index.ts';
import type { RunSummary } from './run-summary.ts';

export interface DataLine {
  name: string;
  count: number;
  /** What one of them holds. */
  about: string;
  /** The page that shows them, below the site's base. */
  href?: string;
}

const kindsOf = ({ devices }: Catalogue): string => {
  const count = (kind: string) => [...devices.values()].filter((one) => one.kind === kind).length;
  return `${count('gpu')} GPUs, ${count('soc')} SoCs and ${count('cpu')} CPUs: memory, bandwidth, compute, power`;
};

export function dataLines(catalogue: Catalogue, summary: RunSummary): DataLine[] {
  const { tables } = catalogue;
  return [
    {
      name: 'Measured runs',
      count: summary.runs,
      about: `speeds that people measured on ${summary.devices} devices, with software, date and address`,
      href: '/benchmarks/',
    },
    {
      name: 'Devices',
      count: catalogue.devices.size,
      about: kindsOf(catalogue),
      href: '/devices/',
    },
    {
      name: 'Systems',
      count: catalogue.systems.size,
      about: 'machines that people buy or build: parts, memory, price, power',
      href: '/systems/',
    },
    {
      name: 'Models',
      count: catalogue.models.size,
      about: 'architecture, parameters, context and licence of open-weight models',
      href: '/models/',
    },
    {
      name: 'Quantizations',
      count: catalogue.quantizations.size,
      about: 'weights formats with bits per weight',
    },
    {
      name: 'Sizes of weights files',
      count: tables['gguf-sizes'].length,
      about: 'exact bytes of published files, to check the sizes computed',
    },
    {
      name: 'Prices',
      count: tables.prices.length,
      about: 'what devices and systems cost, each with currency, kind and date',
    },
    {
      name: 'Power and noise',
      count: tables.power.length + tables['power-noise'].length,
      about: 'watts and decibels that people measured',
    },
    {
      name: 'Quality',
      count: tables['model-quality'].length + tables['quant-quality'].length,
      about: 'benchmark scores of models, and what quantization takes off',
    },
    {
      name: 'Sources',
      count: catalogue.sources.size + summary.sources,
      about: `${catalogue.sources.size} of the catalogue and ${summary.sources} of measured runs`,
      href: '/sources/',
    },
  ];
}
