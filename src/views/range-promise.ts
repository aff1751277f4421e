/** What ranges hold, and where they hold less: the error tables on /method/ say it group by group. */
export const RANGE_PROMISE =
  'Ranges hold 8 of 10 measured runs; fewer with several cards, several users or weights in RAM, which few machines were measured with.';
