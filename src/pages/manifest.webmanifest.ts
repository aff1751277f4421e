import type { APIRoute } from 'astro';
import { link } from '../components/site/link.ts';

export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: 'Inference, measured',
      short_name: 'Inference',
      start_url: link('/'),
      scope: link('/'),
      display: 'minimal-ui',
      background_color: '#fbfaf7',
      theme_color: '#fbfaf7',
      icons: [{ src: link('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' }],
    }),
  );
