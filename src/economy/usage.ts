/** How many answers a machine gives in its busy hours, and what each takes. */
import type { Interval } from '../estimation/types.ts';
import { DAYS_PER_YEAR } from './ownership.ts';

const SECONDS_PER_HOUR = 3600;

/** Applies a falling function to a range: its ends change places. */
const falling = ({ low, central, high }: Interval, f: (x: number) => number): Interval => ({
  low: f(high),
  central: f(central),
  high: f(low),
});

/** Answers a year when each takes so many seconds and several run at once.  [1]   hours · 3600 · users / seconds */
export const yearlyAnswers = (
  busyHoursPerDay: number,
  secondsPerAnswer: Interval,
  concurrentUsers: number,
): Interval =>
  falling(
    secondsPerAnswer,
    (seconds) => (busyHoursPerDay * SECONDS_PER_HOUR * DAYS_PER_YEAR * concurrentUsers) / seconds,
  );

/** Cost of one answer.  [currency]   cost of a year / answers; the faster the cheaper. */
export const costPerAnswer = (yearlyCost: number, answers: Interval): Interval =>
  falling(answers, (count) => yearlyCost / count);

/**
 * Cost of a million tokens, prompt and answer counted alike.  [currency]
 *
 *   cost of an answer / (prompt + answer) · 10⁶
 */
export const costPerMillionTokens = (perAnswer: Interval, tokensPerAnswer: number): Interval => ({
  low: (perAnswer.low / tokensPerAnswer) * 1e6,
  central: (perAnswer.central / tokensPerAnswer) * 1e6,
  high: (perAnswer.high / tokensPerAnswer) * 1e6,
});

/** What a provider charges for one answer.  [currency]   prompt · p_in + answer · p_out, per 10⁶ tokens */
export const rentedAnswer = (o: {
  promptTokens: number;
  generatedTokens: number;
  inputPerMillion: number;
  outputPerMillion: number;
}): number => (o.promptTokens * o.inputPerMillion + o.generatedTokens * o.outputPerMillion) / 1e6;
