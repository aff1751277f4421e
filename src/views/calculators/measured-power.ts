/** Watts that machines were measured to draw while they answered, by the id a configuration names. */
import type { Catalogue } from '../../catalogue/index.ts';
import { siOf } from '../../schema/quantity.ts';
import type { System } from '../../schema/system.ts';
import { median } from '../evidence.ts';
import { formatSignificant, withUnit } from '../format.ts';
import { plainName } from '../power.ts';
import { sharedData } from '../shared.ts';
import type { MeasuredPower } from './energy.ts';

/** Only these rows of `power.csv` were measured while a model answered, at the wall. */
const ANSWERING = /^LLM inference/;
/** Hosts that people pair graphics cards with; boards with a card on one lane are experiments. */
const PLAIN_HOST = /^Intel 265K/;

function ofSystem({ load_llm: load }: System): MeasuredPower | undefined {
  const watts = siOf(load);
  return watts === undefined
    ? undefined
    : { watts, words: 'measured at the wall with a model running' };
}

/** Runs of one card in a plain desktop: their median and ends. */
function ofCard({ tables }: Catalogue, deviceName: string): MeasuredPower | undefined {
  const watts = tables.power
    .filter(({ context, device }) => ANSWERING.test(context) && PLAIN_HOST.test(device))
    .filter(
      ({ device }) => plainName(/\(([^)]*)\)/.exec(device)?.[1] ?? '') === plainName(deviceName),
    )
    .map(({ load_w: load }) => Number(load));
  if (watts.length === 0) return undefined;
  const digits = (value: number) => formatSignificant(value);
  const [low, high] = [Math.min(...watts), Math.max(...watts)];
  const words =
    watts.length === 1
      ? 'one run at the wall, in a desktop'
      : `median of ${watts.length} runs at the wall, in a desktop: ${withUnit(`${digits(low)}\u2013${digits(high)}`, 'W')}`;
  return { watts: median(watts), words };
}

/** By system, and by card or by a system with one such card. */
export function measuredPower(): Record<string, MeasuredPower> {
  const { catalogue } = sharedData();
  const found: Record<string, MeasuredPower> = {};
  const put = (id: string, power: MeasuredPower | undefined) => {
    if (power) found[id] ??= power;
  };
  for (const system of catalogue.systems.values()) {
    put(system.id, ofSystem(system));
    const [gpu] = system.gpus;
    const card = gpu?.count === 1 ? catalogue.devices.get(gpu.device) : undefined;
    if (card) put(system.id, ofCard(catalogue, card.name));
  }
  for (const device of catalogue.devices.values())
    if (device.kind === 'gpu') put(device.id, ofCard(catalogue, device.name));
  return found;
}
