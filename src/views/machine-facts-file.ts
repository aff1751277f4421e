/** Price, watts and noise of every machine, from the catalogue. */
import type { Catalogue } from '../catalogue/types.ts';
import { type Fact, isKnown } from '../schema/quantity.ts';
import { formatUnknown } from './format.ts';
import type { FactsFile } from './machine-facts.ts';
import { pricesOf } from './prices.ts';
import { wordFact } from './specs.ts';
import { newestPriceMonth, wordPrice } from './system.ts';

const words = (fact: Fact): string => (isKnown(fact) ? wordFact(fact.text) : formatUnknown(fact));

const OF_A_PART = 'unknown: it depends on the machine around the part';
const PART = { idle: OF_A_PART, load: OF_A_PART, noise: OF_A_PART };

/** Systems by their own figures; of a bare device the newest price of the part alone. */
export function machineFacts(catalogue: Catalogue): FactsFile {
  const newest = newestPriceMonth(catalogue);
  const systems = [...catalogue.systems.values()].map((system) => {
    const price = wordPrice(system.price, newest);
    const { idle, load_llm: load, noise } = system;
    return [
      system.id,
      {
        price: typeof price === 'string' ? price : formatUnknown(price),
        idle: words(idle),
        load: words(load),
        noise: words(noise),
      },
    ] as const;
  });
  const parts = [...catalogue.devices.keys()].flatMap((id) => {
    const [line] = pricesOf(catalogue, 'device', id);
    if (!line) return [];
    const details = [line.kind, line.date, ...(line.age ? [line.age] : [])].join(', ');
    const price = `${line.amount} for the part alone (${details})`;
    return [[id, { ...PART, price }] as const];
  });
  return Object.fromEntries([...parts, ...systems]);
}
