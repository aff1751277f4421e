/** The short catalogues: one YAML list each. */
import { z } from 'zod';
import { count, Id, Notes, Sources, Text } from './common.ts';
import { quantity } from './quantity.ts';

/** `quantizations.yaml`: a weights format, its bits, and what it costs in quality on Llama 3 8B. */
export const QuantizationSchema = z.strictObject({
  id: Id,
  name: Text,
  family: z.enum(['fp', 'gguf', 'mxfp4', 'nvfp4', 'mlx', 'awq', 'gptq', 'exl']),
  /** Of the main block type, scales included. */
  nominal: quantity('bitsPerWeight'),
  /** Of a whole Llama 3.1 8B file. */
  effective_llama31_8b: quantity('bitsPerWeight'),
  size_llama31_8b: quantity('memory'),
  effective_llama3_8b: quantity('bitsPerWeight'),
  size_llama3_8b: quantity('memory'),
  /** Perplexity over wikitext, llama.cpp's own scoreboard. */
  perplexity: z
    .strictObject({
      value: z.number().min(1).max(1000),
      plus_minus: z.number().min(0).max(10),
      delta: z.number().min(-1).max(1000),
      delta_without_imatrix: z.number().min(-1).max(1000).optional(),
      mean_kld: z.number().min(0).max(100),
      imatrix: Text,
    })
    .optional(),
  notes: Notes,
  sources: Sources,
});
export type Quantization = z.infer<typeof QuantizationSchema>;

/** `kv-types.yaml`: element types of the KV cache. */
export const KvTypeSchema = z.strictObject({
  id: Id,
  bits_per_element: z.number().min(1).max(64),
  runtimes: z.array(Text).min(1),
  notes: Notes,
  sources: Sources,
});
export type KvType = z.infer<typeof KvTypeSchema>;

/** `runtimes.yaml`: the software that runs a model. */
export const RuntimeSchema = z.strictObject({
  id: Id,
  name: Text,
  backend: z.enum(['cuda', 'metal', 'rocm', 'vulkan', 'sycl', 'cpu']),
  /** Where it runs: a kind of device, of these makers (all makers where none is named). */
  runs_on: z
    .array(
      z.strictObject({
        kind: z.enum(['gpu', 'soc', 'cpu']),
        vendors: z.array(Text).min(1).optional(),
        /** Only these generations; such an entry goes before one for the whole maker. */
        architectures: z.array(Text).min(1).optional(),
        /** True where it is the usual choice for such a device. */
        default: z.boolean().optional(),
      }),
    )
    .min(1),
  notes: Notes,
  sources: Sources,
});
export type Runtime = z.infer<typeof RuntimeSchema>;

/** `use-cases.yaml`: a named workload. */
export const UseCaseSchema = z.strictObject({
  id: Id,
  set: z.enum(['guide', 'localscore']),
  name: Text,
  description: Text,
  prompt_tokens: count(1_000_000),
  generated_tokens: count(1_000_000),
  same_as: Id.optional(),
  sources: Sources,
});
export type UseCase = z.infer<typeof UseCaseSchema>;

const Limit = z.strictObject({ strict: z.boolean(), value: quantity('duration') });

/** `workflow-classes.yaml`: from best to worst; a run has the first class whose limits it keeps. */
export const WorkflowClassSchema = z.strictObject({
  id: z.enum(['interactive', 'background', 'off-line', 'non-viable']),
  name: Text,
  description: Text,
  prompt_time: Limit.optional(),
  token_generation: z
    .strictObject({ strict: z.boolean(), value: quantity('tokenRate') })
    .optional(),
  total_time: Limit.optional(),
  justification: Text,
  sources: Sources,
});
export type WorkflowClassRow = z.infer<typeof WorkflowClassSchema>;

/** `sources.yaml`: the bibliography. */
export const SourceSchema = z.strictObject({
  id: Id,
  title: Text,
  url: z.url().optional(),
  /** Terms of the place it was read, where stated. */
  licence: Text.optional(),
  /** What was taken from it. */
  used_for: Text,
});
export type Source = z.infer<typeof SourceSchema>;
