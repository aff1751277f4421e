/** Price, watts and noise of every machine as one static file, named by what it holds. */
import { createHash } from 'node:crypto';
import { siteFactsFile } from '../../views/comparison-pages.ts';

export const factsBody = (): string => JSON.stringify(siteFactsFile());

const hash = () => createHash('sha256').update(factsBody()).digest('hex').slice(0, 10);

export const factsName = (): string => `machines-${hash()}`;
export const factsPath = (): string => `/data/${factsName()}.json`;
