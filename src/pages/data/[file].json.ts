/** Every row a configuration can name, for calculators and for whoever wants to read it. */
import type { APIRoute } from 'astro';
import { catalogueFile } from '../../components/calculators/catalogue-file.ts';

export const getStaticPaths = () => [{ params: { file: catalogueFile().name } }];

export const GET: APIRoute = () =>
  new Response(catalogueFile().body, { headers: { 'content-type': 'application/json' } });
