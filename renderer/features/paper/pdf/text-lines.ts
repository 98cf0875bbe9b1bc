export interface TextPiece {
  readonly str: string;
  /** As PDF has it: the last two are where the piece begins, from the lower left. */
  readonly transform: readonly number[];
}

/** Pieces at one height are a line, from left to right; half a point more or less is the same height. */
export function textLines(pieces: readonly TextPiece[]): readonly string[] {
  const lines = new Map<number, TextPiece[]>();
  for (const piece of pieces) {
    if (piece.str.trim() === '') continue;
    const height = Math.round((piece.transform[5] ?? 0) * 2);
    lines.set(height, [...(lines.get(height) ?? []), piece]);
  }
  const across = (piece: TextPiece): number => piece.transform[4] ?? 0;
  return [...lines]
    .sort(([a], [b]) => b - a)
    .map(([, line]) =>
      line
        .sort((a, b) => across(a) - across(b))
        .map(piece => piece.str.trim())
        .join(' '),
    );
}
