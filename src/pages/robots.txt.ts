import type { APIRoute } from 'astro';
import { link } from '../components/site/link.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nAllow: /\nSitemap: ${new URL(link('/sitemap-index.xml'), site).href}\n`,
  );
