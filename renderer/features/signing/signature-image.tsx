import { useEffect, useState, type ReactNode } from 'react';
import {
  FIELD_WIDTH,
  inkLines,
  parseStrokes,
  type StrokePoint,
  type Strokes,
} from '#shared/signing/strokes.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';

/** What a hand wrote, as lines: sharp at any size and on any screen. */
export function Ink({ strokes }: { readonly strokes: readonly (readonly StrokePoint[])[] }): ReactNode {
  return strokes.map((stroke, index) =>
    inkLines(stroke).map(({ d, width }, part) => (
      <path key={`${index}.${part}`} className="sign-ink" d={d} strokeWidth={width} />
    )),
  );
}

function useStrokes(image: string): Strokes | AnyFault | undefined {
  const { api } = useDesk();
  const [read, setRead] = useState<{ readonly image: string; readonly of: Strokes | AnyFault }>();
  useEffect(() => {
    let left = false;
    const open = async (): Promise<void> => {
      const bytes = await api.papers.read({ sha256: image });
      if (left) return;
      const strokes = bytes.ok ? parseStrokes(new TextDecoder().decode(bytes.value)) : undefined;
      setRead({ image, of: strokes ?? (bytes.ok ? { code: 'ipc/input' } : bytes.error) });
    };
    void open();
    return () => {
      left = true;
    };
  }, [api, image]);
  return read?.image === image ? read.of : undefined;
}

/** A signature out of the vault. */
export function SignatureImage({
  image,
  label,
}: {
  readonly image: string;
  readonly label: string;
}): ReactNode {
  const words = useFaultWords();
  const strokes = useStrokes(image);
  if (strokes === undefined) return null;
  if (!('strokes' in strokes)) return <p role="alert">{words(strokes).short}</p>;
  return (
    <svg
      className="sign-image"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${FIELD_WIDTH} ${strokes.height}`}
    >
      <Ink strokes={strokes.strokes} />
    </svg>
  );
}
