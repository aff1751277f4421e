// `npm start`: builds the site, serves it, prints the address.
import { build } from 'astro';
import { freePort } from './lib/port.ts';
import { serve } from './lib/serve.ts';

const usualPort = 4321;
const base = `${process.env['BASE'] || '/'}/`.replace(/\/+$/, '/');

await build({ logLevel: 'warn' });
const port = await freePort(usualPort);
await serve('dist', base, port);
console.log(`\nInference, measured is at http://localhost:${port}${base}\nCtrl+C stops it.`);
