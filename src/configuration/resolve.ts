import { DomainError, type EstimationInput, type Problem } from '../estimation/types.ts';
import { processorOf, readMachine } from './machine.ts';
import { lookUp } from './rows.ts';
import type { Tables } from './tables.ts';
import type { Configuration } from './types.ts';

/**
 * Looks up every id of a configuration and applies every override: what an estimate is made from.
 *
 * Throws DomainError naming each id that does not exist and each override the machine has no place
 * for (GPUs on a machine without one, a runtime its processor cannot run).
 */
export function resolve(configuration: Configuration, tables: Tables): EstimationInput {
  const problems: Problem[] = [];
  const find = <Row>(rows: Record<string, Row>, field: 'model' | 'quant' | 'kv', what: string) => {
    const row = lookUp(rows, configuration[field]);
    if (!row) problems.push({ field, message: `there is no ${what} “${configuration[field]}”` });
    return row;
  };
  const model = find(tables.models, 'model', 'model');
  const quantization = find(tables.quantizations, 'quant', 'quantization');
  const kvType = find(tables.kvTypes, 'kv', 'KV cache type');
  const parts = readMachine(configuration, tables, problems);
  const processor = parts && processorOf(configuration, parts, tables, problems);
  if (!processor || !model || !quantization || !kvType || problems.length > 0)
    throw new DomainError(problems);
  return {
    machine: processor.machine,
    runtime: processor.runtime,
    model,
    quantization,
    kvType,
    flashAttention: configuration.fa === 'on',
    gpuLayers: configuration.ngl,
    microBatchTokens: configuration.ubatch,
    workload: {
      promptTokens: configuration.prompt,
      generatedTokens: configuration.gen,
      depthTokens: configuration.depth,
      concurrentUsers: configuration.users,
    },
    thresholds: thresholdsOf(configuration, tables),
  };
}

function thresholdsOf(configuration: Configuration, { thresholds }: Tables) {
  return {
    interactivePromptSeconds: configuration.maxinput ?? thresholds.interactivePromptSeconds,
    interactiveTokensPerSecond: configuration.mintg ?? thresholds.interactiveTokensPerSecond,
    backgroundSeconds: configuration.maxbackground ?? thresholds.backgroundSeconds,
    offlineSeconds: configuration.maxoffline ?? thresholds.offlineSeconds,
  };
}
