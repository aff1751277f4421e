// Proves what the command line prints and with which status it ends, by running it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

function run(argument: string[], input = '') {
  const { stdout, stderr, status } = spawnSync(
    'npm',
    ['run', '--silent', 'estimate', '--', ...argument],
    {
      cwd: root,
      input,
      encoding: 'utf8',
    },
  );
  return {
    stdout,
    stderr,
    status,
    lines: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

const LINK = 'hw=rtx-4090&model=llama-3.1-8b&quant=q4_k_m&prompt=1024&gen=128&v=1';

describe('one query', () => {
  const { lines, stderr, status } = run([LINK]);
  const [result] = lines;

  test('prints one object with every promised key and nothing else', () => {
    expect({ count: lines.length, stderr, status }).toEqual({ count: 1, stderr: '', status: 0 });
    expect(Object.keys(result)).toEqual([
      'config',
      'permalink',
      'pp',
      'tg',
      'ttft',
      'total',
      'memory',
      'workflowClass',
      'bound',
      'terms',
      'assumptions',
    ]);
    expect(Object.keys(result.memory)).toEqual(
      expect.arrayContaining([
        'weightBytes',
        'kvBytes',
        'computeBytes',
        'runtimeBytes',
        'totalBytes',
        'capacityBytes',
        'fits',
      ]),
    );
  });

  test('says what it understood, defaults included, and the canonical link', () => {
    expect(result.config).toEqual({
      hw: 'rtx-4090',
      model: 'llama-3.1-8b',
      quant: 'q4_k_m',
      kv: 'f16',
      fa: 'on',
      ngl: 'auto',
      ubatch: 512,
      prompt: 1024,
      gen: 128,
      depth: 0,
      users: 1,
      v: 1,
    });
    expect(result.permalink).toBe(`/configure/?${LINK}`);
  });

  test('every quantity has its range around the central value', () => {
    for (const key of ['pp', 'tg', 'ttft', 'total']) {
      const { low, central, high } = result[key];
      expect(low).toBeLessThan(central);
      expect(central).toBeLessThan(high);
    }
  });

  test('weights and cache are what a file and a cache of this size hold', () => {
    // Llama 3.1 8B in Q4_K_M: 4.58 GiB; KV in f16: 131,072 bytes a token for 1,152 tokens.
    expect(result.memory.weightBytes / 2 ** 30).toBeCloseTo(4.58, 1);
    expect(result.memory.kvBytes).toBeGreaterThanOrEqual(131_072 * 1152);
    expect(result.memory.fits).toBe(true);
  });
});

describe('many queries', () => {
  const queries = [
    LINK,
    'hw=nothing&prompt=10',
    'prompt=-5&colour=red',
    '',
    `https://guide.example/configure/?${LINK}#terms`,
    'hw=rtx-4090&model=llama-3.1-8b&quant=q4_k_m&prompt=0&gen=64&depth=8192',
    'hw=raspberry-pi-5-8gb&model=llama-3.2-3b&quant=q4_k_m&ngl=0',
    'hw=rtx-4090&prompt=0&gen=0',
  ];
  const { lines, stderr, status } = run(['-'], `${queries.join('\n')}\n`);

  test('one line each, in order, and the good ones go on after a bad one', () => {
    expect({ count: lines.length, stderr, status }).toEqual({ count: 8, stderr: '', status: 0 });
    expect(lines.map((line) => ('errors' in line ? 'refused' : 'estimated'))).toEqual([
      'estimated',
      'refused',
      'refused',
      'estimated',
      'estimated',
      'estimated',
      'estimated',
      'refused',
    ]);
  });

  test('a refusal names each field and what is wrong', () => {
    expect(lines[1]).toEqual({
      errors: [{ field: 'hw', message: 'there is no system or device “nothing”' }],
    });
    expect(lines[2].errors.map(({ field }: { field: string }) => field)).toEqual([
      'prompt',
      'colour',
    ]);
    expect(lines[2].errors[0].message).toContain('0 to 10000000 tokens');
    expect(lines[7].errors[0].field).toBe('gen');
  });

  test('an empty line is the default configuration, an address is its query', () => {
    expect(lines[3].permalink).toBe(
      '/configure/?hw=desktop-r9-rtx-5090&model=qwen2.5-14b&quant=q4_k_m&v=1',
    );
    expect(lines[4]).toEqual(lines[0]);
  });

  test('without a prompt there is no prompt speed, and generation starts at the depth', () => {
    expect(lines[5].pp).toEqual({ unknown: expect.any(String) });
    expect(lines[5].tg.central).toBeLessThan(lines[0].tg.central);
  });
});

describe('exit status', () => {
  const wrong = [run(['hw=nothing']), run([]), run(['a=1', 'b=2'])];

  test('1 for a query with errors, 2 and the usage for a wrong call, nothing on standard output', () => {
    expect(wrong).toMatchObject([
      { status: 1, lines: [{ errors: [{ field: 'hw' }] }] },
      { status: 2, stdout: '', stderr: expect.stringContaining('usage:') },
      { status: 2, stdout: '' },
    ]);
  });
});
