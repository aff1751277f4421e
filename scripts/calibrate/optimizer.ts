/** Levenberg–Marquardt on log residuals under a loss that spares outliers, with Gaussian priors. */

/** One number of the calibration, fitted as its logarithm (or as it stands). */
export interface Parameter {
  id: string;
  /** Observations it can touch carry this tag. */
  tag: string;
  get(): number;
  set(value: number): void;
  /** Prior on the fitted scale. The mean may follow other parameters: a class follows its engine. */
  mean(): number;
  sigma: number;
  log: boolean;
}

export interface Point {
  tags: Set<string>;
  weight: number;
  /** What a good prediction of its kind misses by. */
  scale: number;
  /** Runs few and rough: an outlier is let go of. */
  forgetful?: boolean;
  /** log(predicted / measured) under the present calibration. */
  residual(): number;
}

export interface FitOptions {
  /** Factor on every scale: wide at first, so that a far class is drawn in before outliers are let go. */
  width: number;
  iterations: number;
}

const at = (p: Parameter): number => (p.log ? Math.log(p.get()) : p.get());
const put = (p: Parameter, x: number): void => p.set(p.log ? Math.exp(x) : x);

/**
 * How a residual counts: 2·(√(1 + r²) − 1), under which an outlier pulls as a small miss does, or
 * log(1 + r²), under which one ten scales off has a hundredth of a say.
 */
const costOf = (r: number, forgetful: boolean): number =>
  forgetful ? Math.log1p(r * r) : 2 * (Math.hypot(1, r) - 1);
const robust = (r: number, forgetful: boolean): number =>
  forgetful ? 1 / (1 + r * r) : 1 / Math.hypot(1, r);

const loss = (
  parameters: readonly Parameter[],
  points: readonly Point[],
  width: number,
): number => {
  let total = 0;
  for (const p of points) {
    const r = p.residual() / (width * p.scale);
    total += p.weight * costOf(r, p.forgetful ?? false);
  }
  for (const p of parameters) total += ((at(p) - p.mean()) / p.sigma) ** 2;
  return total;
};

/** Solves A x = b for a symmetric positive matrix by Cholesky; A is overwritten. */
function solve(a: Float64Array, b: Float64Array, n: number): Float64Array {
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let s = a[i * n + j] as number;
      for (let k = 0; k < j; k++) s -= (a[i * n + k] as number) * (a[j * n + k] as number);
      a[i * n + j] = i === j ? Math.sqrt(Math.max(s, 1e-12)) : s / (a[j * n + j] as number);
    }
  }
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++)
      x[i] = (x[i] as number) - (a[i * n + k] as number) * (x[k] as number);
    x[i] = (x[i] as number) / (a[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++)
      x[i] = (x[i] as number) - (a[k * n + i] as number) * (x[k] as number);
    x[i] = (x[i] as number) / (a[i * n + i] as number);
  }
  return x;
}

interface Normal {
  matrix: Float64Array;
  gradient: Float64Array;
}

const step = 1e-3;

/** Normal equations of data and priors; derivatives by forward differences over touched points. */
function normalEquations(
  parameters: readonly Parameter[],
  points: readonly Point[],
  width: number,
): Normal {
  const n = parameters.length;
  const matrix = new Float64Array(n * n);
  const gradient = new Float64Array(n);
  const base = points.map((p) => p.residual());
  const rows: [number, number][][] = points.map(() => []);
  parameters.forEach((p, j) => {
    const x = at(p);
    put(p, x + step);
    points.forEach((point, i) => {
      if (!point.tags.has(p.tag)) return;
      const d = (point.residual() - (base[i] as number)) / step / (width * point.scale);
      if (d !== 0) (rows[i] as [number, number][]).push([j, d]);
    });
    put(p, x);
  });
  points.forEach((point, i) => {
    const r = (base[i] as number) / (width * point.scale);
    const w = point.weight * robust(r, point.forgetful ?? false);
    const row = rows[i] as [number, number][];
    for (const [j, dj] of row) {
      gradient[j] = (gradient[j] as number) + w * dj * r;
      for (const [k, dk] of row) {
        if (k <= j) matrix[j * n + k] = (matrix[j * n + k] as number) + w * dj * dk;
      }
    }
  });
  addPriors(parameters, matrix, gradient);
  return { matrix, gradient };
}

/** A prior couples a parameter to whatever its mean follows. */
function addPriors(
  parameters: readonly Parameter[],
  matrix: Float64Array,
  gradient: Float64Array,
): void {
  const n = parameters.length;
  const gaps = parameters.map((p) => at(p) - p.mean());
  parameters.forEach((p, j) => {
    const x = at(p);
    put(p, x + step);
    parameters.forEach((q, i) => {
      const d = (at(q) - q.mean() - (gaps[i] as number)) / step / q.sigma;
      if (d === 0) return;
      gradient[j] = (gradient[j] as number) + (d * (gaps[i] as number)) / q.sigma;
      couplings[i] ??= [];
      (couplings[i] as [number, number][]).push([j, d]);
    });
    put(p, x);
  });
  couplings.forEach((row) => {
    for (const [j, dj] of row) {
      for (const [k, dk] of row) {
        if (k <= j) matrix[j * n + k] = (matrix[j * n + k] as number) + dj * dk;
      }
    }
  });
  couplings.length = 0;
}

const couplings: [number, number][][] = [];

/** Fits the parameters in place; returns the final loss. */
export function fit(
  parameters: readonly Parameter[],
  points: readonly Point[],
  o: FitOptions,
): number {
  const n = parameters.length;
  let damping = 1e-3;
  let best = loss(parameters, points, o.width);
  for (let iteration = 0; iteration < o.iterations; iteration++) {
    const { matrix, gradient } = normalEquations(parameters, points, o.width);
    const before = parameters.map(at);
    let improved = false;
    for (let attempt = 0; attempt < 6 && !improved; attempt++) {
      const damped = Float64Array.from(matrix);
      for (let j = 0; j < n; j++)
        damped[j * n + j] = (damped[j * n + j] as number) * (1 + damping) + 1e-9;
      const move = solve(damped, gradient, n);
      parameters.forEach((p, j) => {
        put(p, (before[j] as number) - Math.max(-1, Math.min(1, move[j] as number)));
      });
      const now = loss(parameters, points, o.width);
      improved = now < best;
      if (improved) {
        const gain = (best - now) / best;
        best = now;
        damping = Math.max(1e-6, damping / 5);
        if (gain < 1e-5) return best;
      } else {
        parameters.forEach((p, j) => {
          put(p, before[j] as number);
        });
        damping *= 8;
      }
    }
    if (!improved) return best;
  }
  return best;
}
