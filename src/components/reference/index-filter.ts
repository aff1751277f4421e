/** Filters the grouped tables of an index page by what a reader types, and keeps it in the address. */

interface Row {
  element: HTMLTableRowElement;
  text: string;
}

function start(form: HTMLFormElement, input: HTMLInputElement): void {
  const groups = [...document.querySelectorAll<HTMLElement>('[data-index-group]')].map(
    (element) => ({
      element,
      name: element.querySelector('h2')?.textContent?.toLowerCase() ?? '',
      rows: [...element.querySelectorAll<HTMLTableRowElement>('tbody tr')].map(
        (row): Row => ({ element: row, text: row.textContent?.toLowerCase() ?? '' }),
      ),
    }),
  );
  const all = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const output = form.querySelector('output');
  const apply = () => {
    const words = input.value.toLowerCase().split(/\s+/);
    let shown = 0;
    for (const { element, name, rows } of groups) {
      let here = 0;
      for (const row of rows) {
        const fits = words.every((word) => row.text.includes(word) || name.includes(word));
        row.element.hidden = !fits;
        here += Number(fits);
      }
      element.hidden = here === 0;
      shown += here;
    }
    if (output) output.value = shown === all ? '' : `${shown} of ${all}`;
  };
  const query = new URLSearchParams(location.search).get('find');
  if (query) input.value = query;
  apply();
  form.addEventListener('submit', (event) => event.preventDefault());
  input.addEventListener('input', () => {
    apply();
    const find = input.value.trim();
    history.replaceState(
      history.state,
      '',
      (find ? `?${new URLSearchParams({ find })}` : location.pathname) + location.hash,
    );
  });
}

const form = document.querySelector<HTMLFormElement>('[data-index-form]');
const input = form?.querySelector('input');
if (form && input) start(form, input);
