// `npm start`: builds the site, serves it, prints the address.
import { build, preview } from 'astro';
import { freePort } from './lib/port.ts';

const usualPort = 4321;

await build({ logLevel: 'warn' });
const port = await freePort(usualPort);
const server = await preview({ logLevel: 'error', server: { host: '127.0.0.1', port } });
const base = process.env['BASE'] || '/';
console.log(`\nInference, measured: http://${server.host ?? 'localhost'}:${server.port}${base}`);
console.log('Stop it with Ctrl+C.');
