/** All measured runs with their estimates in columns, for the table of runs and the nearest runs. */
import type { APIRoute } from 'astro';
import { runFile } from '../../components/runs/run-file.ts';

export const getStaticPaths = () => [{ params: { hash: runFile().name.replace(/^runs-/, '') } }];

export const GET: APIRoute = () =>
  new Response(runFile().body, { headers: { 'content-type': 'application/json' } });
