/** One number of one estimate, as it stands in a sentence. */
import { isUnknown, type Quantity } from '../estimation/types.ts';
import { formatGigabytes, formatSignificant, type QuantityKind, wordQuantity } from './format.ts';
import { estimateOf } from './guide-data.ts';

const QUANTITIES: Readonly<Record<'pp' | 'tg' | 'ttft' | 'total' | 'throughput', QuantityKind>> = {
  pp: 'rate',
  tg: 'rate',
  throughput: 'rate',
  ttft: 'seconds',
  total: 'duration',
};

const BYTES = {
  weights: 'weightBytes',
  kv: 'kvBytes',
  buffers: 'computeBytes',
  runtime: 'runtimeBytes',
  memory: 'totalBytes',
} as const;

export const SHOWN = [
  ...(Object.keys(QUANTITIES) as (keyof typeof QUANTITIES)[]),
  ...(Object.keys(BYTES) as (keyof typeof BYTES)[]),
  'context',
  'class',
] as const;
export type Shown = (typeof SHOWN)[number];

export interface InlineNumber {
  text: string;
  /** Bare range, `35–48`, where there is one. */
  range?: string;
  /** What hovering tells. */
  title: string;
  href: string;
}

/** @throws where the estimate has no such number: an article must not print “unknown” by accident. */
export function inlineEstimate(query: string, show: Shown): InlineNumber {
  const { estimate, href, name } = estimateOf(query);
  const base = { href, title: `Estimated for ${name}` };
  if (show === 'class') return { ...base, text: className(estimate.workflowClass, query) };
  if (show === 'context') {
    const tokens = estimate.memory.placement.longestContextTokens;
    if (tokens === undefined) throw new Error(`query “${query}”: the longest context is not known`);
    return { ...base, text: `${Math.floor(tokens / 1000)},000\u00a0tokens` };
  }
  if (show in BYTES) {
    const bytes = estimate.memory[BYTES[show as keyof typeof BYTES]];
    return { ...base, text: formatGigabytes(bytes) };
  }
  const key = show as keyof typeof QUANTITIES;
  return { ...base, ...worded(estimate[key], QUANTITIES[key], query, base.title) };
}

function className(value: object | string, query: string): string {
  if (typeof value === 'string') return value;
  throw new Error(`query “${query}”: the workflow class is not known`);
}

function worded(quantity: Quantity, kind: QuantityKind, query: string, title: string) {
  if (isUnknown(quantity)) throw new Error(`query “${query}”: ${quantity.unknown}`);
  const words = wordQuantity(quantity, kind);
  if (!words.known) throw new Error(`query “${query}”: ${words.reason}`);
  return { text: words.value, range: words.range, title: `${title}; 80 % range ${words.range}` };
}

/** How many times one configuration's number is another's: `54 times`. */
export function estimateRatio(query: string, over: string, show: Shown): InlineNumber {
  if (!(show in QUANTITIES))
    throw new Error(`over needs show to be one of ${Object.keys(QUANTITIES).join(', ')}`);
  const key = show as keyof typeof QUANTITIES;
  const [a, b] = [query, over].map((each) => {
    const quantity = estimateOf(each).estimate[key];
    if (isUnknown(quantity)) throw new Error(`query “${each}”: ${quantity.unknown}`);
    return quantity.central;
  }) as [number, number];
  return {
    text: `${formatSignificant(a / b, 2)}\u00a0times`,
    title: `${estimateOf(query).name} over ${estimateOf(over).name}, both estimated`,
    href: estimateOf(query).href,
  };
}
