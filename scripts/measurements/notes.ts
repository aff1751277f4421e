/**
 * Takes what the collector wrote in running text apart into columns. What no rule knows stays in
 * the notes; what holds for a whole source and stands in sources.yaml is dropped.
 */
import type { MeasurementColumn } from '../../src/schema/measurement.ts';

export type Cells = Partial<Record<MeasurementColumn, string>>;

interface Rule {
  pattern: RegExp;
  /** Cells of this match; a switch is given by name and collected. */
  cells?: (match: RegExpExecArray) => Cells;
  switches?: readonly string[];
}

const group = (match: RegExpExecArray, index = 1): string => match[index] ?? '';

const systems: Readonly<Record<string, string>> = {
  linux: 'linux',
  windows: 'windows',
  darwin: 'macos',
  macos: 'macos',
  freebsd: 'freebsd',
};

/** `AMD Ryzen 9 5950X 16-Core Processor (znver3)`: the name, and the instruction set LLVM saw. */
function host(match: RegExpExecArray): Cells {
  const parts = /^(.*?)(?: \(([a-z][a-z0-9-]*)\))?$/.exec(group(match).replace(/\s+/g, ' ').trim());
  const isa = parts?.[2];
  return { host_name: parts?.[1] ?? '', ...(isa === undefined ? {} : { host_isa: isa }) };
}

const kv = (k: string, v = k): Cells => ({ kv_k: k, kv_v: v });

/** Facts told once in sources.yaml, or by a column already. */
const TOLD_ELSEWHERE = [
  /avg over the 9 LocalScore tests \([^)]*\)/,
  /via d893a\/localscore-leaderboard TSV/,
  /scoreboard row (transcribed )?via [^;]*/,
  /(?:table row )?via a public secondary transcription/,
  /F16 columns via [^;]* row matched by Q8_0 value/,
  /date as stated: 2025-2026 \(scoreboard(?: read 2026-04)?\)/,
  /read via fork [^;]* of the same file/,
  /llama-sweep-bench: pp and tg both measured with N_KV=depth tokens already cached/,
  /llama-batched-bench/,
  /B sequences, aggregate t\/s/,
  /aggregate t\/s over B sequences/,
  /aggregate output tok\/s over all streams/,
  /decode rate excl\. TTFT/,
  /^llama-bench$/,
  /tg N: context grows 0\.\.N during the test/,
  /context grows 0\.\.N/,
  /^decode rate$/,
  /single-stream wall rate incl\. TTFT/,
  /^single stream$/,
  /median-speed run of 3/,
  /^llama\.cpp main$/,
  /context grows during generation/,
  /median decode run of 3/,
  /prefill\/TTFT left out \(runs 2-3 hit prompt cache\)/,
  /^depth = prompt tokens$/,
  /vendor-published, max CPU\/NPU clocks/,
  /tensor parallel assumed when gpu_count>1/,
] as const;

