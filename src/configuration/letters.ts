/** What the configurations of one link are called; apart, so that a page can name them without the codec. */
export const LETTERS = ['a', 'b', 'c', 'd'] as const;
export type Letter = (typeof LETTERS)[number];
