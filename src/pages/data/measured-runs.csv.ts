/** All measured runs with their estimates, as CSV. */
import type { APIRoute } from 'astro';
import { runsCsv } from '../../components/runs/downloads.ts';

export const GET: APIRoute = () =>
  new Response(runsCsv(), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
