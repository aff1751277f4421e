// Proves the formulas of the chapters' calculators: the original guide's worked examples, its errors put right, and their limits.
import { describe, expect, it } from 'vitest';
import { energyCost, requestEnergy, speedToBreakEven } from '../../src/estimation/answer-energy.ts';
import { usersInClass, usersThatFit } from '../../src/estimation/capacity.ts';
import { corePeakFlop, cpuPeakFlop, flopPerCycleOf } from '../../src/estimation/cpu-peak.ts';
import { estimate } from '../../src/estimation/estimate.ts';
import { addedBandwidthSpeed, splitSpeed } from '../../src/estimation/hybrid-split.ts';
import { readLink } from '../../src/estimation/links.ts';
import { loadSeconds, transferSeconds } from '../../src/estimation/loading.ts';
import {
  fabricBandwidth,
  memoryBandwidth,
  moduleBandwidth,
} from '../../src/estimation/memory-bus.ts';
import {
  amdahlLimit,
  amdahlSpeedUp,
  parallelEfficiency,
  serialShare,
} from '../../src/estimation/parallel.ts';
import { attainableFlop } from '../../src/estimation/roofline.ts';
import { configuration, llama2_7b, llama3_8b, q4_0, q8_0, rtx4090, ryzen7950x } from './rows.ts';

describe('peak of a CPU', () => {
  const performance = { cores: 2, clockHertz: 4.6e9, lanes: 8, fmaUnits: 1 };
  const efficiency = { cores: 8, clockHertz: 3.4e9, lanes: 8, fmaUnits: 1 };

  it('is the original’s 73.6, 54.4 and 582.4 GFLOPS for an i5-1335U counted with one unit a core', () => {
    expect(corePeakFlop(performance) / 1e9).toBeCloseTo(73.6, 9);
    expect(corePeakFlop(efficiency) / 1e9).toBeCloseTo(54.4, 9);
    const peak = cpuPeakFlop([performance, efficiency]) / 1e9;
    expect(peak).toBeCloseTo(582.4, 9);
    expect(42.2 / peak).toBeCloseTo(0.0725, 4);
  });

  it('is 729.6 GFLOPS with the two units that its performance cores have', () => {
    // 2 · 4.6 · 32 + 8 · 3.4 · 16 = 294.4 + 435.2.
    const both = { ...performance, fmaUnits: 2 };
    expect(cpuPeakFlop([both, efficiency]) / 1e9).toBeCloseTo(729.6, 9);
    expect(flopPerCycleOf(both)).toBe(32);
  });

  it('of no cores is nothing', () => {
    expect(cpuPeakFlop([])).toBe(0);
  });
});

