// A server for a built folder, for `npm start` and the browser tests: `node scripts/lib/serve.ts [port]`.
// Astro's own preview allows one per checkout, so tests would fail beside a running `npm start`.
import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

function send(response: ServerResponse, status: number, file: string): void {
  response.writeHead(status, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
  });
  createReadStream(file).pipe(response);
}

/** The file for a path below the base; undefined when it would leave the folder. */
function fileFor(folder: string, path: string): string | undefined {
  const file = normalize(join(folder, decodeURIComponent(path)));
  return file.startsWith(resolve(folder)) ? file : undefined;
}

/** What an address means: a file of the site, a folder's page, a slash to add, or nothing. */
function answer(folder: string, base: string, url: URL, response: ServerResponse): void {
  const inside = url.pathname.startsWith(base);
  const file = inside ? fileFor(folder, url.pathname.slice(base.length)) : undefined;
  const page = file && join(file, 'index.html');
  if (page && isFile(page) && url.pathname.endsWith('/')) send(response, 200, page);
  else if (page && isFile(page)) {
    response.writeHead(301, { location: `${url.pathname}/${url.search}` }).end();
  } else if (file && isFile(file)) send(response, 200, file);
  else send(response, 404, join(folder, '404.html'));
}

/** Serves `folder` under `base` (closing slash) on 127.0.0.1. */
export function serve(folder: string, base: string, port: number): Promise<Server> {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    try {
      answer(root, base, new URL(request.url ?? '/', 'http://127.0.0.1'), response);
    } catch {
      // An address that is no URL, such as a broken percent escape.
      response.writeHead(400).end();
    }
  });
  return new Promise((done, fail) => {
    server.once('error', fail).listen(port, '127.0.0.1', () => done(server));
  });
}

if (import.meta.main) {
  const [port = '4321', folder = 'dist', base = '/'] = process.argv.slice(2);
  await serve(folder, base, Number(port));
  console.log(`http://127.0.0.1:${port}${base}`);
}
