/** The configuration: its type, its defaults, its link, and the way from ids to an estimate's input. */
export { DEFAULT_CONFIGURATION, format, parse, permalink } from './codec.ts';
export { boundOf, FIELDS, type Field, readValue } from './fields.ts';
export { resolve } from './resolve.ts';
export type { Tables } from './tables.ts';
export type { Configuration, ParsedConfiguration, SeenResult } from './types.ts';
export { VERSIONS } from './versions.ts';