describe('parallel efficiency', () => {
  it('of 16 cores ten times as fast as one is 0.625', () => {
    expect(parallelEfficiency(10, 16)).toBe(0.625);
  });

  it('leaves 4 % serial, hence at most 25 times, and 14.3 times on 32 cores', () => {
    // (1.6 − 1) / 15 = 0.04; 1 / (0.04 + 0.96 / 32) = 1 / 0.07.
    const serial = serialShare(10, 16);
    expect(serial).toBeCloseTo(0.04, 12);
    expect(amdahlLimit(serial)).toBeCloseTo(25, 9);
    expect(amdahlSpeedUp(serial, 32)).toBeCloseTo(14.2857, 4);
  });

  it('goes back to the measured speed-up, and to one on one core', () => {
    expect(amdahlSpeedUp(serialShare(10, 16), 16)).toBeCloseTo(10, 9);
    expect(amdahlSpeedUp(0.3, 1)).toBe(1);
  });

  it('has no limit where nothing is serial', () => {
    expect(amdahlSpeedUp(0, 64)).toBe(64);
    expect(amdahlLimit(0)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('memory bandwidth', () => {
  it.each([
    ['Ryzen 9 9950X, two DDR5-5600', 2, 5600, 89.6],
    ['the same with four modules at 3600', 2, 3600, 57.6],
    ['Threadripper 7970X, four DDR5-5200', 4, 5200, 166.4],
    ['EPYC 9554P, twelve DDR5-4800', 12, 4800, 460.8],
    ['Ryzen AI MAX+ PRO 395, 256 bits of LPDDR5X-8000', 4, 8000, 256],
    ['DDR4-3200 in four channels', 4, 3200, 102.4],
  ])('%s', (_, channels, megatransfers, gigabytes) => {
    const modules = { channels, transfersPerSecond: megatransfers * 1e6, channelBits: 64 };
    expect(moduleBandwidth(modules) / 1e9).toBeCloseTo(gigabytes, 9);
  });

  it('is cut by AMD’s fabric where there are few dies, and not where there are many', () => {
    // Ryzen 5 7400F: 1 · 32 · 1.8 = 57.6 of 83.2; EPYC 9755: 16 · 32 · 2.0 = 1,024 of 537.6.
    expect(memoryBandwidth(83.2e9, fabricBandwidth({ dies: 1, clockHertz: 1.8e9 }))).toBe(57.6e9);
    expect(memoryBandwidth(537.6e9, fabricBandwidth({ dies: 16, clockHertz: 2e9 }))).toBe(537.6e9);
    expect(memoryBandwidth(83.2e9)).toBe(83.2e9);
  });
});

describe('loading', () => {
  it('takes 100 s for 100 GB at 1 GB/s, not the 90 s of the original, and 0.1 s for 1 GB at 10', () => {
    expect(transferSeconds(100e9, 1e9)).toBe(100);
    expect(transferSeconds(1e9, 10e9)).toBe(0.1);
  });

  it('lies between both paths at once and one after the other', () => {
    const file = { fileBytes: 10e9, gpuBytes: 9e9, linkBytesPerSecond: 20e9 };
    const cold = loadSeconds({ ...file, diskBytesPerSecond: 5e9 });
    expect(cold).toEqual({ disk: 2, link: 0.45, inTurn: 2.45, overlapped: 2 });
    expect(loadSeconds(file)).toEqual({ disk: 0, link: 0.45, inTurn: 0.45, overlapped: 0.45 });
  });
});

describe('links', () => {
  it('OCuLink is four lanes of PCIe 4, a quarter of the slot of a desktop', () => {
    // 0.8 · 4 · 1.969 GB/s.
    expect(readLink('oculink').bytesPerSecond / 1e9).toBeCloseTo(6.3, 1);
    expect(readLink('pcie4x16').bytesPerSecond / readLink('oculink').bytesPerSecond).toBeCloseTo(
      4,
      9,
    );
  });
});

describe('weights in two memories', () => {
  const split = {
    gpuBytes: 6e9,
    cpuBytes: 3e9,
    gpuBytesPerSecond: 300e9,
    cpuBytesPerSecond: 60e9,
  };

  it('take the sum of both times, and adding bandwidths would promise three times that', () => {
    // 6/300 + 3/60 = 0.02 + 0.05 s; (300 + 60) / 9 = 40.
    expect(splitSpeed(split)).toBeCloseTo(14.2857, 4);
    expect(addedBandwidthSpeed(split)).toBe(40);
  });

  it('with nothing on the CPU come to bandwidth over size', () => {
    expect(splitSpeed({ ...split, cpuBytes: 0 })).toBeCloseTo(50, 9);
  });
});

describe('the roofline', () => {
  it('rises with the work per byte until the processor’s peak', () => {
    // RTX 4090: 1,008 GB/s and 165.2 TFLOPS meet at 163.9 FLOP a byte.
    const card = { bandwidthBytesPerSecond: 1008e9, flopPerSecond: 165.2e12 };
    expect(attainableFlop({ ...card, flopPerByte: 4 })).toBe(4032e9);
    expect(attainableFlop({ ...card, flopPerByte: 200 })).toBe(165.2e12);
  });
});

describe('energy', () => {
  it('of a minute at 60 W is a Wh, and costs 0.04 cents at 0.40 a kWh', () => {
    expect(requestEnergy(60, 60) / 3600).toBe(1);
    expect(energyCost(requestEnergy(60, 60), 0.4)).toBeCloseTo(0.0004, 12);
  });

  it('a machine of 320 W must be 5.61 times as fast as one of 57 W', () => {
    expect(speedToBreakEven(320, 57)).toBeCloseTo(5.61, 2);
  });
});

describe('users', () => {
  it('23 conversations of 4,096 tokens fit beside Llama 2 7B Q8_0 in 64 GB of RAM', () => {
    // 90 % of 64 GB less 7.161 GB of weights and 0.078 of buffers, over 524,288 · 4,096 byte: 23.4.
    const input = configuration(ryzen7950x, llama2_7b, q8_0, { prompt: 3072, gen: 1024 });
    expect(usersThatFit(input)).toBe(23);
  });

  it('none where the model itself does not fit', () => {
    const input = configuration(rtx4090, llama3_8b, q8_0);
    const small = { ...input.machine, acceleratorMemoryBytes: 2e9 };
    expect(usersThatFit({ ...input, machine: small })).toBe(0);
  });

  it('as many are served in a class as the estimate says, and one more are not', () => {
    const input = configuration(rtx4090, llama3_8b, q4_0, { prompt: 1024, gen: 256 });
    const users = usersInClass(input, 'interactive');
    const classOf = (concurrentUsers: number) =>
      estimate({ ...input, workload: { ...input.workload, concurrentUsers } }).workflowClass;
    expect(users).toBeGreaterThan(1);
    expect(classOf(users)).toBe('interactive');
    expect(classOf(users + 1)).not.toBe('interactive');
    expect(usersInClass(input, 'background')).toBeGreaterThanOrEqual(users);
  });
});
