/** Every row a configuration can name, and where each comes from, for calculators and other readers. */
import type { APIRoute } from 'astro';
import { catalogueFile } from '../../components/calculators/catalogue-file.ts';
import { provenanceBody, provenanceName } from '../../components/calculators/provenance-file.ts';
import { factsBody, factsName } from '../../components/compare/facts-file.ts';
import { planBody, planName } from '../../components/plan/plan-file.ts';

export const getStaticPaths = () => [
  { params: { file: catalogueFile().name }, props: { body: catalogueFile().body } },
  { params: { file: provenanceName() }, props: { body: provenanceBody() } },
  { params: { file: factsName() }, props: { body: factsBody() } },
  { params: { file: planName() }, props: { body: planBody() } },
];

export const GET: APIRoute<{ body: string }> = ({ props }) =>
  new Response(props.body, { headers: { 'content-type': 'application/json' } });
