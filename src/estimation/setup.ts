import type { Calibration } from './calibration-types.ts';
import { type Link, readLink } from './links.ts';
import { type Placement, place } from './placement.ts';
import { acceleratorRates, hostRates, type Rates } from './rates.ts';
import type { EstimationInput } from './types.ts';
import { type WeightBytes, weightBytes } from './weights.ts';
import { type Work, workOf } from './work.ts';

/** What a configuration asks for and where it goes: all that no fitted speed changes. */
export interface Prepared {
  input: EstimationInput;
  weights: WeightBytes;
  work: Work;
  placement: Placement;
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

/** Sizes and places a configuration. */
export function prepare(input: EstimationInput, runtimeBytes: number): Prepared {
  const weights = weightBytes(input.model, input.quantization, input.fileBytes);
  const placement = place(input, weights, runtimeBytes);
  return { input, weights, work: workOf(input, weights), placement };
}

/** Puts the rates of its processors beside a prepared configuration. */
export function equip(c: Calibration, prepared: Prepared): Setup {
  const { input, placement } = prepared;
  const { machine, model, runtime, quantization, flashAttention } = input;
  const request = {
    calibration: c,
    runtime,
    quantization,
    nativeExperts: model.nativeExpertQuantization,
    flashAttention,
  };
  const { accelerator, host } = machine;
  const gpu =
    accelerator && placement.gpu.layers > 0 ? acceleratorRates(request, accelerator) : undefined;
  const cpu = host && placement.cpu.layers > 0 ? hostRates(request, machine, host) : undefined;
  return {
    ...prepared,
    calibration: c,
    ...(gpu && { gpu }),
    ...(cpu && { cpu }),
    link: readLink(machine.link, accelerator?.nvlinkBytesPerSecond),
    tensorParallel: runtime.id === 'vllm',
  };
}
