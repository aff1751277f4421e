/** Names of the estimator's classes and engines for readers. */

const CLASSES: Readonly<Record<string, string>> = {
  ada: 'NVIDIA Ada (RTX 40)',
  ampere: 'NVIDIA Ampere (RTX 30)',
  blackwell: 'NVIDIA Blackwell (RTX 50)',
  'blackwell-hbm': 'NVIDIA Blackwell with HBM',
  turing: 'NVIDIA Turing (RTX 20)',
  gtx16: 'NVIDIA GTX 16',
  volta: 'NVIDIA Volta',
  a100: 'NVIDIA A100, A30',
  hopper: 'NVIDIA Hopper',
  pascal: 'NVIDIA Pascal (GTX 10)',
  p100: 'NVIDIA P100',
  maxwell: 'NVIDIA Maxwell',
  kepler: 'NVIDIA Kepler',
  gb10: 'NVIDIA GB10 (DGX Spark)',
  jetson: 'NVIDIA Jetson',
  nvidia: 'NVIDIA, other generations',
  strix: 'AMD Strix Halo',
  'amd-igpu': 'AMD integrated graphics',
  gcn: 'AMD GCN (Vega, MI50)',
  cdna: 'AMD CDNA (Instinct)',
  amd: 'AMD, other generations',
  arc1: 'Intel Arc A',
  arc2: 'Intel Arc B',
  'intel-igpu': 'Intel integrated graphics',
  'intel-igpu2': 'Intel Lunar Lake graphics',
  intel: 'Intel, other generations',
  apple: 'Apple, other generations',
  adreno: 'Qualcomm Adreno',
  'cpu-intel': 'Intel CPUs with AVX2',
  'cpu-avx512': 'Intel CPUs with AVX-512',
  'cpu-hybrid': 'Intel CPUs with P- and E-cores',
  'cpu-ryzen': 'AMD CPUs of Zen 1 to 3',
  'cpu-zen4': 'AMD CPUs of Zen 4',
  'cpu-zen5': 'AMD CPUs of Zen 5',
  'cpu-arm': 'Arm CPUs',
  'cpu-board': 'Single-board computers',
  'cpu-apple': 'Apple CPU cores',
  any: 'Any other',
  unknown: 'Other processors',
};

const FORMS: Readonly<Record<string, string>> = {
  laptop: 'laptops',
  thin: 'laptops of 15 W',
  server: 'servers and workstations',
};

/** `m4` becomes `Apple M4`, `rdna3` `AMD RDNA 3`; a class that has no name here keeps its id. */
export function className(id: string): string {
  const apple = /^m(\d)$/.exec(id);
  if (apple) return `Apple M${apple[1]}`;
  const rdna = /^rdna(\d)$/.exec(id);
  if (rdna) return `AMD RDNA ${rdna[1]}`;
  const built = /^(cpu-\w+)-(laptop|thin|server)$/.exec(id);
  if (built) return `${CLASSES[built[1] as string] ?? built[1]}, ${FORMS[built[2] as string]}`;
  return CLASSES[id] ?? id;
}

const ENGINES: Readonly<Record<string, string>> = {
  cuda: 'CUDA',
  metal: 'Metal',
  rocm: 'ROCm',
  vulkan: 'Vulkan',
  sycl: 'SYCL',
  cpu: 'CPU',
  vllm: 'vLLM',
  mlx: 'MLX',
};

export const engineName = (id: string): string => ENGINES[id] ?? id;