const RULES: readonly Rule[] = [
  ...TOLD_ELSEWHERE.map((pattern) => ({ pattern })),
  { pattern: /^cpu=(.+)$/, cells: host },
  { pattern: /^host[= ](.+)$/, cells: host },
  { pattern: /^ram=([\d.]+)GB$/, cells: (m) => ({ ram_gb: group(m) }) },
  { pattern: /^(?:accel_ram|vram)=([\d.]+)GB$/, cells: (m) => ({ vram_gb: group(m) }) },
  { pattern: /^(\d+) GB RAM$/, cells: (m) => ({ ram_gb: group(m) }) },
  {
    pattern: /^os=(\w+)$/,
    cells: (m) => ({ os: systems[group(m).toLowerCase()] ?? group(m).toLowerCase() }),
  },
  { pattern: /\bWindows( 11)?\b/, cells: () => ({ os: 'windows' }) },
  { pattern: /\bub=(\d+)/, cells: (m) => ({ micro_batch_tokens: group(m) }) },
  { pattern: /\bkv[= ]f16\b/, cells: () => kv('f16') },
  { pattern: /\bkv=q8_0\/q8_0/, cells: () => kv('q8_0') },
  { pattern: /\bkv=q8_0\b/, cells: () => kv('q8_0') },
  { pattern: /\bkv=K q8_0\/V f16/, cells: () => kv('q8_0', 'f16') },
  { pattern: /\bkv=(?:bfloat16|auto \(BF16\))/, cells: () => kv('bf16') },
  { pattern: /\bkv=fp8_e4m3/, cells: () => kv('fp8_e4m3') },
  { pattern: /\bkv=fp8\b/, cells: () => kv('fp8') },
  { pattern: /\bkv=int8_per_token_head/, cells: () => kv('int8') },
  { pattern: /^KV q8_0$/, cells: () => kv('q8_0') },
  { pattern: /^K cache q8_0$/, cells: () => ({ kv_k: 'q8_0' }) },
  {
    pattern: /^tp=(\d+) pp=(\d+) instances=1$/,
    cells: (m) => ({ tensor_parallel: group(m), pipeline_parallel: group(m, 2) }),
  },
  {
    pattern: /^TP(\d+)$/,
    cells: (m) => ({ tensor_parallel: group(m), pipeline_parallel: '1', split: 'tensor' }),
  },
  {
    pattern: /^PP(\d+)$/,
    cells: (m) => ({ tensor_parallel: '1', pipeline_parallel: group(m), split: 'pipeline' }),
  },
  { pattern: /\blayer split\b/, cells: () => ({ split: 'layer' }) },
  { pattern: /\bpipeline parallel\b/, cells: () => ({ split: 'pipeline' }) },
  { pattern: /^power limit (\d+) W\/GPU$/, cells: (m) => ({ power_limit_watts: group(m) }) },
  {
    pattern: /^TDP setting (\d+) W \(limit, not measured power\)$/,
    cells: (m) => ({ power_limit_watts: group(m) }),
  },
  { pattern: /power_w = sum of GPU sensors/, cells: () => ({ power_scope: 'gpu-sensors' }) },
  {
    pattern: /power_w = average GPU\/APU sensor power during test, incl\. load/,
    cells: () => ({ power_scope: 'sensor' }),
  },
  {
    pattern: /power_w = sum of both cards as stated \(\d+\+\d+ W\)/,
    cells: () => ({ power_scope: 'cards' }),
  },
  {
    pattern: /README power is peak wall power of whole system/,
    cells: () => ({ power_scope: 'wall-peak' }),
  },
  {
    pattern: /power = average wall power of whole system/,
    cells: () => ({ power_scope: 'wall-average' }),
  },
  { pattern: /wall power of whole system/, cells: () => ({ power_scope: 'wall' }) },
  { pattern: /(?:-ot )?exps[= ](?:on )?CPU/, cells: () => ({ on_cpu: 'experts' }) },
  { pattern: /all \d+ experts; experts on CPU/, cells: () => ({ on_cpu: 'experts' }) },
  { pattern: /experts on CPU/, cells: () => ({ on_cpu: 'experts' }) },
  {
    pattern: /experts of (last )?(\d+) layers on CPU(?: \(-ot\))?/,
    cells: (m) => ({ on_cpu: `experts of ${group(m)}${group(m, 2)} layers` }),
  },
  {
    pattern: /part of experts on CPU(?: \(-ot\))?/,
    cells: () => ({ on_cpu: 'part of the experts' }),
  },
  {
    pattern: /FFN of layers (\d+-\d+) on CPU/,
    cells: (m) => ({ on_cpu: `feed-forward of layers ${group(m)}` }),
  },
  {
    pattern: /FFN layers (\d+-\d+) on (?:the two GPUs|GPU)/,
    cells: (m) => ({ on_cpu: `feed-forward beyond layers ${group(m)}` }),
  },
  { pattern: /\bquad-channel\b/, cells: () => ({ memory_channels: '4' }) },
  { pattern: /^GPU layers (\d+)$/, cells: (m) => ({ gpu_layers: group(m) }) },
  { pattern: /^no cooperative matrix$|, no cooperative matrix/, switches: ['no-coopmat'] },
  { pattern: /\bNV_coopmat2\b/, switches: ['nv-coopmat2'] },
  { pattern: /\bKHR_coopmat\b/, switches: ['khr-coopmat'] },
  { pattern: /\brocWMMA (?:flash attention|FA)\b/, switches: ['rocwmma'] },
  { pattern: /\bhipBLASLt=1\b/, switches: ['hipblaslt'] },
  { pattern: /^GPU 0 ONLY(?: \(pciBus 6 - bottom slot, display\))?$/, switches: ['card-0'] },
  { pattern: /^GPU 1 ONLY(?: \(pciBus 15 - top slot, compute\))?$/, switches: ['card-1'] },
  { pattern: /^RADV$/, switches: ['radv'] },
  { pattern: /^AMDVLK$/, switches: ['amdvlk'] },
  { pattern: /\brun-time repack \(-rtr\)/, switches: ['run-time-repack'] },
  { pattern: /-rtr\b/, switches: ['run-time-repack'] },
  { pattern: /-fmoe\b/, switches: ['fused-moe'] },
  { pattern: /\bmla=2\b/, switches: ['mla-2'] },
  { pattern: /\bmla=3\b/, switches: ['mla-3'] },
  { pattern: /\bnuma interleave\b/, switches: ['numa-interleave'] },
  { pattern: /\bsingle NUMA node via interleave\b/, switches: ['numa-interleave'] },
  { pattern: /\bshared prompt \(-pps\)/, switches: ['shared-prompt'] },
  { pattern: /CUDA graph disabled|enforce-eager/, switches: ['no-cuda-graphs'] },
  { pattern: /opt-in xmem GEMM/, switches: ['xmem-gemm'] },
];

/** Switches that a word of the notes implies while the words themselves stay. */
const IMPLIED: readonly { pattern: RegExp; name: string }[] = [
  { pattern: /toolbox vulkan_radv/, name: 'radv' },
  { pattern: /toolbox rocm\S*-rocwmma/, name: 'rocwmma' },
];

function apply(fragment: string, cells: Cells, switches: Set<string>): string {
  let rest = fragment;
  for (const rule of RULES) {
    const match = rule.pattern.exec(rest);
    if (!match) continue;
    Object.assign(cells, rule.cells?.(match));
    for (const name of rule.switches ?? []) switches.add(name);
    rest = rest
      .replace(rule.pattern, '')
      .replace(/\s+/g, ' ')
      .replace(/^[\s,]+|[\s,]+$/g, '');
    if (rest === '') return '';
  }
  return rest.replace(/\s*,(\s*,)+\s*/g, ', ');
}

/** Columns told by the notes, and the notes that remain. */
export function readNotes(notes: string): { cells: Cells; rest: string } {
  const cells: Cells = {};
  const switches = new Set<string>();
  const kept = notes
    .split(';')
    .map((fragment) => apply(fragment.trim(), cells, switches))
    .filter((fragment) => fragment !== '');
  for (const { pattern, name } of IMPLIED) if (pattern.test(notes)) switches.add(name);
  if (switches.size > 0) cells.switches = [...switches].sort().join(' ');
  return { cells, rest: kept.join('; ') };
}
