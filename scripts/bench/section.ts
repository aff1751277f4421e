/** One part of `npm run bench`. A file of this folder that exports `section` is run, in order of name. */
export interface BenchSection {
  title: string;
  run(): Promise<BenchRow[]> | BenchRow[];
}

export interface BenchRow {
  what: string;
  value: number;
  unit: string;
  /** At most this, where a goal is set. */
  budget?: number;
  note?: string;
}
