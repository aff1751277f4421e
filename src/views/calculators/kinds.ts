/**
 * The chapters' calculators: what each asks, what it shows, and where it stands. An author names one
 * by its kind; everything else is here.
 */
import type { RulerName } from './controls.ts';
import type { OwnField } from './own-fields.ts';

/** A control by name: pickers, lists, the layers slider, or a slider of the configuration. */
export type ControlName = 'hw' | 'model' | 'quant' | 'kv' | 'runtime' | 'layers' | RulerName;

/** What a calculator is about, for lists. */
export const GROUPS = ['Speed', 'Memory', 'Hardware'] as const;
export type Group = (typeof GROUPS)[number];

export interface PanelKind {
  title: string;
  /** What it answers, in one line, for lists. */
  line: string;
  group: Group;
  /** Controls of the page's configuration; absent where only the reader's own numbers matter. */
  controls?: ControlName[];
  fields?: OwnField[];
  /** It draws a line chart. */
  chart?: true;
  /** The configuration its own page opens with, as attributes. */
  usual?: Record<string, string | number>;
}

const whole = (
  key: string,
  label: string,
  unit: string,
  low: number,
  high: number,
  usual: number,
): OwnField => ({ key, label, unit, low, high, whole: true, usual });

const clock = (key: string, label: string, usual: number): OwnField => ({
  key,
  label,
  unit: 'GHz',
  low: 0.1,
  high: 10,
  usual,
});

const plainly = (
  key: string,
  label: string,
  unit: string,
  high: number,
  usual: number,
): OwnField => ({ key, label, unit, low: 0.001, high, usual });

/** Nothing usual: the reader is asked. */
const asked = (key: string, label: string, unit: string, high: number): OwnField => ({
  key,
  label,
  unit,
  low: 0.001,
  high,
  optional: true,
});

const GUIDE_PROMPT = { prompt: 1024, gen: 256 };

