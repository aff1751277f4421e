/** The original document's tables as plain objects, joined from the systems that carry its figures. */
import type { Catalogue } from '../catalogue/index.ts';
import type { Unknown } from '../estimation/types.ts';
import type { OriginalDocument } from '../schema/original-matrix.ts';
import { type Fact, isKnown } from '../schema/quantity.ts';
import type { System } from '../schema/system.ts';
import { wordFact } from './specs.ts';

/** The document never says what its marks mean, so they are named by their shape. */
export type OriginalMark = 'check' | 'cross' | 'question';

type Figure = number | Unknown;

export interface OriginalConfiguration {
  /** `C1` to `C9`. */
  id: string;
  /** The catalogue's system of these parts. */
  systemId: string;
  cpu: string;
  gpu?: string;
  vram: string;
  /** As printed: `10 GB`, `max 96 GB`. */
  modelSize: string;
  /** tok/s */
  pp: Figure;
  tg: Figure;
  /** The document puts a question mark behind the figures. */
  doubtful: boolean;
  /** Measured on the CPU cores although the machine may have a GPU. */
  cpuOnly: boolean;
  /** The LocalScore run it links. */
  run?: { number: string; url: string };
  marks: Readonly<Record<string, OriginalMark>>;
  remarks: readonly string[];
}

/** One row of the document's table of four systems. */
export interface OriginalSystem {
  class: System['class'];
  cpu: string;
  cores: number;
  ramChannels: number;
  ram: string;
  ramBandwidth: string;
  maxGpus: string;
  maxVram: string;
  maxModel: string;
}

export interface OriginalMatrix {
  document: OriginalDocument;
  systems: OriginalSystem[];
  configurations: OriginalConfiguration[];
}

const MARKS: Readonly<Record<'yes' | 'no' | 'open', OriginalMark>> = {
  yes: 'check',
  no: 'cross',
  open: 'question',
};

type Original = NonNullable<System['original']>;
type WithOriginal = System & { original: Original };

const figure = (fact: Fact): Figure => (isKnown(fact) ? fact.value : { unknown: fact.unknown });
const words = (fact: Fact | undefined): string =>
  fact === undefined ? 'none' : isKnown(fact) ? wordFact(fact.text) : `unknown: ${fact.unknown}`;

/** Nine configurations, four systems. */
export function originalMatrix(
  { systems }: Pick<Catalogue, 'systems'>,
  document: OriginalDocument,
): OriginalMatrix {
  const carriers = [...systems.values()]
    .filter((system): system is WithOriginal => system.original !== undefined)
    .toSorted((a, b) => (a.original.configuration < b.original.configuration ? -1 : 1));
  const classes = new Map(carriers.map((system) => [system.class, system]));
  return {
    document,
    systems: [...classes.values()].map(classRow),
    configurations: carriers.map((system) => configurationOf(system, document)),
  };
}

function configurationOf(
  { id, original }: WithOriginal,
  document: OriginalDocument,
): OriginalConfiguration {
  const { configuration, cpu, gpu, marks, measured_at: url, computed_on: on } = original;
  const largest = typeof original.model !== 'string';
  const number = url?.split('/').at(-1);
  return {
    id: configuration,
    systemId: id,
    cpu,
    ...(typeof gpu === 'string' && { gpu }),
    vram: words(original.vram),
    modelSize: `${largest ? 'max ' : ''}${words(original.model_size)}`,
    pp: figure(original.prompt_processing),
    tg: figure(original.token_generation),
    doubtful: document.doubtful.some((one) => one === configuration),
    cpuOnly: on === 'cpu',
    ...(url && number && { run: { number, url } }),
    marks: Object.fromEntries(Object.entries(marks).map(([key, mark]) => [key, MARKS[mark]])),
    remarks: [
      ...(original.doubts ?? []),
      ...(document.configuration_remarks[configuration as 'C1'] ?? []),
    ],
  };
}

function classRow(system: WithOriginal): OriginalSystem {
  const { cpu, class_row: row } = system.original;
  return {
    class: system.class,
    cpu,
    cores: row.cores,
    ramChannels: row.ram_channels,
    ram: words(row.ram),
    ramBandwidth: words(row.ram_bandwidth),
    maxGpus: row.max_gpus,
    maxVram: words(row.max_vram),
    maxModel: words(row.max_model),
  };
}
