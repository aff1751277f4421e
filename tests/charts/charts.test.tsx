// Proves that a chart draws what it is given: every point and bar in its place, its words outside the drawing, and the same values in a table.
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { BarList } from '../../src/charts/BarList.tsx';
import { LineChart } from '../../src/charts/LineChart.tsx';
import { ScatterChart } from '../../src/charts/ScatterChart.tsx';
import { StackBar } from '../../src/charts/StackBar.tsx';
import { linearScale, logScale, ticksOf } from '../../src/charts/scale.ts';

const axis = (label: string, scale = logScale([1, 100])) => ({
  label,
  scale,
  ticks: ticksOf(scale, String),
});

const scatter = render(
  <ScatterChart
    id="c"
    title="Predicted against measured"
    description="Two devices."
    x={axis('Measured, tok/s')}
    y={axis('Predicted, tok/s')}
    series={[
      { id: 'gpu', name: 'Graphics cards', mark: 'circle', points: [{ x: 10, y: 10 }] },
      { id: 'cpu', name: 'CPUs', mark: 'triangle', points: [{ x: 1, y: 100 }] },
    ]}
    identity={{ name: 'Exactly as measured', band: { low: 0.8, high: 1.25, name: '80 % range' } }}
    table={{
      caption: 'Runs',
      columns: [{ name: 'Device' }, { name: 'tok/s', numeric: true }],
      rows: [['A', '10']],
    }}
  />,
);

test('points lie where the scales say: 10 of 1 to 100 in the middle, 1 and 100 in the corner', () => {
  expect(scatter).toContain('<use href="#c-gpu" x="50%" y="50%"');
  expect(scatter).toContain('<use href="#c-cpu" x="0%" y="0%"');
});

test('the drawing has a name and a description and holds no text', () => {
  expect(scatter).toContain(
    'role="img" aria-label="Predicted against measured" aria-describedby="c-description"',
  );
  expect(scatter).not.toContain('<text');
});

test('classes differ by shape, are named in a legend, and the values stand in a table', () => {
  expect(scatter).toContain('mark-circle');
  expect(scatter).toContain('mark-triangle');
  expect(scatter).toContain('Graphics cards');
  expect(scatter).toContain('<caption>Runs</caption>');
  expect(scatter).toContain('<td class="num">10</td>');
});

test('the identity line runs corner to corner and the band leaves it by its factors', () => {
  expect(scatter).toContain('points="0.00,100.00 100.00,0.00"');
  // 0.8 × 1 on a log axis from 1 to 100: ln 0.8 / ln 100 = −0.04846, so 104.85 from the top.
  expect(scatter).toContain('0.00,104.85');
});

test('curves differ by line as well as by colour, with measured points on them', () => {
  const html = render(
    <LineChart
      id="l"
      title="Over depth"
      description="Two models."
      x={axis('Depth', linearScale([0, 100]))}
      y={axis('tok/s', linearScale([0, 10]))}
      series={[
        {
          id: 'a',
          name: 'A',
          line: 'solid',
          curve: [
            { x: 0, y: 10 },
            { x: 100, y: 5 },
          ],
          measured: { mark: 'circle', name: 'measured', points: [{ x: 50, y: 5 }] },
        },
        {
          id: 'b',
          name: 'B',
          line: 'dashed',
          curve: [
            { x: 0, y: 5 },
            { x: 100, y: 0 },
          ],
          band: [
            { x: 0, low: 4, high: 6 },
            { x: 100, low: 0, high: 1 },
          ],
        },
      ]}
    />,
  );
  expect(html).toContain('points="0.00,0.00 100.00,50.00"');
  expect(html).toContain('curve-dashed');
  expect(html).toContain('x="50%" y="50%"');
  expect(html).toContain('points="0.00,60.00 100.00,100.00 100.00,90.00 0.00,40.00"');
});

test('bars start at zero, the longest fills the axis, and ranges become whiskers', () => {
  const html = render(
    <BarList
      id="b"
      title="Bars"
      description="Two."
      rows={[
        {
          id: 'x',
          name: 'X',
          value: 20,
          low: 10,
          high: 40,
          text: '20 tok/s',
          rangeText: '10 to 40',
        },
        { id: 'y', name: 'Y', value: 10, text: '10 tok/s', measured: 20 },
      ]}
    />,
  );
  expect(html).toContain('width="50%"');
  expect(html).toContain('x1="25%" x2="100%"');
  expect(html).toContain('20 tok/s');
  expect(html).toContain('href="#b-y" x="50%" y="50%"');
});

test('segments of a stack fill it in order and every value stands in the legend', () => {
  const html = render(
    <StackBar
      id="s"
      title="Memory"
      totalText="4 GB"
      segments={[
        { id: 'weights', name: 'Weights', value: 3, text: '3 GB', tone: 'weights' },
        { id: 'kv', name: 'KV cache', value: 1, text: '1 GB', tone: 'kv' },
        { id: 'none', name: 'Nothing', value: 0, text: '0 GB', tone: 'compute' },
      ]}
      capacity={{ value: 8, text: 'of 8 GB' }}
    />,
  );
  // 3 of 8 and 1 of 8.
  expect(html).toContain('class="segment tone-weights" x="0%" y="0" width="37.5%"');
  expect(html).toContain('class="segment tone-kv" x="37.5%" y="0" width="12.5%"');
  expect(html).toContain('Nothing <strong class="num">0 GB</strong>');
  expect(html.match(/class="segment tone-compute"/g)).toHaveLength(1);
});

test('a stack above its capacity shows the limit inside the bar', () => {
  const html = render(
    <StackBar
      id="s"
      title="Memory"
      segments={[{ id: 'weights', name: 'Weights', value: 10, text: '10 GB', tone: 'weights' }]}
      capacity={{ value: 8, text: 'of 8 GB' }}
    />,
  );
  expect(html).toContain('class="stack-limit" x1="80%"');
});
