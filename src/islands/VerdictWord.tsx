import type { Verdict } from '../views/verdict.ts';

/** A workflow class as mark and word; the page holds the marks' symbols. */
export const VerdictWord = ({ verdict }: { verdict: Verdict }) => (
  <strong class={`value verdict-word verdict-${verdict.tone}`}>
    <svg class="mark" aria-hidden="true">
      <use href={`#${verdict.mark}`} />
    </svg>
    {verdict.word}
  </strong>
);
