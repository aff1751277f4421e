/** Energy of one request.  [J]   watts · seconds */
export const requestEnergy = (watts: number, seconds: number): number => watts * seconds;

/** What energy costs.  [currency]   J / 3.6·10⁶ · price per kWh */
export const energyCost = (joules: number, pricePerKilowattHour: number): number =>
  (joules / 3.6e6) * pricePerKilowattHour;

/**
 * How many times as fast a machine must be to take no more energy per token than another.  [1]
 *
 *   its watts / the other's watts
 */
export const speedToBreakEven = (watts: number, otherWatts: number): number => watts / otherWatts;

/** Cost of a year: the price spread evenly over the years of use, and the year's energy.  [currency] */
export const yearlyCost = (o: { price: number; years: number; energyCost: number }): number =>
  o.price / o.years + o.energyCost;
