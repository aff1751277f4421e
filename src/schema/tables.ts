/**
 * The long tables kept as CSV: dated prices, energy, watts, noise, quality, files. A blank cell
 * means that the source did not say; each row names its source.
 */
import { z } from 'zod';
import { Id, Text, When } from './common.ts';

const cell = (least: number, most: number) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, 'expected a number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be ${least} to ${most}`);

const source_url = z.string().min(3, 'name the source');
const remarks = { notes: Text.optional(), source_url };

/** `prices.csv`: what a device, a system or another part cost on a date. */
export const PriceRow = z.strictObject({
  item_id: Id,
  /** `device` and `system` ids are looked up; `part` is memory, storage, a case and the like. */
  item_kind: z.enum(['device', 'system', 'part']),
  item: Text,
  price: cell(0.5, 1e7),
  currency: z.enum(['USD', 'EUR']),
  unit: z.enum(['each', 'kit', 'per GB']),
  kind: z.enum(['msrp', 'street', 'used']),
  date: When,
  ...remarks,
});

/** `gpu-purchases.csv`: what buyers and vendors reported to have paid or asked for accelerators. */
export const PurchaseRow = z.strictObject({
  kind: z.enum(['gpu_purchase', 'street_price']),
  item: Text,
  seller: Text.optional(),
  value: cell(1, 1e7),
  unit: z.enum(['USD']),
  date: When,
  ...remarks,
});

/** `electricity-prices.csv` */
export const ElectricityRow = z.strictObject({
  region: Text,
  value: cell(0.001, 3),
  unit: z.enum(['EUR/kWh', 'USD/kWh', 'GBP/kWh']),
  segment: z.enum(['household', 'non-household', 'industrial', 'business']),
  date: When,
  ...remarks,
});

/** `grid-carbon.csv` */
export const GridCarbonRow = z.strictObject({
  region: Text,
  value: cell(0, 2000),
  unit: z.enum(['gCO2e/kWh']),
  segment: z.enum(['generation mix', 'cloud region']),
  date: When,
  ...remarks,
});

/** `cloud-prices.csv`: one accelerator, one hour. */
export const CloudPriceRow = z.strictObject({
  item: Text,
  provider: Text.optional(),
  value: cell(0.01, 1000),
  unit: z.enum(['USD/h']),
  segment: Text,
  date: When,
  ...remarks,
});

/** `token-prices.csv`: a million tokens of a hosted model. */
export const TokenPriceRow = z.strictObject({
  item: Text,
  provider: Text.optional(),
  value: cell(0, 1000),
  unit: z.enum(['USD/M tokens']),
  segment: z.enum(['input', 'cached input', 'output']),
  date: When,
  ...remarks,
});

/** Ranges such as `9-12` or `<10` are kept as the source gives them. */
const range = z
  .string()
  .regex(/^[<>~]?\d+(\.\d+)?(-\d+(\.\d+)?)?$/, 'expected a number or a range');

/** `power.csv`: measured watts of a device in a machine. */
export const PowerRow = z.strictObject({
  device: Text,
  system: Text,
  idle_w: range.optional(),
  load_w: range.optional(),
  measure: Text,
  context: Text,
  date: When.optional(),
  source_url,
});

/** `power-noise.csv`: further watts, and sound, with condition and method. */
export const PowerNoiseRow = z.strictObject({
  system_id: Id.optional(),
  system: Text,
  idle_w: range.optional(),
  load_w_llm: range.optional(),
  load_w_max: range.optional(),
  noise_dba: range.optional(),
  noise_condition: Text.optional(),
  method: Text,
  date: When,
  ...remarks,
});

/** `model-quality.csv`: benchmark scores; never compare base with post-trained rows. */
export const ModelQualityRow = z.strictObject({
  model_id: Id,
  benchmark: Text,
  score: cell(0, 3000),
  unit: z.enum(['Elo', '%']),
  setting: Text.optional(),
  model_variant: Text.optional(),
  published_by: Text,
  date: When,
  source_url,
});

/** `quant-quality.csv`: a quantised model's score against its unquantised baseline. */
export const QuantQualityRow = z.strictObject({
  model: Text,
  model_id: Id.optional(),
  format: Text,
  benchmark: Text,
  score: cell(0, 100).optional(),
  baseline_score: cell(0, 100).optional(),
  recovery_pct: cell(0, 200),
  setting: Text,
  published_by: Text,
  date: When,
  ...remarks,
});

/** `image-audio.csv`: measured image generation, speech to text, text to speech. */
export const ImageAudioRow = z.strictObject({
  device: Text,
  device_id: Id.optional(),
  task: z.enum(['image', 'video', 'speech-to-text', 'text-to-speech']),
  model: Text,
  value: range,
  unit: Text,
  settings: Text.optional(),
  engine: Text,
  date: When.optional(),
  ...remarks,
});

/** `gguf-sizes.csv`: sizes of weights files, with the unit the source printed. */
export const GgufSizeRow = z.strictObject({
  repo: Text.optional(),
  file: Text.optional(),
  model: Text,
  model_id: Id.optional(),
  quant: Text,
  bytes: cell(1e6, 1e13).optional(),
  size_stated: cell(0, 1e13),
  unit: z.enum(['B', 'MiB', 'GiB', 'GB']),
  ...remarks,
});

/** `memory-measured.csv`: weights, cache and buffers as engines logged them. */
export const MemoryMeasuredRow = z.strictObject({
  model: Text,
  quant: Text.optional(),
  n_ctx: cell(1, 1e8),
  kv_type: Text.optional(),
  backend: Text,
  weights_mib: cell(0, 1e8).optional(),
  kv_mib: cell(0, 1e8).optional(),
  compute_mib: cell(0, 1e8).optional(),
  total_mib: cell(0, 1e8).optional(),
  ...remarks,
});

/** File name of each long table, and the schema of its rows. */
export const csvTables = {
  prices: PriceRow,
  'gpu-purchases': PurchaseRow,
  'electricity-prices': ElectricityRow,
  'grid-carbon': GridCarbonRow,
  'cloud-prices': CloudPriceRow,
  'token-prices': TokenPriceRow,
  power: PowerRow,
  'power-noise': PowerNoiseRow,
  'model-quality': ModelQualityRow,
  'quant-quality': QuantQualityRow,
  'image-audio': ImageAudioRow,
  'gguf-sizes': GgufSizeRow,
  'memory-measured': MemoryMeasuredRow,
} as const;

export type CsvTableName = keyof typeof csvTables;
export type CsvRows = { [Name in CsvTableName]: z.infer<(typeof csvTables)[Name]>[] };
