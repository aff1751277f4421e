/**
 * `measurements/<source>.csv`: runs somebody measured, one row a run. An empty cell means that the
 * source does not say. Ids point into the catalogue; where none fits, the `…_gap` cell beside it
 * says why, so that nothing is dropped in silence.
 */
import { z } from 'zod';

/** Every column, in file order. `content/data/measurements/README.md` says what each holds. */
export const measurementColumns = [
  'source_id',
  'source_url',
  'date',
  'device_name',
  'device_kind',
  'device_id',
  'device_gap',
  'gpu_count',
  'host_name',
  'host_id',
  'host_isa',
  'sockets',
  'memory_channels',
  'memory_mts',
  'ram_gb',
  'vram_gb',
  'os',
  'processor',
  'engine',
  'engine_version',
  'runtime_id',
  'runtime_gap',
  'model_name',
  'model_id',
  'model_gap',
  'parameters_billion',
  'active_parameters_billion',
  'quantization_name',
  'quantization_id',
  'quantization_gap',
  'file_gib',
  'test',
  'prompt_tokens',
  'generated_tokens',
  'depth_tokens',
  'sequences',
  'gpu_layers',
  'threads',
  'micro_batch_tokens',
  'flash_attention',
  'kv_k',
  'kv_v',
  'split',
  'tensor_parallel',
  'pipeline_parallel',
  'power_limit_watts',
  'on_cpu',
  'switches',
  'pp_tokens_per_second',
  'tg_tokens_per_second',
  'tg_basis',
  'ttft_ms',
  'power_watts',
  'power_scope',
  'skip',
  'notes',
] as const;
export type MeasurementColumn = (typeof measurementColumns)[number];

const Text = z.string().min(1);
const Id = z.string().regex(/^[a-z0-9][a-z0-9._-]*$/, 'is not an id');
const Url = z.string().regex(/^https?:\/\/\S+$/, 'must be an address');
const Day = z
  .string()
  .regex(
    /^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'must be 2025, 2025-07 or 2025-07-23',
  );

/** A decimal written plainly; exponents, signs and thousands separators are slips. */
const number = (least: number, most: number, whole = false) =>
  z.string().transform((text, context): number => {
    const value = Number(text);
    const plain = whole ? /^\d+$/.test(text) : /^\d+(\.\d+)?$/.test(text);
    if (plain && value >= least && value <= most) return value;
    const kind = whole ? 'whole number' : 'number';
    context.issues.push({
      code: 'custom',
      message: `must be a ${kind} from ${least} to ${most}, got "${text}"`,
      input: text,
    });
    return z.NEVER;
  });
const whole = (least: number, most: number) => number(least, most, true);

const SWITCHES = [
  'amdvlk',
  'radv',
  'moltenvk',
  'khr-coopmat',
  'nv-coopmat2',
  'no-coopmat',
  'rocwmma',
  'hipblaslt',
  'run-time-repack',
  'fused-moe',
  'mla-2',
  'mla-3',
  'numa-interleave',
  'shared-prompt',
  'ime',
  'no-cuda-graphs',
  'xmem-gemm',
  'card-0',
  'card-1',
] as const;
/** Build options and drivers that change speed, as the source states them. */
export type MeasurementSwitch = (typeof SWITCHES)[number];

const Switches = z.string().transform((text, context): MeasurementSwitch[] => {
  const words = text.split(' ');
  const known = words.filter((word): word is MeasurementSwitch => SWITCHES.some((s) => s === word));
  if (known.length === words.length) return known;
  const message = `has words that are not one of ${SWITCHES.join(', ')}: "${text}"`;
  context.issues.push({ code: 'custom', message, input: text });
  return z.NEVER;
});

const KvElement = z.enum(['f16', 'bf16', 'q8_0', 'fp8', 'fp8_e4m3', 'int8']);

/** One row as written, cells typed, empty cells left out. */
export const MeasurementSchema = z.strictObject({
  source_id: Id,
  source_url: Url,
  date: Day.optional(),
  device_name: Text,
  device_kind: z.enum(['gpu', 'multi-gpu', 'apu', 'apple', 'cpu', 'hybrid', 'sbc']),
  device_id: Id.optional(),
  device_gap: Text.optional(),
  gpu_count: whole(0, 64).optional(),
  host_name: Text.optional(),
  host_id: Id.optional(),
  host_isa: Text.optional(),
  sockets: whole(1, 8).optional(),
  memory_channels: whole(1, 48).optional(),
  memory_mts: whole(200, 12_000).optional(),
  ram_gb: number(0.1, 10_000).optional(),
  vram_gb: number(0, 1000).optional(),
  os: z.enum(['linux', 'windows', 'macos', 'freebsd']).optional(),
  processor: z.enum(['gpu', 'cpu', 'hybrid', 'npu']),
  engine: Text,
  engine_version: Text.optional(),
  runtime_id: Id.optional(),
  runtime_gap: Text.optional(),
  model_name: Text,
  model_id: Id.optional(),
  model_gap: Text.optional(),
  parameters_billion: number(0.001, 5000).optional(),
  active_parameters_billion: number(0.001, 1000).optional(),
  quantization_name: Text.optional(),
  quantization_id: Id.optional(),
  quantization_gap: Text.optional(),
  file_gib: number(0.01, 5000).optional(),
  test: z.enum(['bench', 'sweep', 'batched', 'localscore', 'request', 'serving']),
  prompt_tokens: whole(0, 10_000_000).optional(),
  generated_tokens: whole(0, 10_000_000).optional(),
  depth_tokens: whole(0, 10_000_000).optional(),
  sequences: whole(1, 10_000).optional(),
  gpu_layers: whole(0, 10_000).optional(),
  threads: whole(1, 1024).optional(),
  micro_batch_tokens: whole(1, 1_000_000).optional(),
  flash_attention: z.enum(['on', 'off']).optional(),
  kv_k: KvElement.optional(),
  kv_v: KvElement.optional(),
  split: z.enum(['layer', 'tensor', 'pipeline', 'network']).optional(),
  tensor_parallel: whole(1, 64).optional(),
  pipeline_parallel: whole(1, 64).optional(),
  power_limit_watts: number(1, 2000).optional(),
  on_cpu: Text.optional(),
  switches: Switches.optional(),
  pp_tokens_per_second: number(0.001, 1e7).optional(),
  tg_tokens_per_second: number(0.001, 1e6).optional(),
  tg_basis: z.enum(['decode', 'wall', 'total']).optional(),
  ttft_ms: number(0.1, 1e8).optional(),
  power_watts: number(0.1, 20_000).optional(),
  power_scope: z
    .enum(['wall', 'wall-peak', 'wall-average', 'sensor', 'gpu-sensors', 'cards'])
    .optional(),
  skip: Text.optional(),
  notes: Text.optional(),
} satisfies Record<MeasurementColumn, z.ZodType>);

/** One row as written in a file. */
export type MeasurementRecord = z.infer<typeof MeasurementSchema>;

/** `measurements/sources.yaml`: where a file's runs were read, and how. */
export const MeasurementSourceSchema = z.strictObject({
  id: Id,
  title: Text,
  url: Url,
  /** By script from a stored file, by script from somebody's transcription, or typed from an excerpt. */
  read: z.enum(['script', 'transcription', 'typed']),
  notes: z.array(Text).optional(),
});
export type MeasurementSource = z.infer<typeof MeasurementSourceSchema>;
