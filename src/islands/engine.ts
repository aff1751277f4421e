/** What is fetched when a reader first touches a calculator or comes by a link: codec and estimator. */
export { DEFAULT_CONFIGURATION, format, parse } from '../configuration/codec.ts';
export { FIELDS, readValue } from '../configuration/fields.ts';
export { missingIds } from '../configuration/subset.ts';
export { CALCULATOR_KINDS, present } from '../views/calculator.ts';
