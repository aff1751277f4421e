import { type BriefDocument, briefJson, briefMarkdown } from '../../views/brief.ts';
import { CopyButtons } from '../CopyButtons.tsx';

/** Prints a brief, copies it, or saves it as a file. */
export function BriefActions({ brief }: { brief: BriefDocument }) {
  const save = (ending: 'md' | 'json', type: string, text: string) => {
    const url = URL.createObjectURL(new Blob([text], { type }));
    const anchor = document.createElement('a');
    anchor.href = url;
    anchor.download = `brief-${nameOf(brief)}.${ending}`;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  };
  return (
    <div class="brief-actions needs-scripts">
      <button type="button" class="button" onClick={() => print()}>
        Print or save as PDF
      </button>
      <button
        type="button"
        class="button"
        onClick={() => save('md', 'text/markdown', briefMarkdown(brief))}
      >
        Save as Markdown
      </button>
      <button
        type="button"
        class="button"
        onClick={() => save('json', 'application/json', briefJson(brief))}
      >
        Save as JSON
      </button>
      <CopyButtons
        copies={[
          {
            label: 'Copy as Markdown',
            done: 'Markdown copied.',
            text: async () => briefMarkdown(brief),
          },
          { label: 'Copy link', done: 'Link copied.', text: async () => location.href },
        ]}
      />
    </div>
  );
}

/** A file's name from the title: small letters, digits and hyphens. */
const nameOf = ({ title }: BriefDocument): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
