import type { ReactNode } from 'react';

/** The head of a plain table: its columns in words. */
export const ColumnHeads = ({ words }: { readonly words: readonly string[] }): ReactNode => (
  <thead>
    <tr>
      {words.map(word => (
        <th key={word} scope="col">
          {word}
        </th>
      ))}
    </tr>
  </thead>
);
