/** Narrows the directory by words and kind; without scripts it is all there. */
const form = document.querySelector<HTMLFormElement>('[data-filter]');
const words = form?.querySelector<HTMLInputElement>('input');
const kind = form?.querySelector<HTMLSelectElement>('select');
const count = form?.querySelector('output');
const sections = [...document.querySelectorAll<HTMLElement>('[data-section]')];
const texts = new Map<HTMLElement, string>();

const textOf = (item: HTMLElement, section: HTMLElement): string => {
  const known =
    texts.get(item) ??
    `${section.querySelector('h3')?.textContent} ${item.textContent}`.toLowerCase();
  texts.set(item, known);
  return known;
};

function narrow(): void {
  const wanted = (words?.value ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const all = wanted.length === 0 && !kind?.value;
  let found = 0;
  for (const section of sections) {
    let shown = 0;
    for (const item of section.querySelectorAll<HTMLElement>('li')) {
      const fits =
        (!kind?.value || item.dataset['kind'] === kind.value) &&
        wanted.every((word) => textOf(item, section).includes(word));
      item.hidden = !fits;
      if (fits) shown += 1;
    }
    section.hidden = !all && shown === 0;
    found += shown;
  }
  if (count) count.textContent = found === 1 ? '1 link' : `${found} links`;
}

form?.addEventListener('input', narrow);
form?.addEventListener('submit', (event) => event.preventDefault());
// What a browser kept in the fields over a reload counts.
if (words?.value || kind?.value) narrow();

export {};
