// Proves which runs the ranges are drawn from.
import { describe, expect, it } from 'vitest';
import type { Residual } from '../../scripts/calibrate/holdout.ts';
import { setSpreads } from '../../scripts/calibrate/stretch.ts';
import { calibration } from '../../src/estimation/calibration.ts';
import type { Calibration } from '../../src/estimation/calibration-types.ts';

const residual = (changes: object, log: number, fold: number): Residual =>
  ({
    observation: {
      phase: 'pp',
      usage: 'gpu',
      classId: 'ada/cuda',
      engine: 'cuda',
      runtimeId: 'llama.cpp-cuda',
      deviceId: `card-${fold}`,
      mixture: false,
      ...changes,
    },
    predicted: 1,
    log,
    fold,
  }) as Residual;

const drawn = (residuals: Residual[]): Calibration => {
  const copy = structuredClone(calibration);
  setSpreads(copy, residuals);
  return copy;
};

describe('ranges', () => {
  const one = [0, 1, 2, 3].flatMap((fold) =>
    [-0.2, -0.1, 0, 0.1, 0.2].map((log) => residual({}, log + 0.02 * fold, fold)),
  );

  it('are not moved by the prompts of several users, which are read as one is', () => {
    const several = [0, 1, 2, 3].map((fold) => residual({ usage: 'batch' }, 3, fold));
    expect(drawn([...one, ...several])).toEqual(drawn(one));
  });

  it('are moved by the prompts of one', () => {
    const far = [0, 1, 2, 3].flatMap((fold) => [residual({}, 3, fold), residual({}, 3, fold)]);
    const high = (c: Calibration) => c.classes['ada/cuda']?.pp[1] ?? 0;
    expect(high(drawn([...one, ...far]))).toBeGreaterThan(2 * high(drawn(one)));
  });
});
