export * from './break-even.ts';
export * from './ownership.ts';
export * from './usage.ts';
