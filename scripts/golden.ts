// `npm run golden`: writes tests/golden/matrix.csv anew after a change of data or constants.
import { writeFileSync } from 'node:fs';
import { goldenMatrix } from './lib/golden.ts';

writeFileSync(new URL('../tests/golden/matrix.csv', import.meta.url), goldenMatrix());
