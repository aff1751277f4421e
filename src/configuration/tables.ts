import type {
  DeviceRow,
  KvTypeRow,
  ModelRow,
  QuantizationRow,
  RuntimeRow,
  SystemRow,
  WorkflowThresholds,
} from '../estimation/types.ts';

/**
 * The rows a configuration's ids are looked up in, as plain JSON: built by the catalogue, handed to
 * pages, islands (one hashed file) and the command line alike.
 */
export interface Tables {
  devices: Record<string, DeviceRow>;
  systems: Record<string, SystemRow>;
  models: Record<string, ModelRow>;
  quantizations: Record<string, QuantizationRow>;
  kvTypes: Record<string, KvTypeRow>;
  runtimes: Record<string, RuntimeRow>;
  thresholds: WorkflowThresholds;
  useCases: {
    id: string;
    name: string;
    description: string;
    promptTokens: number;
    generatedTokens: number;
    set: 'guide' | 'localscore';
  }[];
}
