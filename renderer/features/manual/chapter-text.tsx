import type { ReactNode } from 'react';
import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import { pieces } from '#shared/manual/manual.find.ts';
import type { ManualChapter, ManualSection } from '#shared/manual/manual.schema.ts';
import { KeyHint } from '#renderer/ui/button/key-hint.tsx';
import { keyOfCommand } from './manual.keys.ts';

export interface ChapterTextProps {
  readonly chapter: ManualChapter;
  readonly language: Language;
  /** Marked where it stands. */
  readonly sought: string;
}

/** One chapter, as it is printed too. */
export function ChapterText({ chapter, language, sought }: ChapterTextProps): ReactNode {
  const marked = (text: Text): ReactNode => <Marked text={inLanguage(text, language)} sought={sought} />;
  return chapter.sections.map((section, at) => <Section key={at} section={section} marked={marked} />);
}

function Section({
  section: { heading, text, steps, keys },
  marked,
}: {
  readonly section: ManualSection;
  readonly marked: (text: Text) => ReactNode;
}): ReactNode {
  return (
    <>
      {heading && <h2>{marked(heading)}</h2>}
      {text.map(each => (
        <p key={each.zh}>{marked(each)}</p>
      ))}
      {steps.length > 0 && (
        <ol>
          {steps.map(each => (
            <li key={each.zh}>{marked(each)}</li>
          ))}
        </ol>
      )}
      {keys.length > 0 && (
        <dl className="manual-keys">
          {keys.map(({ command, does }) => (
            <div key={command}>
              <dt>
                <KeyHint keys={keyOfCommand(command) ?? ''} />
                <span className="sr">{keyOfCommand(command)}</span>
              </dt>
              <dd>{marked(does)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

const Marked = ({ text, sought }: { readonly text: string; readonly sought: string }): ReactNode =>
  pieces(text, sought).map((piece, at) => (piece.hit ? <mark key={at}>{piece.text}</mark> : piece.text));
