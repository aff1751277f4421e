import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is kept for reading without a network: pages a reader opened, and at once what every page shares. */
const SHARED = /^_astro\/.*\.(css|js)$|^_astro\/fonts\/|^favicon\.svg$|^manifest\.webmanifest$/;
const SHARED_PAGES = ['', '404.html', 'guide/', 'matrix/'];

async function filesUnder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function contentHash(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

/** Pages that exist in this build, of those worth fetching before they are asked for. */
const pagesToFetch = (paths) =>
  SHARED_PAGES.filter((page) =>
    paths.includes(page === '' || page.endsWith('/') ? `${page}index.html` : page),
  );

async function writeWorker(folder, template, base) {
  const files = (await filesUnder(folder)).filter((file) => !file.endsWith('sw.js'));
  const paths = files.map((file) => relative(folder, file).split(sep).join('/'));
  const precache = [...pagesToFetch(paths), ...paths.filter((path) => SHARED.test(path))];
  const source = (await readFile(template, 'utf8'))
    .replace(/['"]__CACHE__['"]/, JSON.stringify(`inference-measured-${await contentHash(files)}`))
    .replace(/['"]__PRECACHE__['"]/, JSON.stringify(precache.map((path) => base + path)));
  await writeFile(join(folder, 'sw.js'), source);
}

/** Writes `sw.js` after a build. Its cache is named after the content, so the same site gives the same file. */
export default function offline() {
  let base = '/';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async ({ dir }) => {
        const template = fileURLToPath(new URL('./service-worker.js', import.meta.url));
        await writeWorker(fileURLToPath(dir), template, base);
      },
    },
  };
}
