/** All calculators, for their index and their own pages. */
import { GROUPS, type Group, PANEL_KINDS, type PanelKind } from './kinds.ts';

export interface ListedCalculator {
  kind: string;
  title: string;
  /** What it answers, in one line. */
  line: string;
  group: Group;
  /** The configuration its own page opens with, as attributes. */
  usual: Record<string, string | number>;
}

/** Of the guide's first chapters; their titles stand with their wrapper. */
const FIRST: ListedCalculator[] = [
  {
    kind: 'pp',
    group: 'Speed',
    title: 'How fast is a prompt read?',
    line: 'Prompt processing of one machine and model, term by term.',
    usual: {},
  },
  {
    kind: 'ttft',
    group: 'Speed',
    title: 'How long until the first token?',
    line: 'Time to first token, and the whole answer, with what the time goes to.',
    usual: {},
  },
  {
    kind: 'tg',
    group: 'Speed',
    title: 'How fast is an answer written?',
    line: 'Token generation after any context, and what bandwidth would change its class.',
    usual: {},
  },
  {
    kind: 'fit',
    group: 'Memory',
    title: 'How large is it, and does it fit?',
    line: 'Weights, KV cache, buffers and runtime against the memory there is.',
    usual: {},
  },
];

export function calculatorList(): ListedCalculator[] {
  const panels = Object.entries(PANEL_KINDS as Record<string, PanelKind>);
  return [
    ...FIRST,
    ...panels.map(([kind, { title, line, group, usual = {} }]) => ({
      kind,
      title,
      line,
      group,
      usual,
    })),
  ];
}

/** The same by what they are about. */
export const calculatorGroups = (): { name: Group; calculators: ListedCalculator[] }[] =>
  GROUPS.map((name) => ({
    name,
    calculators: calculatorList().filter(({ group }) => group === name),
  }));
