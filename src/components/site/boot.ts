/**
 * The one inline script, run before anything is painted. It says that scripts run, applies the stored
 * theme, and, when the address carries settings (in its query, or a calculator's own in its
 * fragment), hides calculators until they have read them. When no calculator has woken after ten
 * seconds the link has failed: the defaults show, with a sentence.
 */
export const bootScript = `(()=>{const root=document.documentElement;root.dataset.scripts='';
try{const theme=localStorage.getItem('theme');if(theme==='light'||theme==='dark')root.dataset.theme=theme}catch{}
if(location.search.length>1||location.hash.includes('?')){root.dataset.permalink='';setTimeout(()=>{
if(document.querySelector('astro-island[ssr]')&&!document.querySelector('astro-island:not([ssr])'))root.dataset.permalink='failed'},10000)}})()`;

/** The source expression a Content-Security-Policy needs to let an inline script or style apply. */
export async function sourceHash(source: string): Promise<`sha256-${string}`> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(source));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
