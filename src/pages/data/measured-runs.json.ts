/** All measured runs with their estimates, as JSON. */
import type { APIRoute } from 'astro';
import { runsJson } from '../../components/runs/downloads.ts';

export const GET: APIRoute = () =>
  new Response(runsJson(), { headers: { 'content-type': 'application/json' } });
