/** A thread of its own, so that the page never waits for a plan. */
import { answer, type Urls } from './engine.ts';

addEventListener('message', ({ data }: MessageEvent<{ query: string; urls: Urls }>) => {
  answer(data.query, data.urls).then(postMessage, () =>
    postMessage({
      asked: data.query,
      problems: ['What a plan needs could not be loaded. Reload the page to try again.'],
    }),
  );
});
