/** What judging needs of the catalogue: plain data that travels to the browser. */
import type { Tables } from '../configuration/tables.ts';

export interface MachineFacts {
  price?: number;
  currency?: string;
  /** `list price, 30 September 2026`. */
  priceWords?: string;
  /** A year older than the newest price here. */
  old?: true;
  loadWatts?: number;
  idleWatts?: number;
  noiseDecibels?: number;
}

/** Scores of one benchmark in one setting by one publisher, of one kind of model: comparable. */
export interface ScoreList {
  name: string;
  scores: Readonly<Record<string, number>>;
}

export interface PlanData {
  tables: Tables;
  facts: Readonly<Record<string, MachineFacts>>;
  lists: Readonly<Record<string, ScoreList>>;
}

/** The list that orders models where a floor is given by size. */
export const ORDER_LIST = 'arena';
