/** What the page of briefs is handed, and the example it shows without a link. */

import { parseSeveral } from '../../configuration/several.ts';
import type { BriefProps } from '../../islands/brief/Brief.tsx';
import type { BriefContext, BriefDocument } from '../../views/brief.ts';
import { comparisonBrief } from '../../views/brief-comparison.ts';
import { siteFactsFile } from '../../views/comparison-pages.ts';
import { factSentences, factsOfConfiguration } from '../../views/machine-facts.ts';
import { sharedData } from '../../views/shared.ts';
import { siteFacts } from '../../views/site.ts';
import { catalogueFile, cataloguePath } from '../calculators/catalogue-file.ts';
import { provenanceName, siteProvenance } from '../calculators/provenance-file.ts';
import { planName } from '../plan/plan-file.ts';
import { link } from '../site/link.ts';
import { factsPath } from './facts-file.ts';

const base = (): string => link('/').replace(/\/$/, '');

function dataOfSite(): BriefContext['data'] {
  const { dataDate, constants } = siteFacts(sharedData().catalogue);
  return { version: catalogueFile().name.replace('catalogue-', ''), date: dataDate, constants };
}

export const briefProps = (): BriefProps => ({
  catalogueUrl: link(cataloguePath()),
  provenanceUrl: link(`/data/${provenanceName()}.json`),
  factsUrl: link(factsPath()),
  planUrl: link(`/data/${planName()}.json`),
  base: base(),
  data: dataOfSite(),
});

/** Written at build, on the day of the newest price. */
export function exampleBrief(query: string, site: URL): BriefDocument {
  const facts = siteFactsFile();
  const data = dataOfSite();
  const made = comparisonBrief(
    parseSeveral(query),
    {
      tables: sharedData().estimator.tables,
      provenance: siteProvenance(),
      facts,
      machineFacts: (configuration, name) =>
        factSentences(name, factsOfConfiguration(configuration, facts)),
    },
    { site: site.origin + base(), date: data.date, data },
  );
  if ('problems' in made) throw new Error(`the example brief: ${made.problems.join('; ')}`);
  return made;
}
