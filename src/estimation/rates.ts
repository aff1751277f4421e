import type { Calibration, EngineParameters, QuantKind } from './calibration-types.ts';
import {
  cpuClass,
  engineOf,
  findClass,
  gpuClass,
  type HardwareClass,
  quantKind,
} from './classes.ts';
import { cpuPeaks, gpuPeaks, type Peaks } from './processor.ts';
import type { DeviceRow, Machine, QuantizationRow, RuntimeRow } from './types.ts';

/** What one processor reaches with one weights format under one runtime. */
export interface Rates {
  hardware: HardwareClass;
  peaks: Peaks;
  engine: EngineParameters;
  kind: QuantKind;
  /** Kind of the experts' format, where files keep it whatever their label. */
  expertKind: QuantKind;
  /** Streaming weights.  [byte/s] */
  streaming?: number;
  /** Streaming the KV cache.  [byte/s] */
  cacheStreaming?: number;
  /** Per layer while generating.  [s] */
  tau: number;
  /** Large matrix products of a prompt.  [FLOP/s] */
  matrix?: number;
  /** Attention over a prompt.  [FLOP/s] */
  attention?: number;
  /** Per layer and micro-batch.  [s] */
  promptOverhead: number;
}

const plain = { eta: 1, tau: 1, kappa: 1, promptOverhead: 1 };

/** What a device's build takes off its class: low-power cards clock memory and matrix units down. */
function deviceFactors(c: Calibration, d: DeviceRow, p: Peaks): { eta: number; kappa: number } {
  // Two dies in one package stream less than twice as fast.
  if (/ultra/i.test(d.id) && d.vendor === 'Apple') return { eta: c.twoDieEta, kappa: 1 };
  if (d.kind !== 'gpu' || !d.tdpWatts) return { eta: 1, kappa: 1 };
  const perBandwidth = p.bandwidth ? d.tdpWatts / (p.bandwidth / 1e9) : Number.POSITIVE_INFINITY;
  const perRate = p.matrix ? d.tdpWatts / (p.matrix / 1e12) : Number.POSITIVE_INFINITY;
  const graphicsMemory = !/^HBM/i.test(d.memoryType ?? '');
  const { wattsPerBandwidth: b, wattsPerRate: r } = c;
  return {
    eta: graphicsMemory ? Math.min(1, perBandwidth / b.threshold) ** b.exponent : 1,
    kappa: d.vendor === 'NVIDIA' ? Math.min(1, perRate / r.threshold) ** r.exponent : 1,
  };
}

interface RateRequest {
  calibration: Calibration;
  runtime: RuntimeRow;
  quantization: QuantizationRow;
  nativeExperts: string | undefined;
  flashAttention: boolean;
}

const isLaptop = (d: DeviceRow): boolean => d.kind === 'gpu' && /laptop/i.test(d.id + d.segment);

function assemble(
  o: RateRequest,
  device: DeviceRow,
  architecture: string,
  engineName: string,
  peaks: Peaks,
): Rates {
  const { calibration: c, runtime, quantization } = o;
  const engine = c.engines[engineName] as EngineParameters;
  const hardware = findClass(c, architecture, device.vendor, engineName);
  const factors =
    c.runtimes[`${runtime.id}/${architecture}`] ??
    c.runtimes[`${runtime.id}/${engineName}`] ??
    plain;
  const power = deviceFactors(c, device, peaks);
  const kind = quantKind(quantization.id);
  const { parameters: p } = hardware;
  const eta = p.eta * factors.eta * power.eta;
  const kappa = p.kappa * factors.kappa * power.kappa * (isLaptop(device) ? c.laptopKappa : 1);
  const flash = o.flashAttention ? 0 : 1;
  const { bandwidth, matrix } = peaks;
  return {
    hardware,
    peaks,
    engine,
    kind,
    expertKind: o.nativeExperts ? quantKind(o.nativeExperts) : kind,
    ...(bandwidth && { streaming: bandwidth * eta, cacheStreaming: bandwidth * eta }),
    tau: p.tau * factors.tau,
    ...(matrix && { matrix: matrix * kappa, attention: matrix * engine.attentionKappa[flash] }),
    promptOverhead: engine.promptOverhead * factors.promptOverhead,
  };
}

/** Rates of the machine's accelerator. */
export const acceleratorRates = (o: RateRequest, device: DeviceRow): Rates =>
  assemble(o, device, gpuClass(device), engineOf(o.runtime), gpuPeaks(device));

/** Rates of the host's cores. */
export const hostRates = (o: RateRequest, machine: Machine, host: DeviceRow): Rates =>
  assemble(o, host, cpuClass(host), 'cpu', cpuPeaks(host, machine.ramBandwidthBytesPerSecond));
