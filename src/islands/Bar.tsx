import { StackBar } from '../charts/StackBar.tsx';
import { TONES, type Tone } from '../charts/types.ts';
import type { BarView } from '../views/bars.ts';

const toneOf = (id: string): Tone =>
  (TONES as readonly string[]).includes(id) ? (id as Tone) : 'other';

/** A bar of terms; `id` is unique on the page. */
export function Bar({ id, view }: { id: string; view: BarView }) {
  const segments = view.segments.map((one) => ({ ...one, tone: toneOf(one.id) }));
  return <StackBar {...view} id={id} segments={segments} />;
}
