import { useEffect, useRef, type ReactNode } from 'react';
import type { PdfPage } from './pdf/pdf.types.ts';

export interface SheetProps {
  readonly page: PdfPage;
  /** Of the actual size. */
  readonly scale: number;
  /** What it is called; without a name it is for the eye alone. */
  readonly label?: string | undefined;
}

/** One page, drawn. */
export function Sheet({ page, scale, label }: SheetProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    if (canvas.current) void page.draw(canvas.current, scale, stop.signal);
    return () => stop.abort();
  }, [page, scale]);
  return (
    <canvas
      ref={canvas}
      className="paper-sheet"
      style={{ width: page.width * scale, height: page.height * scale }}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  );
}
