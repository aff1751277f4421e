/**
 * Sums in which some numbers are named instead of typed, so that they follow the data:
 * `bw:rtx-4090 / file:qwen2.5-14b:q4_k_m`. Bytes are in GB, rates in GB/s and TFLOPS, speeds in tok/s, operations in
 * GFLOP, parameters in billions.
 */
import { flopPerToken } from '../estimation/flop.ts';
import { attentionFlop, kvBytes, kvBytesPerToken } from '../estimation/kv-cache.ts';
import { activeParameters } from '../estimation/parameters.ts';
import { isUnknown } from '../estimation/types.ts';
import { weightBytes } from '../estimation/weights.ts';
import { evaluate, wordExpression } from './arithmetic.ts';
import { formatSignificant } from './format.ts';
import { deviceById, estimateOf, kvTypeById, modelById, quantizationById } from './guide-data.ts';

const sourced = (value: number | undefined, what: string): number => {
  if (value === undefined) throw new Error(`no source gives ${what}`);
  return value;
};

const whole = (text: string | undefined): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`“${text}” must be a number of tokens`);
  return value;
};

/** Bytes one token reads: everything shared, and its part of the experts. */
function bytesRead(model: string | undefined, quant: string | undefined): number {
  const row = modelById(model);
  const { dense, experts } = weightBytes(row, quantizationById(quant));
  return dense + (row.experts ? (experts * row.experts.activePerToken) / row.experts.count : 0);
}

/** Central estimate of one speed, from a link's settings without their names: machine, model, format. */
function speed(quantity: 'pp' | 'tg', hw = '', model = '', quant = ''): number {
  const found = estimateOf(`hw=${hw}&model=${model}&quant=${quant}`).estimate[quantity];
  if (isUnknown(found)) throw new Error(`${quantity} of ${model} on ${hw} is not known`);
  return found.central;
}

type Named = (...parts: (string | undefined)[]) => number;

const VALUES: Readonly<Record<string, Named>> = {
  bw: (hw) => sourced(deviceById(hw).bandwidthBytesPerSecond, `the bandwidth of ${hw}`) / 1e9,
  memory: (hw) => sourced(deviceById(hw).memoryBytes, `the memory of ${hw}`) / 1e9,
  fp16: (hw) => {
    const { fp16MatrixFlopPerSecond, fp16VectorFlopPerSecond, fp32FlopPerSecond } = deviceById(hw);
    const rate = fp16MatrixFlopPerSecond ?? fp16VectorFlopPerSecond ?? fp32FlopPerSecond;
    return sourced(rate, `the FP16 rate of ${hw}`) / 1e12;
  },
  file: (model, quant) => weightBytes(modelById(model), quantizationById(quant)).file / 1e9,
  read: (model, quant) => bytesRead(model, quant) / 1e9,
  kv: (model, tokens, kv) =>
    kvBytes(modelById(model), kvTypeById(kv), { contextTokens: whole(tokens) }) / 1e9,
  kvtoken: (model, kv) => kvBytesPerToken(modelById(model), kvTypeById(kv)) / 1e9,
  flop: (model) => flopPerToken(modelById(model)) / 1e9,
  attention: (model, tokens) => attentionFlop(modelById(model), whole(tokens)) / 1e9,
  parameters: (model) => modelById(model).totalParameters / 1e9,
  tg: (hw, model, quant) => speed('tg', hw, model, quant),
  pp: (hw, model, quant) => speed('pp', hw, model, quant),
  active: (model) => activeParameters(modelById(model)) / 1e9,
};

const NAME = /\b([a-z]+\d*):([\w.-]+(?::[\w.-]+)*)/g;

function resolve(expression: string, word: (value: number) => string): string {
  return expression.replace(NAME, (_, kind: string, rest: string) => {
    const value = VALUES[kind];
    if (!value) throw new Error(`“${kind}” must be one of ${Object.keys(VALUES).join(', ')}`);
    return word(value(...rest.split(':')));
  });
}

/** Decimal digits without an exponent, enough of them for any sum here. */
const plain = (value: number): string => value.toFixed(12).replace(/0+$/, '').replace(/\.$/, '');

export interface Reckoning {
  value: number;
  /** The sum with its numbers to three or four digits: `1,792 / 63.2`. */
  words: string;
}

/** @throws where a name or an id is unknown, or the sum is not whole. */
export function reckon(expression: string): Reckoning {
  const value = evaluate(resolve(expression, plain));
  const short = resolve(expression, (number) =>
    formatSignificant(number, number >= 1000 ? 4 : 3).replaceAll(',', ''),
  );
  const words = wordExpression(short).replace(/\b\d{4}(?=\D|$)/g, (digits) =>
    digits.replace(/\B(?=(\d{3})+$)/g, ','),
  );
  return { value, words };
}
