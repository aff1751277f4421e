/**
 * A site path under the base the site is built for: `link('/guide/')` is `/some/path/guide/` when
 * BASE is `/some/path/`. Addresses of other sites and bare anchors pass unchanged.
 */
export function link(path: string): string {
  if (!path.startsWith('/') || path.startsWith('//')) return path;
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path;
}

/** The path a page was asked for, without the base, to compare with a link's own. */
export function withoutBase(pathname: string): string {
  const base = import.meta.env.BASE_URL.replace(/\/$/, '');
  return base && pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
}
