/**
 * Reads the plain form most data files are written in (block maps and lists, one line a
 * scalar) ten times faster than the full parser does. Anything of another form is left to that one:
 * a test reads every file both ways.
 */

/** Thrown inside, for a line this reader does not know. */
class Unfamiliar extends Error {}

interface Line {
  indent: number;
  text: string;
}

const INTEGER = /^-?(0|[1-9]\d*)$/;
const DECIMAL = /^-?\d+\.\d+$/;
const NUMBER_LIKE = /^[-+]?(\.?\d[\d._]*(e[-+]?\d+)?|0[xo].*|\.(inf|nan))$/i;
const MARKS = /^[-[\]{}&*!|>'%@`#,?:=<]/;
const KEY = /^([A-Za-z_][\w.-]*):(?: +(.*))?$/;

function scalar(text: string): unknown {
  if (text.startsWith('"')) {
    try {
      return JSON.parse(text);
    } catch {
      throw new Unfamiliar();
    }
  }
  if (text === '[]') return [];
  if (text === 'true' || text === 'false') return text === 'true';
  if (INTEGER.test(text) || DECIMAL.test(text)) return Number(text);
  const isOther = MARKS.test(text) || NUMBER_LIKE.test(text) || /^(null|~|)$/i.test(text);
  const isStructure = text.includes(': ') || text.includes(' #') || text.endsWith(':');
  if (isOther || isStructure || /^(true|false)$/i.test(text)) throw new Unfamiliar();
  return text;
}

function linesOf(text: string): Line[] {
  if (text.includes('\t') || text.includes('\r')) throw new Unfamiliar();
  const lines: Line[] = [];
  for (const raw of text.split('\n')) {
    const trimmed = raw.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    if (trimmed === '---' || trimmed === '...') throw new Unfamiliar();
    lines.push({ indent: raw.length - raw.trimStart().length, text: trimmed });
  }
  return lines;
}

class Reader {
  private readonly lines: Line[];
  private at = 0;

  constructor(lines: Line[]) {
    this.lines = lines;
  }

  /** Reads everything as one block. */
  all(): unknown {
    const value = this.block(0);
    if (this.at < this.lines.length) throw new Unfamiliar();
    return value;
  }

  private next(): Line | undefined {
    return this.lines[this.at];
  }

  private block(indent: number): unknown {
    return this.next()?.text.startsWith('- ') ? this.list(indent) : this.map(indent);
  }

  private list(indent: number): unknown[] {
    const items: unknown[] = [];
    for (let line = this.next(); line?.indent === indent; line = this.next()) {
      if (!line.text.startsWith('- ')) throw new Unfamiliar();
      items.push(this.item(line));
      this.refuseDeeper(indent);
    }
    return items;
  }

  /** A scalar, or a map whose first key stands behind the dash. */
  private item(line: Line): unknown {
    const rest = line.text.slice(2);
    const text = rest.trimStart();
    if (!KEY.test(text)) {
      this.at += 1;
      return scalar(text);
    }
    const indent = line.indent + 2 + rest.length - text.length;
    this.lines[this.at] = { indent, text };
    return this.map(indent);
  }

  private map(indent: number): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (let line = this.next(); line?.indent === indent; line = this.next()) {
      const [, key, text] = KEY.exec(line.text) ?? [];
      if (key === undefined || Object.hasOwn(result, key)) throw new Unfamiliar();
      this.at += 1;
      result[key] = text === undefined ? this.nested(indent) : scalar(text);
      this.refuseDeeper(indent);
    }
    return result;
  }

  private nested(indent: number): unknown {
    const line = this.next();
    if (line === undefined || line.indent <= indent) throw new Unfamiliar();
    return this.block(line.indent);
  }

  /** A deeper line after a scalar continues it, which this reader does not know. */
  private refuseDeeper(indent: number): void {
    const line = this.next();
    if (line !== undefined && line.indent > indent) throw new Unfamiliar();
  }
}

/** What a plain file says, or undefined where the full parser has to read it. */
export function parsePlain(text: string): unknown {
  try {
    return new Reader(linesOf(text)).all();
  } catch (error) {
    if (error instanceof Unfamiliar) return undefined;
    throw error;
  }
}
