import type { CalculatorView } from '../views/calculator.ts';

/** Long enough for a slider to come to rest: readers that listen hear results, not every step. */
const QUIET_MS = 900;

let region: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

type Spoken = Pick<CalculatorView, 'results' | 'verdict' | 'problems'>;

/** Says the results in the page's one live region, once they have settled. */
export function announce(view: () => Spoken): void {
  region ??= makeRegion();
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (region) region.textContent = sentence(view());
  }, QUIET_MS);
}

function makeRegion(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'visually-hidden';
  element.setAttribute('role', 'status');
  document.body.append(element);
  return element;
}

function sentence({ results, verdict, problems }: Spoken): string {
  const said = results.map(
    ({ name, words }) => `${name}: ${words.known ? words.value : words.reason}`,
  );
  return [...said, ...(verdict ? [verdict.word] : []), ...problems].join('. ');
}
