/** What the configurator fetches once it has woken: its words, its links, its Markdown. */
export { format } from '../configuration/codec.ts';
export { estimateOrProblems } from '../views/calculator.ts';
export { configuratorView } from '../views/configurator.ts';
export { markdownOf } from '../views/markdown.ts';
export { movedSince, seenOf } from '../views/moved.ts';
