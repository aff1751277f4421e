/**
 * Numbers with a unit that articles may write by hand, each with the reason: they are what a source
 * says or what an example chooses, never a result. Everything else goes through `<Estimate>`,
 * `<Number>`, `<Measured>` or `<Arithmetic>`.
 */
export const ALLOWED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'prompt-processing': {
    '80–100 GFLOP': 'the original’s table, under discussion',
    '160–300 GFLOP': 'the original’s table, under discussion',
    '42.2 GFLOPS': 'the original’s measurement, under discussion',
    '0.2 to 2 TFLOPS': 'the original’s range for desktop processors',
    '4,249.87 tok/s': 'a run in LocalScore’s database',
    '105.28 tok/s': 'the same run',
    '250.67 ms': 'the same run',
    '3.5 GB a second': 'the disk the example chooses, inside the original’s range for NVMe',
    '12 GB': 'the size of the card the example chooses',
  },
  'token-generation': {
    '50 GB/s': 'the original’s example',
    '10 GB': 'the original’s example',
    '12 GB': 'the size of the card the example chooses',
    '0.2 to 2 TFLOPS': 'the original’s range for desktop processors',
    '24 tok/s': 'the original’s matrix, under discussion',
  },
  'how-an-llm-answers': { '12 GB': 'the size of the card the example chooses' },
  'use-cases': {
    '300 seconds': 'the original’s limit of the background class',
    '294 seconds': 'a time that follows from the original’s printed speeds, on its own page',
  },
  'why-local': {
    '128 GB': 'the memory of the machine the example chooses',
    '16 to 32 GB': 'common sizes of memory, as advice',
  },
  'operations-per-token': {},
  'cpu-performance': {
    '15 W': 'base power of the i5-1335U, Intel ARK',
    '42.2 GFLOPS': 'the original’s measurement, under discussion',
    '4.68 GB': 'the file the run used, as its source prints it',
  },
  'memory-bandwidth': {
    '0.5 GB/s': 'the original’s speed of a SATA disk',
    '3.5 GB/s': 'the disk the example chooses, inside the original’s range for NVMe',
    '14 GB/s': 'the original’s fastest disk',
    '1 to 100 GB': 'the original’s range of files',
    '1 to 10 GB/s': 'the original’s range of disks',
    '12 GB': 'the size of the card the example chooses',
  },
  'model-size': {
    '13 and 25 GB': 'the original’s table, under discussion',
    '2–8 GB': 'the original’s text, under discussion',
    '20 GB': 'the original’s text, under discussion',
    '4.7 GB': 'the original’s observation',
    '6.7 GB': 'the original’s observation',
    '10 GB': 'the original’s name of a class',
    '12 GB': 'the size of the card the example chooses',
    '16 GB': 'a common size of card',
    '96 GB': 'the original’s table of systems, under discussion',
  },
};
