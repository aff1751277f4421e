import { type Causes, sum } from './generation-time.ts';
import { allReduceSeconds } from './links.ts';
import { type PromptSeconds, promptSeconds } from './prompt.ts';
import type { Setup } from './setup.ts';
import type { Share } from './work.ts';

const scaled = (causes: Causes, factor: number): Causes =>
  Object.fromEntries(Object.entries(causes).map(([cause, s]) => [cause, s * factor]));

/** From this many tokens on llama.cpp copies the CPU's weights to the GPU instead of using the cores. */
const offloadTokens = 32;

/** Micro-batches llama.cpp keeps under way at once: GGML_SCHED_MAX_COPIES, and n_batch / n_ubatch by default. */
const mostCopies = 4;

/**
 * Cards of a layer split that work at the same time on a long prompt. Needs a back end with events;
 * ik_llama.cpp keeps one micro-batch under way: 16 RTX 3090 read 512 and 4,096 tokens at one speed.
 */
const cardsAtWork = ({ runtime, machine }: Setup['input']): number =>
  /^(cuda|rocm)$/.test(runtime.backend) && runtime.id !== 'ik_llama.cpp'
    ? Math.min(machine.acceleratorCount, mostCopies)
    : 1;

function acrossCards(setup: Setup, seconds: PromptSeconds, tokens: number): Causes {
  const { input, work, link, tensorParallel, calibration } = setup;
  const cards = input.machine.acceleratorCount;
  if (cards < 2) return { ...seconds };
  if (!tensorParallel) {
    // Micro-batches pass through the cards like through a pipeline: the first fills it alone.
    const first = Math.min(1, input.microBatchTokens / tokens);
    const stages = cardsAtWork(input);
    const pipeline = (1 + (stages - 1) * first) / stages;
    return scaled({ ...seconds }, pipeline * (1 + calibration.pipelineLoss));
  }
  const message = 2 * tokens * work.model.hiddenSize;
  const { overhead, ...shared } = seconds;
  return {
    ...scaled(shared, 1 / cards),
    overhead,
    link: 2 * work.layers * allReduceSeconds(link, cards, message),
  };
}

/**
 * Seconds to read all users' prompts by cause; undefined where a rate is unknown.  [s]
 *
 * With weights in RAM the faster of two ways counts: the cores compute their part, or each
 * micro-batch copies it to the GPU (ceil(n / u) · W_cpu / PCIe).
 */
export function readSeconds(setup: Setup): Causes | undefined {
  const { placement, input, work, gpu, cpu, link } = setup;
  const { promptTokens, concurrentUsers } = input.workload;
  const tokens = promptTokens * concurrentUsers;
  const o = { tokens, microBatch: input.microBatchTokens };
  // Users do not attend to each other's prompts: `work` holds one user's attention.
  const asked = { ...work, promptAttentionFlop: work.promptAttentionFlop * concurrentUsers };
  const on = (share: Share): Causes | undefined => {
    const seconds = gpu && promptSeconds(asked, share, gpu, o);
    return seconds && acrossCards(setup, seconds, tokens);
  };
  const { gpu: gpuShare, cpu: cpuShare } = placement;
  const all: Share = { dense: 1, experts: 1, cache: 1, layers: 1 };
  if (gpu && cpuShare.layers === 0) return on(all);
  const cores = cpu && promptSeconds(asked, cpuShare, cpu, o);
  if (!gpu || gpuShare.layers === 0) return cores && { ...cores };
  const part = on(gpuShare);
  const split = part && cores && { ...part, cpu: sum({ ...cores }) };
  const gpuAlone = tokens >= offloadTokens ? on(all) : undefined;
  if (!gpuAlone) return split;
  const copies = Math.ceil(tokens / input.microBatchTokens);
  const copying = (copies * placement.cpuWeightBytes) / link.bytesPerSecond;
  const streamed = { ...gpuAlone, link: copying };
  return split && sum(split) < sum(streamed) ? split : streamed;
}
