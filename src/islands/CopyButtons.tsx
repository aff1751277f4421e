import { useState } from 'preact/hooks';

interface Copy {
  label: string;
  done: string;
  text: () => Promise<string>;
}

/** Copies, or, where the browser does not allow it, shows the text to copy by hand. */
export function CopyButtons({ copies }: { copies: Copy[] }) {
  const [message, setMessage] = useState('');
  const [shown, setShown] = useState<string>();
  const copy = async ({ done, text }: Copy) => {
    const value = await text();
    try {
      await navigator.clipboard.writeText(value);
      setShown(undefined);
      setMessage(done);
    } catch {
      setShown(value);
      setMessage('The browser does not let this page copy. Copy the text below.');
    }
  };
  return (
    <div class="copy needs-scripts">
      <div class="copy-buttons">
        {copies.map((one) => (
          <button key={one.label} type="button" class="button" onClick={() => copy(one)}>
            {one.label}
          </button>
        ))}
      </div>
      <p role="status" class="muted">
        {message}
      </p>
      {shown !== undefined && (
        <textarea readOnly rows={6} aria-label="Text to copy" value={shown} />
      )}
    </div>
  );
}