export const PANEL_KINDS = {
  ops: {
    title: 'How many operations does a token take?',
    line: 'Operations of one token for any model, by part, beside the rule 2·N·d² and the original’s table.',
    group: 'Speed',
    controls: ['model', 'depth'],
    usual: { model: 'llama-2-7b' },
  },
  size: {
    title: 'How large is the file, and what do fewer bits cost?',
    line: 'Parameters and file size in each format, with the perplexity that rounding adds.',
    group: 'Memory',
    controls: ['model', 'quant'],
    chart: true,
  },
  context: {
    title: 'How much memory does the context take?',
    line: 'Bytes of KV cache a token, what a context takes, and the longest one that fits.',
    group: 'Memory',
    controls: ['hw', 'model', 'quant', 'kv', 'depth', 'vram'],
    usual: { hw: 'rtx-3060-12gb', model: 'llama-3.1-8b', depth: 8192, prompt: 256, gen: 256 },
  },
  users: {
    title: 'How many users can share it?',
    line: 'Throughput against latency when several users ask at once, and how many of them fit.',
    group: 'Speed',
    controls: ['hw', 'model', 'quant', 'users', 'prompt', 'gen'],
    chart: true,
    usual: { users: 4, ...GUIDE_PROMPT },
  },
  flops: {
    title: 'How many FLOPS has a CPU?',
    line: 'Peak of a CPU from cores, clock, SIMD width and units, and the share that was measured.',
    group: 'Hardware',
    fields: [
      whole('p', 'Performance cores', 'cores', 1, 1024, 2),
      whole('e', 'Efficiency cores', 'cores', 0, 1024, 8),
      clock('pghz', 'Clock of a performance core', 4.6),
      clock('eghz', 'Clock of an efficiency core', 3.4),
      whole('pfma', 'Multiply-add units of a performance core', '', 1, 8, 2),
      whole('efma', 'Multiply-add units of an efficiency core', '', 1, 8, 1),
      whole('bits', 'SIMD width', 'bits', 32, 2048, 256),
      {
        key: 'gflops',
        label: 'Measured',
        unit: 'GFLOPS',
        low: 0.001,
        high: 1e6,
        usual: 42.2,
        optional: true,
      },
    ],
  },
  original: {
    title: 'What do the simplified formulas say?',
    line: 'PP, T_first and TG as the first document works them out, with your own numbers, and which bound applies.',
    group: 'Speed',
    fields: [
      plainly('f', 'F_cpu: arithmetic', 'GFLOPS', 1e9, 1000),
      { ...plainly('e', 'E_par: share that is used', '', 1, 0.75), low: 0.01 },
      plainly('op', 'OP_token: operations of a token', 'GFLOP', 1e5, 90),
      plainly('bw', 'BW_mem: memory bandwidth', 'GB/s', 1e5, 50),
      plainly('s', 'S_model: size of the model', 'GB', 1e5, 10),
      whole('l', 'L_prompt: prompt', 'tokens', 1, 10_000_000, 1024),
      { ...plainly('cold', 'Part of the model to read first (0: warm start)', '', 1, 1), low: 0 },
    ],
  },
  parallel: {
    title: 'How well do cores work together?',
    line: 'E_par from a measured speed-up, the serial share behind it, and Amdahl’s limit.',
    group: 'Hardware',
    chart: true,
    fields: [
      {
        ...whole('n', 'Cores', 'cores', 2, 1024, 16),
        slider: { low: 2, high: 128, log: true, step: 1 },
      },
      {
        key: 's',
        label: 'Speed-up over one core',
        unit: 'times',
        low: 0.01,
        high: 2048,
        usual: 10,
        slider: { low: 1, high: 128, log: true, step: 0.1 },
      },
      {
        ...whole('more', 'Cores to ask about', 'cores', 1, 4096, 32),
        slider: { low: 1, high: 256, log: true, step: 1 },
      },
    ],
  },
  bandwidth: {
    title: 'How fast is the memory?',
    line: 'Memory bandwidth from channels, speed and width, AMD’s fabric limit, and the share that programs reach.',
    group: 'Memory',
    fields: [
      whole('ch', 'Channels', 'channels', 1, 96, 2),
      whole('bits', 'Width of a channel', 'bits', 8, 8192, 64),
      {
        ...whole('mts', 'Memory speed', 'MT/s', 100, 40_000, 5600),
        slider: { low: 1600, high: 12_800, step: 100 },
      },
      {
        key: 'share',
        label: 'Share reached',
        unit: '',
        low: 0.01,
        high: 1,
        usual: 0.8,
        slider: { low: 0.1, high: 1, step: 0.01 },
      },
      whole('ccd', 'AMD’s core dies (0: no such limit)', 'dies', 0, 32, 2),
      { ...clock('fclk', 'Fabric clock', 2), high: 5 },
      {
        key: 'gb',
        label: 'File of the model',
        unit: 'GB',
        low: 0.01,
        high: 10_000,
        usual: 9,
        slider: { low: 0.5, high: 500, log: true, step: 0.1 },
      },
    ],
  },
  load: {
    title: 'How long does a model take to load?',
    line: 'From disk to RAM to GPU, and the first token after a cold start.',
    group: 'Memory',
    controls: ['hw', 'model', 'quant'],
    fields: [
      {
        key: 'disk',
        label: 'The disk reads',
        unit: 'GB/s',
        low: 0.01,
        high: 200,
        usual: 7,
        slider: { low: 0.1, high: 20, log: true, step: 0.1 },
      },
    ],
    usual: GUIDE_PROMPT,
  },
  hybrid: {
    title: 'What if it does not fit on the GPU?',
    line: 'Which layers or experts stay in RAM, and what that costs in speed.',
    group: 'Hardware',
    controls: ['hw', 'model', 'quant', 'layers', 'prompt', 'vram'],
    chart: true,
    usual: { hw: 'rtx-4060-ti-8gb', ...GUIDE_PROMPT },
  },
  gpus: {
    title: 'What do more GPUs bring?',
    line: 'Number of GPUs, whole layers or every layer split, and what their link costs.',
    group: 'Hardware',
    controls: ['hw', 'model', 'quant', 'count', 'runtime', 'prompt'],
    usual: { hw: 'rtx-3090', model: 'llama-3.3-70b', count: 2, ...GUIDE_PROMPT },
  },
  localscore: {
    title: 'What would LocalScore say?',
    line: 'Estimated LocalScore of any machine and model: nine tests, their means, the band.',
    group: 'Speed',
    controls: ['hw', 'model', 'quant', 'runtime'],
  },
  energy: {
    title: 'How much energy does an answer take?',
    line: 'Joules a token, watt-hours and cost of an answer, from measured watts or your own.',
    group: 'Hardware',
    controls: ['hw', 'model', 'quant', 'prompt', 'gen'],
    fields: [
      asked('watts', 'Power at the wall while it runs', 'W', 100_000),
      asked('kwh', 'Price of a kWh, in your currency', '', 100),
      asked('day', 'Answers a day', '', 1e7),
      asked('price', 'Price of the machine, in your currency', '', 1e8),
      asked('years', 'Years of use', '', 100),
      asked('other', 'Another machine’s power', 'W', 100_000),
    ],
    usual: { hw: 'rtx-4090', ...GUIDE_PROMPT },
  },
  takes: {
    title: 'What would it take?',
    line: 'The least bandwidth, arithmetic, memory and GPUs, or the largest model, prompt, context and number of users, for limits you set.',
    group: 'Speed',
    controls: ['hw', 'model', 'quant', 'prompt', 'gen', 'users'],
    fields: [
      { ...asked('ttft', 'Time to first token, at most', 's', 1e6), usual: 3 },
      { ...asked('tg', 'Token generation, at least', 'tok/s', 1e6), usual: 10 },
      asked('total', 'Prompt and answer, at most', 's', 1e7),
    ],
    usual: { hw: 'rtx-3060-12gb', prompt: 4096, gen: 256 },
  },
  cost: {
    title: 'What does owning cost, and when does it pay?',
    line: 'Purchase, electricity and cooling a year, an answer and a million tokens; months until it is cheaper than an API or a rented GPU.',
    group: 'Hardware',
    controls: ['hw', 'model', 'quant', 'prompt', 'gen', 'users'],
    chart: true,
    fields: [
      asked('price', 'Price of the machine (empty: the catalogue’s)', '', 1e8),
      asked('load', 'Power while it works (empty: measured)', 'W', 1e5),
      { ...asked('idle', 'Power at rest (empty: measured)', 'W', 1e5), low: 0 },
      { ...plainly('life', 'Years of use', 'years', 30, 4), low: 0.5 },
      { ...plainly('resale', 'Share of the price it then sells for', '', 1, 0.2), low: 0 },
      { ...plainly('hours', 'Switched on', 'h a day', 24, 8), low: 0.1 },
      {
        ...plainly('busy', 'Of that at work', '', 1, 0.25),
        slider: { low: 0.01, high: 1, step: 0.01 },
      },
      { ...asked('kwh', 'Price of a kWh', '', 10), usual: 0.1648 },
      { ...plainly('cooling', 'Cooling, per unit of electricity', '', 2, 0), low: 0 },
      { ...asked('grams', 'CO2 of a kWh', 'g', 2000), low: 0 },
      { ...asked('apiin', 'API, a million tokens read', '', 1e4), low: 0, usual: 0.03 },
      { ...asked('apiout', 'API, a million tokens written', '', 1e4), low: 0, usual: 0.17 },
      asked('rent', 'Rented GPU, an hour', '', 1e4),
    ],
    usual: {
      hw: 'framework-desktop-128gb',
      model: 'gpt-oss-120b',
      quant: 'mxfp4',
      prompt: 1024,
      gen: 512,
    },
  },
} as const satisfies Record<string, PanelKind>;

export type PanelKindName = keyof typeof PANEL_KINDS;
