/** The glossary as a page shows it: terms by first letter, and where each word and symbol is used. */
import { loadGlossary } from '../catalogue/glossary.ts';
import type { Term } from '../schema/glossary.ts';
import { SYMBOLS, type SymbolRow } from './symbols.ts';

/** An article as the glossary needs it. */
export interface Chapter {
  id: string;
  title: string;
  body: string;
}

export interface Place {
  title: string;
  href: string;
}

export interface ShownTerm extends Term {
  /** The article that explains it, where it is open. */
  explained: Place | undefined;
  usedIn: Place[];
}

export interface ShownSymbol extends SymbolRow {
  usedIn: Place[];
}

const placeOf = ({ id, title }: Chapter): Place => ({ title, href: `/guide/${id}/` });

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Prose alone: no tags, no formulas, no code. */
const proseOf = (body: string): string =>
  body
    .replace(/^```[\s\S]*?^```/gm, ' ')
    .replace(/\$\$[\s\S]*?\$\$/g, ' ')
    .replace(/<[^>]*>/g, ' ');

function usesWord(chapter: Chapter, names: readonly string[]): boolean {
  const pattern = new RegExp(`(?<![\\w-])(${names.map(escaped).join('|')})s?(?![\\w-])`);
  const prose = proseOf(chapter.body);
  return pattern.test(prose) || pattern.test(prose.toLowerCase());
}

/** The formulas of an article, joined. */
const formulasOf = ({ body }: Chapter): string => (body.match(/\$[^$]+\$/g) ?? []).join(' ');

/** A symbol by itself: not as a part of a longer name or of a command. */
function usesSymbol(chapter: Chapter, tex: string): boolean {
  const core = escaped(tex.replace(/\(.*\)$/, ''));
  return new RegExp(`(?<![A-Za-z\\\\_{])${core}(?![A-Za-z_])`).test(formulasOf(chapter));
}

/** Terms in alphabetical order with the articles that use them; one that explains it is not repeated. */
export function shownTerms(chapters: readonly Chapter[]): ShownTerm[] {
  return [...loadGlossary().values()].map((term) => {
    const names = [term.term, ...(term.also ?? [])].flatMap((name) => [name, name.toLowerCase()]);
    const home = chapters.find(({ id }) => id === term.chapter);
    const users = chapters.filter((c) => c !== home && usesWord(c, names));
    return { ...term, explained: home && placeOf(home), usedIn: users.map(placeOf) };
  });
}

export const shownSymbols = (chapters: readonly Chapter[]): ShownSymbol[] =>
  SYMBOLS.map((symbol) => ({
    ...symbol,
    usedIn: chapters.filter((chapter) => usesSymbol(chapter, symbol.tex)).map(placeOf),
  }));

/** Terms under their first letters. */
export function byLetter(terms: readonly ShownTerm[]): { letter: string; terms: ShownTerm[] }[] {
  const groups = new Map<string, ShownTerm[]>();
  for (const term of terms) {
    const first = term.term[0]?.toUpperCase() ?? '';
    const letter = /[A-Z]/.test(first) ? first : '0–9';
    groups.set(letter, [...(groups.get(letter) ?? []), term]);
  }
  return [...groups].map(([letter, list]) => ({ letter, terms: list }));
}
