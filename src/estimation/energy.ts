/** Energy of one token.  [J]   watts / (tok/s) */
export const energyPerToken = (watts: number, tokensPerSecond: number): number =>
  watts / tokensPerSecond;

/**
 * Cost of a million tokens.  [currency]
 *
 *   price per hour / 3600 / (tok/s) · 10⁶ + J/token · 10⁶ / 3.6·10⁶ · price per kWh
 */
export const costPerMillionTokens = (o: {
  tokensPerSecond: number;
  watts: number;
  pricePerKilowattHour: number;
  /** Rent or depreciation of the machine. */
  pricePerHour?: number;
}): number =>
  ((o.pricePerHour ?? 0) / 3600 / o.tokensPerSecond) * 1e6 +
  (energyPerToken(o.watts, o.tokensPerSecond) / 3.6) * o.pricePerKilowattHour;
