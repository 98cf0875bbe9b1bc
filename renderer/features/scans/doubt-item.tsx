import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Placement } from '#shared/case/scan-filing.rules.ts';
import { useFaultWords } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { doubtWords, mayPlaceByHand } from './doubt-words.ts';
import type { FilingWords } from './filing.ts';
import { PageImage } from './page-image.tsx';
import { PlaceByHand } from './place-by-hand.tsx';
import type { ScanLine, ScanOutcome } from './scan-line.types.ts';

export interface DoubtItemProps {
  readonly line: ScanLine;
  readonly outcome: Exclude<ScanOutcome, { kind: 'filed' }>;
  readonly onPlace: (placement: Placement, words: FilingWords) => Promise<void>;
  readonly onDrop: () => void;
}

/** What the button says that files it all the same; undefined where nothing but a person's eye helps. */
const wordOf = (outcome: DoubtItemProps['outcome']): 'again' | 'instead' | 'anyway' | undefined => {
  if (outcome.kind === 'failed') return outcome.placement && 'again';
  if (outcome.kind !== 'doubt' || !outcome.placement) return undefined;
  return outcome.doubt.code === 'duplicate' ? 'instead' : 'anyway';
};

/** A page that was not filed: why, and what can be done about it here. */
export function DoubtItem({ line, outcome, onPlace, onDrop }: DoubtItemProps): ReactNode {
  const { t } = useTranslation('scans');
  const { t: ui } = useTranslation('ui');
  const faultWords = useFaultWords();
  const [looking, setLooking] = useState(false);
  const [placing, setPlacing] = useState(false);
  const { what, next } = doubtWords(outcome, { t, ui, faultWords });
  const name =
    line.pageInFile === undefined ? line.file : t('pageOfFile', { file: line.file, page: line.pageInFile });
  const word = wordOf(outcome);
  const placement = 'placement' in outcome ? outcome.placement : undefined;
  const { jpeg } = line;
  return (
    <li className="scan-item" aria-label={name}>
      <div>
        <strong>{what}</strong>
        <p>{next}</p>
        <small>{name}</small>
      </div>
      <div className="scan-acts">
        {word && placement && (
          <ActButton
            size="small"
            onClick={() => void onPlace(placement, { byHand: false, replaces: word !== 'anyway' })}
          >
            {t(`act.${word}`)}
          </ActButton>
        )}
        {jpeg && mayPlaceByHand(outcome) && !placing && (
          <ActButton size="small" onClick={() => setPlacing(true)}>
            {t('act.byHand')}
          </ActButton>
        )}
        {jpeg && (
          <ActButton size="small" onClick={() => setLooking(true)}>
            {t('act.look')}
          </ActButton>
        )}
        <ActButton size="small" rank="text" onClick={onDrop}>
          {t('act.drop')}
        </ActButton>
      </div>
      {jpeg && placing && (
        <PlaceByHand
          onCancel={() => setPlacing(false)}
          onPlace={(place, replaces) => void onPlace(place, { byHand: true, replaces })}
        />
      )}
      {jpeg && (
        <Dialog open={looking} onClose={() => setLooking(false)} title={name} width={56} closable>
          {looking && <PageImage jpeg={jpeg} label={name} />}
        </Dialog>
      )}
    </li>
  );
}
