// The service worker, filled in by offline.mjs. Pages: the network first, what was read before when it
// fails. Hashed assets: the cache first. `ignoreVary`, or module scripts miss; `ignoreSearch` for pages,
// because a permalink's query selects nothing on the server.
const CACHE = '__CACHE__';
const PRECACHE = '__PRECACHE__';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(PRECACHE))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  const removeOld = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith('inference-measured-') && name !== CACHE) await caches.delete(name);
    }
    await self.clients.claim();
  };
  event.waitUntil(removeOld());
});

const keep = async (request, response) => {
  if (response.ok) await (await caches.open(CACHE)).put(request, response.clone());
  return response;
};

async function page(request) {
  const address = new URL(request.url);
  address.search = '';
  try {
    return await keep(address.href, await fetch(request));
  } catch {
    const match = { ignoreSearch: true, ignoreVary: true };
    return (await caches.match(request, match)) ?? Response.error();
  }
}

async function asset(request) {
  const known = await caches.match(request, { ignoreVary: true });
  return known ?? keep(request, await fetch(request));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(request.mode === 'navigate' ? page(request) : asset(request));
});
