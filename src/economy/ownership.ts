/** What owning a machine costs: price spread over its life, and electricity. One currency throughout. */

export const HOURS_PER_DAY = 24;
export const DAYS_PER_YEAR = 365;
export const MONTHS_PER_YEAR = 12;

export interface Ownership {
  /** [currency] */
  price: number;
  /** What it will sell for at the end, as a share of the price.  [1] */
  resaleShare: number;
  lifeYears: number;
  loadWatts: number;
  idleWatts: number;
  /** Switched on, working or waiting.  [h a day] */
  onHours: number;
  /** Part of these hours in which it works.  [1] */
  busyShare: number;
  /** [currency/kWh] */
  kilowattHourPrice: number;
  /** Electricity that takes its heat away, per unit of its own; 0 without cooling, 1/3 with a usual air conditioner.  [1] */
  coolingShare: number;
}

export interface OwnershipCost {
  /** [kWh a year] */
  busyKilowattHours: number;
  idleKilowattHours: number;
  coolingKilowattHours: number;
  /** [currency a year] */
  depreciation: number;
  electricity: number;
  total: number;
}

/** Watts for so many hours a day, a year long.  [kWh]   W · h · 365 / 1000 */
const yearlyKilowattHours = (watts: number, hoursPerDay: number): number =>
  (watts * hoursPerDay * DAYS_PER_YEAR) / 1000;

/**
 * Cost of a year.  [currency]
 *
 *   depreciation  price · (1 − resale) / life
 *   electricity   (busy + idle) · (1 + cooling) · price per kWh
 */
export function ownershipCost(o: Ownership): OwnershipCost {
  const busyKilowattHours = yearlyKilowattHours(o.loadWatts, o.onHours * o.busyShare);
  const idleKilowattHours = yearlyKilowattHours(o.idleWatts, o.onHours * (1 - o.busyShare));
  const coolingKilowattHours = o.coolingShare * (busyKilowattHours + idleKilowattHours);
  const depreciation = (o.price * (1 - o.resaleShare)) / o.lifeYears;
  const electricity =
    (busyKilowattHours + idleKilowattHours + coolingKilowattHours) * o.kilowattHourPrice;
  return {
    busyKilowattHours,
    idleKilowattHours,
    coolingKilowattHours,
    depreciation,
    electricity,
    total: depreciation + electricity,
  };
}

/** Carbon dioxide of so much electricity.  [kg]   kWh · g/kWh / 1000 */
export const carbonKilograms = (kilowattHours: number, gramsPerKilowattHour: number): number =>
  (kilowattHours * gramsPerKilowattHour) / 1000;

/** Heat as heating engineers count it.  [BTU/h]   W · 3.412 */
export const britishThermalUnitsPerHour = (watts: number): number => watts * 3.412;
