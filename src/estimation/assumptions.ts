import { kernelsOf } from './classes.ts';
import { powerShare } from './power-limit.ts';
import { type Rates, runtimeFactors } from './rates.ts';
import type { Setup } from './setup.ts';
import type { Assumption, EstimationInput } from './types.ts';

const percent = (x: number): string => `${Math.round(100 * x)} %`;

function classAssumption(r: Rates): Assumption {
  const { id, parameters: p, borrowed } = r.hardware;
  // No memory gives more than it has; a product may beat the peak a data sheet counts in other units.
  const { bandwidth } = r.peaks;
  const reached = bandwidth ? r.streaming / bandwidth : Math.min(1, p.eta);
  const figures = `${percent(reached)} of the bandwidth, ${Math.round(p.tau * 1e6)} µs per layer, products at ${percent(p.kappa)} of the peak its kernels are counted by (factors of the sum: unpacking, attention and moving results count apart)`;
  if (borrowed) {
    return {
      id: 'class',
      basis: 'prior',
      text: `No measured run of this architecture: ${figures}, as ${id} has.`,
    };
  }
  const devices = p.devices === 1 ? '1 device' : `${p.devices} devices`;
  return p.devices > 0
    ? { id: 'class', basis: 'fitted', text: `Class ${id}: ${figures}; fitted on ${devices}.` }
    : {
        id: 'class',
        basis: 'prior',
        text: `Class ${id}: ${figures}; set by hand, no measured run.`,
      };
}

function modelAssumptions({ input, work }: Setup): Assumption[] {
  const { model: m, workload: w } = input;
  const found: Assumption[] = [];
  const context = w.depthTokens + w.promptTokens + w.generatedTokens;
  if (m.maximumContextTokens !== undefined && context > m.maximumContextTokens) {
    found.push({
      id: 'context',
      basis: 'default',
      text: `${context} tokens are more than the ${m.maximumContextTokens} the model is made for; its answers suffer, its speed does not.`,
    });
  }
  if (m.attention.layoutAssumed) {
    found.push({
      id: 'layout',
      basis: 'prior',
      text: 'The split of layers between full and windowed attention is not published; it is assumed.',
    });
  }
  if (work.linearShare > 0) {
    found.push({
      id: 'linear-state',
      basis: 'prior',
      text: 'State of linear-attention layers: 128 per channel, as Qwen3-Next and Mamba-2 have it.',
    });
  }
  return found;
}

function machineAssumptions({ input, placement, link, tensorParallel }: Setup): Assumption[] {
  const { machine, model } = input;
  const unsure = machine.linkAssumed ? ', the card’s own, as nothing tells how it is attached' : '';
  const found: Assumption[] = [];
  const { gpuLayers, cpuLayers } = placement.memory.placement;
  const hybrid = machine.accelerator && cpuLayers > 0 && input.gpuLayers !== 0;
  if (hybrid) {
    const what = placement.cpu.dense > 0 ? 'layers' : 'layers’ experts';
    found.push({
      id: 'offload',
      basis: 'default',
      text: `${gpuLayers} of ${model.layers} layers on the GPU; ${cpuLayers} ${what} stay in RAM, reached over ${link.text}${unsure}.`,
    });
  }
  if (machine.accelerator && input.gpuLayers === 0) {
    found.push({
      id: 'offload',
      basis: 'default',
      text: 'No layer on the GPU: estimated as if it were not there, though llama.cpp would still read long prompts on it.',
    });
  }
  if (machine.acceleratorCount > 1 && tensorParallel) {
    found.push({
      id: 'link',
      basis: 'default',
      text: `${machine.acceleratorCount} cards share every layer over ${link.text}${unsure}.`,
    });
  }
  if (machine.hostAssumed && (hybrid || !machine.accelerator)) {
    const host = machine.host?.name ?? 'plain host';
    found.push({ id: 'host', basis: 'default', text: `Processor not told: a ${host} is put in.` });
  }
  if (input.workload.concurrentUsers > 1) {
    found.push({
      id: 'users',
      basis: 'default',
      text: `${input.workload.concurrentUsers} users ask at once: all prompts are read before the first answer starts.`,
    });
  }
  return found;
}

const gigabytes = (bytes: number): string => Number((bytes / 1e9).toPrecision(3)).toString();

/** macOS sets a limit; Linux on Ryzen AI lets the GPU have half until it is told otherwise. */
function sharedText({ accelerator }: EstimationInput['machine'], usable: string): string {
  if (accelerator?.vendor === 'Apple')
    return `The GPU may use ${usable} GB of the memory it shares, by macOS’s default.`;
  const raise =
    accelerator?.vendor === 'AMD'
      ? ' By default Linux gives a Ryzen’s GPU half: raise ttm.pages_limit, or the BIOS’s share on Windows.'
      : '';
  return `GPU and cores share the memory; ${usable} GB are left for a model beside the system.${raise}`;
}

/** Why a card of 24 GB is shown with 25.1, and a Mac of 128 GB with 115. */
function memoryAssumption({ input: { machine: m, gpuLayers }, placement }: Setup): Assumption[] {
  const capacity = placement.memory.capacityBytes;
  const one = m.acceleratorMemoryBytes;
  if (!m.accelerator || gpuLayers === 0 || one === undefined || capacity === undefined) return [];
  const text = m.unifiedMemory
    ? sharedText(m, gigabytes(one))
    : `A card sold with ${gigabytes(one)} GB holds as many GiB; less 2.5 % for the driver that is ${gigabytes(capacity / Math.max(1, m.acceleratorCount))} GB for a model.`;
  return [{ id: 'capacity', basis: 'default', text }];
}

/** Everything the estimate takes for granted, in sentences. */
export function assumptionsOf(setup: Setup): Assumption[] {
  const rates = [setup.gpu, setup.cpu].filter((r) => r !== undefined);
  return [
    ...rates.map(classAssumption),
    ...rates.flatMap((r) => r.peaks.assumptions),
    ...runtimeAssumption(setup),
    ...modelAssumptions(setup),
    ...memoryAssumption(setup),
    ...machineAssumptions(setup),
    ...powerAssumption(setup),
  ];
}

function powerAssumption({ input: { machine } }: Setup): Assumption[] {
  const { accelerator, powerLimitWatts } = machine;
  if (!accelerator || !powerLimitWatts) return [];
  const { writing, reading } = powerShare(accelerator, machine);
  const limit = `A limit of ${powerLimitWatts} W on a card of ${accelerator.tdpWatts} W`;
  const text =
    reading === 1
      ? `${limit} costs no speed.`
      : `${limit} leaves ${percent(writing)} of the speed of writing and ${percent(reading)} of that of reading, as a published sweep of one RTX PRO 6000 has it; no other card’s is at hand.`;
  return [{ id: 'power', basis: 'prior', text }];
}

function runtimeAssumption({ input, calibration, gpu, cpu }: Setup): Assumption[] {
  const { runtime } = input;
  const rates = gpu ?? cpu;
  const factors = rates && runtimeFactors(calibration, input, rates);
  if (!factors) return [];
  const name =
    kernelsOf(input) === runtime.id
      ? runtime.name
      : `${runtime.name}, which runs NVFP4 with MLX here,`;
  const tau = factors.tau.toPrecision(2);
  return [
    {
      id: 'runtime',
      basis: 'fitted',
      text: `${name} against llama.cpp: overhead per layer × ${tau}, compute × ${factors.kappa.toPrecision(2)}.`,
    },
  ];
}
