import type { Calibration } from './calibration-types.ts';
import { type Link, readLink, sharedMemory } from './links.ts';
import { type Placement, place } from './placement.ts';
import { acceleratorOf, hostOf, type Processor, type Rates, ratesOf } from './rates.ts';
import type { EstimationInput } from './types.ts';
import { type WeightBytes, weightBytes } from './weights.ts';
import { type Work, workOf } from './work.ts';

/** What a configuration asks for and where it goes: all that no fitted speed changes. */
export interface Prepared {
  input: EstimationInput;
  weights: WeightBytes;
  work: Work;
  placement: Placement;
  accelerator?: Processor;
  host?: Processor;
}

/** The machine at hand, ready to be timed. */
export interface Setup extends Prepared {
  calibration: Calibration;
  gpu?: Rates;
  cpu?: Rates;
  link: Link;
  /** Cards work on one layer together (vLLM) instead of one after the other (llama.cpp). */
  tensorParallel: boolean;
}

/** Sizes and places a configuration, and reads the data sheets of the processors it needs. */
export function prepare(input: EstimationInput, runtimeBytes: number): Prepared {
  const weights = weightBytes(input.model, input.quantization, input.fileBytes);
  const placement = place(input, weights, runtimeBytes);
  const { accelerator, host } = input.machine;
  const onGpu = accelerator && placement.gpu.layers > 0;
  const onCpu = host && placement.cpu.layers > 0;
  return {
    input,
    weights,
    work: workOf(input, weights),
    placement,
    ...(onGpu && { accelerator: acceleratorOf(input, accelerator) }),
    ...(onCpu && { host: hostOf(input, host) }),
  };
}

/** Cores that take turns with a GPU reach less than alone, the more the larger its part is. */
const besideGpu = (c: Calibration, cores: Rates, part: number): Rates => ({
  ...cores,
  streaming: cores.streaming * c.offload.eta ** part,
  matrix: cores.matrix * c.offload.kappa ** part,
});

/** Puts the rates of its processors beside a prepared configuration. */
export function equip(c: Calibration, prepared: Prepared): Setup {
  const { input, accelerator, host } = prepared;
  const { link, accelerator: card, unifiedMemory } = input.machine;
  const cores = host && ratesOf(c, host, input);
  const beside = accelerator && cores ? besideGpu(c, cores, prepared.placement.gpu.layers) : cores;
  const wire = unifiedMemory
    ? sharedMemory(card?.bandwidthBytesPerSecond)
    : readLink(link, card?.nvlinkBytesPerSecond);
  return {
    ...prepared,
    calibration: c,
    ...(accelerator && { gpu: ratesOf(c, accelerator, input) }),
    ...(beside && { cpu: beside }),
    link: { ...wire, bytesPerSecond: wire.bytesPerSecond * c.offload.link },
    tensorParallel: input.runtime.id === 'vllm',
  };
}
