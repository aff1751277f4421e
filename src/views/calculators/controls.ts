/** Which controls of the page's configuration a chapter's calculator shows, as plain data. */
export type RulerName = 'prompt' | 'gen' | 'depth' | 'bw' | 'vram' | 'users' | 'count';

export type PageControl =
  | { kind: 'picker'; field: 'hw' | 'model' }
  | {
      kind: 'select';
      field: 'quant' | 'kv' | 'runtime';
      label: string;
      options: (readonly [value: string, text: string])[];
    }
  | { kind: 'ruler'; name: RulerName }
  | { kind: 'layers' };
