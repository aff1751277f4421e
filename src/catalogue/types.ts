import type { Device } from '../schema/device.ts';
import type { Model } from '../schema/model.ts';
import type {
  KvType,
  Quantization,
  Runtime,
  Source,
  UseCase,
  WorkflowClassRow,
} from '../schema/short.ts';
import type { LeftOutSystem, System } from '../schema/system.ts';
import type { CsvRows } from '../schema/tables.ts';

/** Everything in content/data that this reader owns, checked; maps are in the order of the files. */
export interface Catalogue {
  devices: ReadonlyMap<string, Device>;
  systems: ReadonlyMap<string, System>;
  /** Machines that could not be listed, with the reason. */
  leftOutSystems: readonly LeftOutSystem[];
  models: ReadonlyMap<string, Model>;
  quantizations: ReadonlyMap<string, Quantization>;
  kvTypes: ReadonlyMap<string, KvType>;
  runtimes: ReadonlyMap<string, Runtime>;
  useCases: ReadonlyMap<string, UseCase>;
  workflowClasses: ReadonlyMap<string, WorkflowClassRow>;
  sources: ReadonlyMap<string, Source>;
  /** The long tables, by file name: `tables['model-quality']`. */
  tables: CsvRows;
}
