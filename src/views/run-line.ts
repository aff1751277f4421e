/** One measured run as a row of words, the same at build and in the browser. */
import { DEFAULT_CONFIGURATION, permalink } from '../configuration/codec.ts';
import { formatDate, formatDeviation, formatRange, rateDigits } from './format.ts';
import {
  deviationOf,
  estimateOf,
  markOf,
  measuredOf,
  type RunQuantity,
  type RunRecord,
} from './run-records.ts';
import { wordSettings, wordTest } from './run-words.ts';

export interface RunFigure {
  /** `128`, tok/s; absent where the run did not measure it. */
  measured?: string;
  estimate?: { value: string; range: string; off: string; inside: boolean };
  /** Why there is no estimate. */
  gap?: string;
  /** Why the figure is neither fitted nor judged. */
  mark?: string;
}

export interface RunLine {
  id: string;
  device: { name: string; href?: string };
  model: { name: string; href?: string; small: string };
  software: { name: string; small: string };
  test: { name: string; small: string };
  pp: RunFigure;
  tg: RunFigure;
  date: string;
  source: { name: string; href: string };
  /** Why the whole run is left out. */
  skip?: string;
  /** The run's configuration, below the site's base; absent where a link cannot say it. */
  configuration?: string;
}

export function figureOf(run: RunRecord, quantity: RunQuantity): RunFigure {
  const measured = measuredOf(run, quantity);
  const estimate = estimateOf(run, quantity);
  const deviation = deviationOf(run, quantity);
  if (measured === undefined || estimate === undefined) return {};
  const mark = [
    quantity === 'tg' && run.skipTgOnly !== undefined && `left out: ${run.skipTgOnly}`,
    markOf(run, quantity) !== undefined && `outlier: ${markOf(run, quantity)}`,
  ].filter((one) => typeof one === 'string');
  const said = {
    measured: rateDigits(measured),
    ...(mark.length > 0 && { mark: mark.join('; ') }),
  };
  if ('unknown' in estimate || deviation === undefined)
    return { ...said, gap: 'unknown' in estimate ? estimate.unknown : 'not estimated' };
  return {
    ...said,
    estimate: {
      value: rateDigits(estimate.central),
      range: formatRange(estimate),
      off: formatDeviation(deviation),
      inside: measured >= estimate.low && measured <= estimate.high,
    },
  };
}

export const cardsOf = ({ gpuCount = 1, device }: RunRecord): string =>
  gpuCount > 1 ? `${gpuCount} × ${device}` : device;

const PROCESSORS: Readonly<Record<string, string>> = {
  cpu: 'on the CPU',
  hybrid: 'GPU and CPU',
  npu: 'AI unit',
};

export function runLine(run: RunRecord, sources: Readonly<Record<string, string>>): RunLine {
  const { deviceId, modelId, engineVersion, runAs, skip, processor } = run;
  const configuration = configurationOf(run);
  const small = [run.format ?? 'format not stated', runAs && `run as ${runAs}`];
  const where = PROCESSORS[processor];
  return {
    id: run.id,
    device: { name: cardsOf(run), ...(deviceId && { href: `/devices/${deviceId}/` }) },
    model: {
      name: run.model,
      small: small.filter(Boolean).join(', '),
      ...(modelId && { href: `/models/${modelId}/` }),
    },
    software: {
      name: run.engine,
      small: [engineVersion, where && !/CPU/.test(run.engine) && where].filter(Boolean).join(', '),
    },
    test: { name: wordTest(run), small: wordSettings(run) },
    pp: figureOf(run, 'pp'),
    tg: figureOf(run, 'tg'),
    date: run.date ? formatDate(run.date) : 'date not stated',
    source: { name: sources[run.source] ?? run.source, href: run.url },
    ...(skip !== undefined && { skip }),
    ...(configuration !== undefined && { configuration }),
  };
}

/** The link to what was run, where machine, model, format and engine have ids. */
export function configurationOf(run: RunRecord): string | undefined {
  const { deviceId, modelId, formatId, runtimeId, processor, test } = run;
  if (!deviceId || !modelId || !formatId || !runtimeId || run.sequences === undefined)
    return undefined;
  if (processor === 'npu' || processor === 'hybrid' || run.tgGap || run.ppGap) return undefined;
  const { gpuCount = 1, microBatchTokens, depthTokens = 0, promptTokens = 0 } = run;
  const localScore = test === 'localscore';
  const before = test === 'request' && depthTokens === promptTokens ? 0 : depthTokens;
  return permalink({
    ...DEFAULT_CONFIGURATION,
    hw: deviceId,
    model: modelId,
    quant: formatId,
    runtime: runtimeId,
    ...(gpuCount > 1 && { count: gpuCount }),
    ...(processor === 'cpu' && { ngl: 0 }),
    ...(microBatchTokens !== undefined && { ubatch: microBatchTokens }),
    fa: run.flashAttention === 'off' ? 'off' : 'on',
    prompt: localScore ? 1024 : promptTokens,
    gen: localScore ? 1024 : (run.generatedTokens ?? (run.test === 'request' ? 128 : 0)),
    depth: test === 'batched' ? depthTokens + promptTokens : before,
    users: run.sequences,
  });
}
