/** What every page says of the whole site: how new its data is and where its constants come from. */
import type { Catalogue } from '../catalogue/index.ts';
import { calibration } from '../estimation/index.ts';
import { formatDate } from './format.ts';

export interface SiteFacts {
  /** The day of the newest dated price, as `2026-10-03`: prices age first. */
  dataDate: string;
  dataDateWords: string;
  /** How the estimator got its constants, in words. */
  constants: string;
}

/** @throws RangeError when no price carries a date. */
export function siteFacts(catalogue: Pick<Catalogue, 'tables'>): SiteFacts {
  const dates = catalogue.tables.prices.flatMap(({ date }) =>
    typeof date === 'string' ? date : [],
  );
  const dataDate = dates.sort().at(-1);
  if (!dataDate) throw new RangeError('prices.csv holds no date');
  const fitted = /^\d{4}/.test(calibration.date);
  return {
    dataDate,
    dataDateWords: formatDate(dataDate),
    constants: fitted
      ? `constants fitted ${formatDate(calibration.date)}`
      : 'constants set by hand from published runs',
  };
}
