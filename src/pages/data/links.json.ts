/** The directory of further reading as data. */
import type { APIRoute } from 'astro';
import { resourceList } from '../../views/resources.ts';

export const GET: APIRoute = () =>
  new Response(JSON.stringify(resourceList()), { headers: { 'content-type': 'application/json' } });
