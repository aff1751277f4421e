/** Generation of a CPU or SoC, which the tables do not hold as a column of its own. */

type Rule = [RegExp, string];

const cpuRules: Rule[] = [
  [/^ryzen-\d-(5\d{3})/, 'Zen 3'],
  [/^ryzen-\d-(7\d{3}|8\d{3})/, 'Zen 4'],
  [/^ryzen-\d-9\d{3}/, 'Zen 5'],
  [/^ryzen-ai/, 'Zen 5'],
  [/^threadripper-(pro-)?7/, 'Zen 4'],
  [/^threadripper-(pro-)?9/, 'Zen 5'],
  [/^epyc-(73|77)02/, 'Zen 2'],
  [/^epyc-7763/, 'Zen 3'],
  [/^epyc-8/, 'Zen 4c'],
  [/^epyc-4/, 'Zen 5'],
  [/^epyc-9\d\d4/, 'Zen 4'],
  [/^epyc-9965/, 'Zen 5c'],
  [/^epyc-9\d\d5/, 'Zen 5'],
  [/^epyc-9\d\d[0-9]?[fx]/, 'Zen 5'],
  [/^xeon-e3-1226-v3|^xeon-e5-269[69]-v3/, 'Haswell'],
  [/^xeon-e5-2680-v4/, 'Broadwell'],
  [/^i7-6820hq/, 'Skylake'],
  [/^(i5-8400|i7-8700|i9-9900k)/, 'Coffee Lake'],
  [/^i3-10100/, 'Comet Lake'],
  [/^(i7-12700k|i5-12400)/, 'Alder Lake'],
  [/^(i5-1335u|i7-13700t|i9-13900k|i9-14900k)/, 'Raptor Lake'],
  [/^core-ultra-(9-285k|7-265k)/, 'Arrow Lake'],
  [/^core-ultra-\d-1/, 'Meteor Lake'],
  [/^core-ultra-\d-2/, 'Lunar Lake'],
  [/^xeon-platinum-8280/, 'Cascade Lake'],
  [/^xeon-platinum-8380/, 'Ice Lake'],
  [/^(xeon-platinum-8480|xeon-w9-3495x)/, 'Sapphire Rapids'],
  [/^xeon-platinum-8592/, 'Emerald Rapids'],
  [/^xeon-6980p/, 'Granite Rapids'],
  [/^n100/, 'Gracemont'],
  [/^aws-graviton4/, 'Neoverse V2'],
  [/^ampere-altra/, 'Neoverse N1'],
  [/^snapdragon-x-elite/, 'Oryon'],
];

const socRules: Rule[] = [
  [/^apple-(m\d)/, '$1'],
  [/^ryzen-ai-max/, 'Strix Halo'],
  [/^ryzen-ai-9/, 'Strix Point'],
  [/^ryzen-7-(7840|8840|8845)/, 'Phoenix'],
  [/^nvidia-gb10/, 'GB10'],
  [/^jetson-(orin|agx-orin)/, 'Jetson Orin'],
  [/^jetson-t/, 'Jetson Thor'],
  [/^snapdragon-x-elite/, 'Snapdragon X'],
  [/^core-ultra-\d-1/, 'Meteor Lake'],
  [/^core-ultra-\d-2/, 'Lunar Lake'],
  [/^raspberry-pi-4/, 'BCM2711'],
  [/^raspberry-pi-5/, 'BCM2712'],
  [/^orange-pi/, 'RK3588'],
];

function find(id: string, rules: Rule[]): string {
  for (const [pattern, name] of rules) {
    const match = pattern.exec(id);
    if (match) return name === '$1' ? (match[1] ?? '').toUpperCase() : name;
  }
  throw new Error(`${id}: no architecture known; add a rule to scripts/import/architectures.ts`);
}

export const architectureOfCpu = (id: string): string => find(id, cpuRules);
export const architectureOfSoc = (id: string): string => find(id, socRules);

/** How a SoC is mostly sold: in consumer machines, laptops, small desktops, workstations or boards. */
export function segmentOfSoc(id: string): string {
  if (id.startsWith('apple')) return 'consumer';
  if (/^(jetson|raspberry|orange)/.test(id)) return 'embedded';
  if (id.startsWith('nvidia-gb')) return 'workstation';
  return id.startsWith('ryzen-ai-max') ? 'desktop' : 'laptop';
}
