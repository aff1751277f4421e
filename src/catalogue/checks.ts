/** What no single file can tell: ids that lead nowhere, numbers that cannot be together. */
import type { Model } from '../schema/model.ts';
import { isKnown, type Missing } from '../schema/quantity.ts';
import type { DataProblem } from './problems.ts';
import type { Catalogue } from './types.ts';

type Report = (file: string, field: string, reason: string) => void;
type Things = ReadonlyMap<string, unknown>;

interface Check {
  catalogue: Catalogue;
  report: Report;
  /** Complains unless `id` is among `things` (or in a file that has its own problems). */
  mustExist: (things: Things, id: string, kind: string, file: string, field: string) => void;
}

const isId = (value: unknown): value is string => typeof value === 'string';

const numberOf = (value: number | Missing): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** Source lists anywhere inside a thing, with the path of each. */
function* sourceLists(thing: object, path = ''): Generator<[string, string[]]> {
  for (const [key, value] of Object.entries(thing)) {
    const field = path ? `${path}.${key}` : key;
    if (key === 'sources') yield [field, value as string[]];
    else if (typeof value === 'object' && value !== null) yield* sourceLists(value, field);
  }
}

/** A source without a space or an address is an id of sources.yaml. */
function checkSources({ catalogue, mustExist }: Check): void {
  const check = (file: string, thing: object, prefix = '') => {
    for (const [field, sources] of sourceLists(thing, prefix)) {
      for (const source of sources) {
        if (!/^[a-z0-9][a-z0-9._-]*$/.test(source)) continue;
        mustExist(catalogue.sources, source, 'address or entry of sources.yaml', file, field);
      }
    }
  };
  const { devices, systems, models } = catalogue;
  for (const [folder, things] of Object.entries({ devices, systems, models })) {
    for (const [id, thing] of things) check(`${folder}/${id}.yaml`, thing);
  }
  const lists = {
    'quantizations.yaml': catalogue.quantizations,
    'kv-types.yaml': catalogue.kvTypes,
    'runtimes.yaml': catalogue.runtimes,
    'use-cases.yaml': catalogue.useCases,
    'workflow-classes.yaml': catalogue.workflowClasses,
  };
  for (const [file, things] of Object.entries(lists)) {
    for (const [id, thing] of things) check(file, thing, id);
  }
}

function checkSystems({ catalogue, report, mustExist }: Check): void {
  const { devices, systems, leftOutSystems } = catalogue;
  for (const [id, { host, gpus }] of systems) {
    const file = `systems/${id}.yaml`;
    if (isId(host)) {
      mustExist(devices, host, 'device', file, 'host');
      if (devices.get(host)?.kind === 'gpu') report(file, 'host', `"${host}" is a GPU`);
    } else if (gpus.length === 0) {
      report(file, 'host', 'a system without a known host needs a GPU');
    }
    for (const [index, { device }] of gpus.entries()) {
      const field = `gpus.${index}.device`;
      mustExist(devices, device, 'device', file, field);
      const kind = devices.get(device)?.kind ?? 'gpu';
      if (kind !== 'gpu') report(file, field, `"${device}" is not a GPU`);
    }
    if (devices.has(id) && host !== id)
      report(file, 'id', 'is also the id of a device, and not its host');
  }
  for (const { id } of leftOutSystems) {
    if (systems.has(id)) report('systems-left-out.yaml', id, 'is listed and left out at once');
  }
}

function checkModel(file: string, model: Model, report: Report): void {
  const heads = numberOf(model.heads);
  const kvHeads = numberOf(model.kv_heads);
  if (heads !== undefined && kvHeads !== undefined && kvHeads > heads) {
    report(file, 'kv_heads', `${kvHeads} KV heads are more than ${heads} heads`);
  }
  const { full_layers, sliding_layers, linear_layers, kind, latent_rank } = model.attention;
  const cached = [full_layers, sliding_layers, linear_layers].map(
    (layers) => numberOf(layers) ?? 0,
  );
  const layers = cached.reduce((sum, part) => sum + part, 0);
  if (layers > model.layers) {
    report(
      file,
      'attention',
      `${layers} layers with attention are more than ${model.layers} layers`,
    );
  }
  if (kind === 'mla' && latent_rank === undefined)
    report(file, 'attention.latent_rank', 'is missing');
  const { parameters, text_parameters, active_parameters: active, experts } = model;
  for (const part of [active, text_parameters]) {
    if (!isKnown(parameters) || !isKnown(part)) continue;
    // Published totals are often rounded: only what rounding cannot explain is refused.
    if (part.value <= parameters.value * (part === active ? 1 : 1.2)) continue;
    const field = part === active ? 'active_parameters' : 'text_parameters';
    report(file, field, `${part.text} is more than ${parameters.text} in all`);
  }
  if (experts && experts.active > experts.count) {
    report(
      file,
      'experts.active',
      `${experts.active} active experts are more than ${experts.count}`,
    );
  }
}

function checkModels({ catalogue, report, mustExist }: Check): void {
  for (const [id, model] of catalogue.models) {
    const file = `models/${id}.yaml`;
    checkModel(file, model, report);
    const format = model.native_expert_quantization;
    const field = 'native_expert_quantization';
    if (format) mustExist(catalogue.quantizations, format, 'quantization', file, field);
  }
}

function checkTables({ catalogue, mustExist }: Check): void {
  const { devices, systems, models, tables } = catalogue;
  for (const { item_kind, item_id } of tables.prices) {
    const places = { device: devices, system: systems, part: undefined };
    const place = places[item_kind];
    if (place) mustExist(place, item_id, item_kind, 'prices.csv', 'item_id');
  }
  const modelTables = ['model-quality', 'quant-quality', 'gguf-sizes'] as const;
  for (const name of modelTables) {
    for (const { model_id: id } of tables[name]) {
      if (id) mustExist(models, id, 'model', `${name}.csv`, 'model_id');
    }
  }
  for (const { device_id: id } of tables['image-audio']) {
    if (id) mustExist(devices, id, 'device', 'image-audio.csv', 'device_id');
  }
  for (const { system_id: id } of tables['power-noise']) {
    if (id) mustExist(systems, id, 'system', 'power-noise.csv', 'system_id');
  }
}

function checkShort({ catalogue, mustExist }: Check): void {
  const { useCases, workflowClasses } = catalogue;
  for (const [id, { same_as }] of useCases) {
    if (same_as) mustExist(useCases, same_as, 'use case', 'use-cases.yaml', `${id}.same_as`);
  }
  for (const id of ['interactive', 'background', 'off-line', 'non-viable']) {
    mustExist(workflowClasses, id, 'class', 'workflow-classes.yaml', 'id');
  }
}

/** All cross-file problems of a catalogue; `refused` are ids whose own file is already complained of. */
export function crossCheck(catalogue: Catalogue, refused: ReadonlySet<string>): DataProblem[] {
  const problems: DataProblem[] = [];
  const report: Report = (file, field, reason) => problems.push({ file, field, reason });
  const mustExist: Check['mustExist'] = (things, id, kind, file, field) => {
    if (!things.has(id) && !refused.has(id)) report(file, field, `no ${kind} "${id}"`);
  };
  const check = { catalogue, report, mustExist };
  checkSources(check);
  checkSystems(check);
  checkModels(check);
  checkTables(check);
  checkShort(check);
  return problems;
}
