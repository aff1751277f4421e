/** The symbols of the guide's formulas: those of the original, and the few this guide adds. */

export interface SymbolRow {
  id: string;
  /** TeX. */
  tex: string;
  meaning: string;
  unit: string;
}

const row = (id: string, tex: string, unit: string, meaning: string): SymbolRow => ({
  id,
  tex,
  unit,
  meaning,
});

export const SYMBOLS: readonly SymbolRow[] = [
  row('PP', 'PP', 'token/s', 'Prompt processing: input tokens read in a second'),
  row('T_first', 'T_{first}', 's', 'Time to first token'),
  row('TG', 'TG', 'token/s', 'Token generation: output tokens written in a second'),
  row('L_prompt', 'L_{prompt}', 'token', 'Length of the prompt'),
  row('S_model', 'S_{model}', 'GB', 'Size of the model file'),
  row('BW_mem', 'BW_{mem}', 'GB/s', 'Bandwidth of the memory the weights lie in'),
  row('OP_token', 'OP_{token}', 'FLOP/token', 'Floating-point operations one token costs'),
  row('E_par', 'E_{par}', '1', 'Parallelism efficiency: actual over ideal speed-up, 0 to 1'),
  row('F_cpu', 'F_{cpu}', 'FLOP/s', 'Floating-point operations the processor does in a second'),
  row('B', 'B', '1', 'Batch size: prompts worked on at the same time'),
  row('N', 'N', '1', 'Layers of the model'),
  row('d_model', 'd_{model}', '1', 'Hidden size: width of a layer'),
  row('P', 'P', '1', 'Parameters of the model'),
  row('P_act', 'P_{act}', '1', 'Parameters one token touches'),
  row('b', 'b', 'bit', 'Bits per weight of the file, scales included'),
  row('W', 'W', 'byte', 'Bytes of weights read for one token'),
  row('W_u', 'W_u', 'byte', 'Bytes of weights that u tokens touch'),
  row('KV', 'KV(c)', 'byte', 'Bytes of KV cache read when c tokens are in the context'),
  row('eta', '\\eta', '1', 'Share of the bandwidth that is reached'),
  row('kappa', '\\kappa', '1', 'Share of the matrix peak that is reached'),
  row('F', 'F', 'FLOP/s', 'Peak rate of the units that do the work'),
  row('F_32', 'F_{32}', 'FLOP/s', 'Peak rate of ordinary 32-bit arithmetic'),
  row('tau', '\\tau', 's', 'Time a layer takes for a token whatever its size: launches and waits'),
  row('mu', '\\mu', '1', 'What experts and other unusual layers add to a layer’s time'),
  row('o', 'o', 's', 'Time a layer takes for a micro-batch whatever its size'),
  row('c_q', 'c_q', 'FLOP', 'Cost of unpacking and multiplying one weight'),
  row('m', 'm', '1', 'How much dearer reading the cache is than reading weights'),
  row('A', 'A(c)', 'FLOP', 'Operations of attention over c tokens in the context'),
  row(
    'c_a',
    'c_a',
    '1',
    'How much dearer an operation of attention is than the peak rate promises',
  ),
  row('t_att', 't_{att}', 's', 'Time attention takes for one micro-batch'),
  row('t_act', 't_{act}', 's', 'Time to write out and read back intermediate results'),
  row('t_0', 't_0', 's', 'Time to choose the token'),
  row('u', 'u', 'token', 'Micro-batch: prompt tokens worked on together, usually 512'),
  row('M', 'M', 'byte', 'Memory everything takes together'),
];

/** The rows asked for, in the order asked. @throws on a symbol that is not there. */
export function symbolRows(of: string): SymbolRow[] {
  return of
    .trim()
    .split(/\s+/)
    .map((id) => {
      const found = SYMBOLS.find((symbol) => symbol.id === id);
      if (found) return found;
      throw new Error(
        `there is no symbol “${id}”; there are ${SYMBOLS.map((s) => s.id).join(', ')}`,
      );
    });
}
