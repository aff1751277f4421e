/** Names the run under the pointer, or the one the arrow keys have come to, from the chart's own table. */

interface Dot {
  x: number;
  y: number;
  row: HTMLTableRowElement;
}

/** Marks as drawn, `M12 345h0…`: those of a kind stand in the order of the rows of that kind. */
function dotsOf(figure: HTMLElement): Dot[] {
  const places = new Map(
    [...figure.querySelectorAll('.dots')].map((path) => [
      path.hasAttribute('data-mixture'),
      [...(path.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)/g)].values(),
    ]),
  );
  return [...figure.querySelectorAll<HTMLTableRowElement>('[data-rows] tr')].flatMap((row) => {
    const [, x, y] = places.get(row.hasAttribute('data-mixture'))?.next().value ?? [];
    return x === undefined ? [] : [{ x: Number(x), y: Number(y), row }];
  });
}

function start(figure: HTMLElement): void {
  const plot = figure.querySelector<HTMLElement>('[data-plot]');
  const named = figure.querySelector<HTMLElement>('[data-named]');
  const chosen = figure.querySelector('[data-chosen]');
  if (!plot || !named || !chosen) return;
  const dots = dotsOf(figure);
  let at = -1;
  const show = (place: number) => {
    const dot = dots[place];
    if (!dot || place === at) return;
    at = place;
    const [device, model, measured, estimated, off] = [...dot.row.cells].map(
      (cell) => cell.textContent?.trim() ?? '',
    );
    named.textContent = `${device}, ${model}: measured ${measured} tok/s, estimated ${estimated}, off by ${off}`;
    chosen.setAttribute('d', `M${dot.x} ${dot.y}h0`);
  };
  plot.addEventListener('pointermove', (event) => {
    const box = plot.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * 1000;
    const y = ((event.clientY - box.top) / box.height) * 1000;
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    dots.forEach((dot, place) => {
      const far = Math.hypot(dot.x - x, dot.y - y);
      if (far < least) [best, least] = [place, far];
    });
    if (least < 40) show(best);
  });
  plot.addEventListener('focus', () => show(Math.max(at, 0)));
  plot.addEventListener('keydown', (event) => {
    const step = { ArrowRight: -1, ArrowUp: -1, ArrowLeft: 1, ArrowDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    show(Math.min(dots.length - 1, Math.max(0, at + step)));
  });
}

document.querySelectorAll<HTMLElement>('[data-error-chart]').forEach(start);

export {};
