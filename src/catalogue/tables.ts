/** The catalogue as the plain rows a configuration's ids are looked up in. */
import type { Tables } from '../configuration/tables.ts';
import type { WorkflowThresholds } from '../estimation/types.ts';
import type { Device } from '../schema/device.ts';
import { siOf } from '../schema/quantity.ts';
import type { Runtime, WorkflowClassRow } from '../schema/short.ts';
import { deviceRow, modelRow, quantizationRow, systemRow } from './rows.ts';
import type { Catalogue } from './types.ts';

const byId = <From, To>(
  things: ReadonlyMap<string, From>,
  row: (thing: From) => To,
): Record<string, To> => Object.fromEntries([...things].map(([id, thing]) => [id, row(thing)]));

type Place = Runtime['runs_on'][number];

const covers = (place: Place, device: Device): boolean =>
  place.kind === device.kind &&
  (place.vendors?.includes(device.vendor) ?? true) &&
  (place.architectures?.includes(device.architecture) ?? true);

/** Whether a runtime computes on a device at all. */
export const runsOn = (runtime: Runtime, device: Device): boolean =>
  runtime.runs_on.some((place) => covers(place, device));

/**
 * The usual runtime of a device: the default for its generation, else for its maker, else for its kind.
 *
 * @throws Error where runtimes.yaml names none.
 */
export function defaultRuntimeOf(device: Device, runtimes: ReadonlyMap<string, Runtime>): string {
  const rank = ({ vendors, architectures }: Place): number => (architectures ? 2 : vendors ? 1 : 0);
  let best: { id: string; rank: number } | undefined;
  for (const [id, runtime] of runtimes) {
    for (const place of runtime.runs_on) {
      if (!place.default || !covers(place, device)) continue;
      if (!best || rank(place) > best.rank) best = { id, rank: rank(place) };
    }
  }
  if (!best)
    throw new Error(
      `runtimes.yaml: runs_on: no default for ${device.vendor} ${device.kind}s (${device.id})`,
    );
  return best.id;
}

/** The classes' limits in the form the estimation module takes. */
export function thresholdsOf(classes: ReadonlyMap<string, WorkflowClassRow>): WorkflowThresholds {
  const limit = (id: string, field: 'prompt_time' | 'token_generation' | 'total_time'): number => {
    const value = siOf(classes.get(id)?.[field]?.value);
    if (value === undefined) throw new Error(`workflow-classes.yaml: ${id}.${field}: is missing`);
    return value;
  };
  return {
    interactivePromptSeconds: limit('interactive', 'prompt_time'),
    interactiveTokensPerSecond: limit('interactive', 'token_generation'),
    backgroundSeconds: limit('background', 'total_time'),
    offlineSeconds: limit('off-line', 'total_time'),
  };
}

/** All rows as one plain JSON object: what pages, islands and the command line share. */
export function buildTables(catalogue: Catalogue): Tables {
  const { devices, systems, models, quantizations, kvTypes, runtimes, useCases } = catalogue;
  return {
    devices: byId(devices, (device) => deviceRow(device, defaultRuntimeOf(device, runtimes))),
    systems: byId(systems, systemRow),
    models: byId(models, modelRow),
    quantizations: byId(quantizations, quantizationRow),
    kvTypes: byId(kvTypes, ({ id, bits_per_element: bitsPerElement }) => ({ id, bitsPerElement })),
    runtimes: byId(runtimes, ({ id, name, backend }) => ({ id, name, backend })),
    thresholds: thresholdsOf(catalogue.workflowClasses),
    useCases: [...useCases.values()].map(({ id, name, description, set, ...tokens }) => ({
      id,
      name,
      description,
      promptTokens: tokens.prompt_tokens,
      generatedTokens: tokens.generated_tokens,
      set,
    })),
  };
}
