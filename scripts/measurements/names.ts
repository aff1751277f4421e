/** Turns CPU names as programs print them into catalogue ids. */

/** Words that name no part: trademarks, core counts, graphics, clocks. */
const NOISE: readonly RegExp[] = [
  /\((?:R|TM|tm)\)/g,
  /\s*\([^)]*\)/g,
  /\s(?:w\/|with)\s.*$/,
  /\s*@\s*[\d.]+GHz/g,
  /\b\d+(?:th|nd|rd|st) Gen\b/g,
  /\b(?:\d+|Eight)-Cores?\b/g,
  /\b(?:Processor|CPU)\b/g,
  /\s0(?=\s|$)/g,
];

const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^(?:intel|amd) /, ''],
  [/^core (?=i\d)/, ''],
  [/^ryzen (?=threadripper)/, ''],
];

/** `13th Gen Intel Core i7-13700K (alderlake)` → `i7-13700k`. */
export function cpuIdOf(name: string): string {
  let text = NOISE.reduce((rest, pattern) => rest.replace(pattern, ' '), name);
  text = text.replace(/\s+/g, ' ').trim().toLowerCase();
  for (const [pattern, replacement] of PREFIXES) text = text.replace(pattern, replacement);
  return text
    .replace(/\+/g, '-plus')
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Sockets, memory channels and speed where a device's name tells them: `2x … (12ch DDR4-2666)`. */
export function memoryOf(name: string): { sockets?: string; channels?: string; mts?: string } {
  const sockets = /(\d)x (?:Intel Xeon|AMD EPYC)/.exec(name)?.[1];
  const channels = /(\d+)ch DDR/.exec(name)?.[1];
  const mts = /DDR\d-(\d{4})/.exec(name)?.[1];
  return {
    ...(sockets === undefined ? {} : { sockets }),
    ...(channels === undefined ? {} : { channels }),
    ...(mts === undefined ? {} : { mts }),
  };
}
