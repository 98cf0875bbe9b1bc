import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import type { FormBlock, Sign } from '#shared/procedure/form.blocks.ts';
import type { CaseForm } from '#shared/procedure/form.schema.ts';

/** Where on a form somebody signs. */
export interface SignPlace {
  /** Its name in the catalogue, else its number in the order of the paper. */
  readonly id: string;
  readonly label: Text;
}

interface Named {
  readonly key?: string | undefined;
  readonly label: Text;
}

const ofSign = ({ key, label }: Sign): Named => ({ key, label });

const ofBlocks = (blocks: readonly FormBlock[]): readonly Named[] =>
  blocks.flatMap(block => ('signatures' in block ? block.signatures.map(ofSign) : []));

function signsOf(form: CaseForm): readonly Named[] {
  switch (form.sheet) {
    case 'form':
      return [
        ...form.rows.flatMap(({ cells }) =>
          cells.flatMap(({ sign, sign_key: key, by_hand: byHand }) => {
            const label = sign ?? byHand;
            return label ? [{ key, label }] : [];
          }),
        ),
        ...ofBlocks(form.below),
      ];
    case 'letter':
      return ofBlocks(form.body);
    case 'record':
      return [...ofBlocks(form.body), ...form.every_page.map(ofSign)];
  }
}

/**
 * The places of a form, in the order of the paper. One that stands on every page, or twice, is signed once: on the pad
 * a signature holds for the whole paper.
 */
export function signPlaces(form: CaseForm): readonly SignPlace[] {
  const places = new Map<string, SignPlace>();
  signsOf(form).forEach(({ key, label }, index) => {
    const there = [...places.values()].some(place => key === undefined && place.label.zh === label.zh);
    const id = key ?? `sign-${index + 1}`;
    if (!there && !places.has(id)) places.set(id, { id, label });
  });
  return [...places.values()];
}

/** A label that stands before the room for the hand, without its colon. */
export const placeName = ({ label }: SignPlace, language: Language): string =>
  inLanguage(label, language).replace(/[：:]\s*$/u, '');
