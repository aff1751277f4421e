import { DomainError, type EstimationInput, type ModelRow, type Problem } from './types.ts';

/** [field, value, least, most, unit]: inclusive bounds. */
type Bound = [field: string, value: number, least: number, most: number, unit: string];

const tokens = 10_000_000;

const workloadBounds = ({ workload: w, microBatchTokens, gpuLayers }: EstimationInput): Bound[] => [
  ['prompt', w.promptTokens, 0, tokens, 'tokens'],
  ['gen', w.generatedTokens, 0, tokens, 'tokens'],
  ['depth', w.depthTokens, 0, tokens, 'tokens'],
  ['users', w.concurrentUsers, 1, 10_000, 'users'],
  ['ubatch', microBatchTokens, 1, 65_536, 'tokens'],
  ['ngl', gpuLayers === 'auto' ? 0 : gpuLayers, 0, 10_000, 'layers'],
];

const thresholdBounds = ({ thresholds: t }: EstimationInput): Bound[] => [
  ['maxinput', t.interactivePromptSeconds, 0, 1e9, 'seconds'],
  ['mintg', t.interactiveTokensPerSecond, 0, 1e9, 'tok/s'],
  ['maxbackground', t.backgroundSeconds, 0, 1e9, 'seconds'],
  ['maxoffline', t.offlineSeconds, 0, 1e9, 'seconds'],
];

const modelBounds = (m: ModelRow): Bound[] => {
  const bounds: Bound[] = [
    ['model', m.totalParameters / 1e9, 1e-6, 100_000, 'billion parameters'],
    ['model', m.activeParameters / 1e9, 1e-6, m.totalParameters / 1e9, 'billion active parameters'],
    ['model', m.layers, 1, 10_000, 'layers'],
    ['model', m.hiddenSize, 1, 1_000_000, 'elements of hidden size'],
  ];
  if (m.heads !== undefined) bounds.push(['model', m.heads, 1, 100_000, 'heads']);
  if (m.kvHeads !== undefined) bounds.push(['model', m.kvHeads, 1, m.heads ?? 100_000, 'KV heads']);
  if (m.experts) {
    const { count, activePerToken } = m.experts;
    bounds.push(['model', activePerToken, 1, count, 'active experts']);
  }
  return bounds;
};

const optional = (field: string, value: number | undefined, most: number, unit: string): Bound[] =>
  value === undefined ? [] : [[field, value, Number.MIN_VALUE, most, unit]];

const machineBounds = ({ machine: m, kvType, fileBytes }: EstimationInput): Bound[] => [
  ['count', m.acceleratorCount, m.accelerator ? 1 : 0, 1024, 'accelerators'],
  ...optional('bw', m.accelerator?.bandwidthBytesPerSecond, 1e15, 'byte/s'),
  ...optional('bw', m.ramBandwidthBytesPerSecond, 1e15, 'byte/s'),
  ...optional('vram', m.acceleratorMemoryBytes, 1e15, 'byte'),
  ...optional('power', m.powerLimitWatts, 1e5, 'W'),
  ...optional('ram', m.ramBytes, 1e15, 'byte'),
  ...optional('file', fileBytes, 1e15, 'byte'),
  ['kv', kvType.bitsPerElement, 1, 64, 'bits per element'],
];

/** Counts must be whole; a comparison with NaN is false, so bounds are tested for what holds. */
function broken([field, value, least, most, unit]: Bound): Problem | undefined {
  const whole = !/tokens|users|layers|accelerators/.test(unit) || Number.isInteger(value);
  if (value >= least && value <= most && whole) return undefined;
  const from = least === Number.MIN_VALUE ? 'above 0 and at most' : `${least} to`;
  return { field, message: `${field} must be ${from} ${most} ${unit}, got ${value}` };
}

function engineProblem({ machine, runtime, gpuLayers }: EstimationInput): Problem | undefined {
  const needsGpu = runtime.backend !== 'cpu';
  if (needsGpu && !machine.accelerator && gpuLayers !== 0) {
    return {
      field: 'runtime',
      message: `runtime ${runtime.id} must have a GPU to run on, and this machine has none`,
    };
  }
  if (!machine.accelerator && !machine.host) {
    return { field: 'hw', message: 'hw must name a processor, and this machine has none' };
  }
  return undefined;
}

/**
 * Refuses input out of the module's domain.
 *
 * Throws `DomainError` naming every field and its bound.
 */
export function checkDomain(input: EstimationInput): void {
  const { workload: w } = input;
  const bounds = [
    ...workloadBounds(input),
    ...thresholdBounds(input),
    ...modelBounds(input.model),
    ...machineBounds(input),
  ];
  const problems = bounds.map(broken).filter((p) => p !== undefined);
  if (w.promptTokens === 0 && w.generatedTokens === 0) {
    problems.push({ field: 'gen', message: 'gen must be above 0 where prompt is 0, got 0' });
  }
  const engine = engineProblem(input);
  if (engine) problems.push(engine);
  if (problems.length > 0) throw new DomainError(problems);
}
