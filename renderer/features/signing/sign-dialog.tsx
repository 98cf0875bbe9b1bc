import { NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseState, DocumentState } from '#shared/case/case.state.ts';
import type { Language } from '#shared/core/text.ts';
import { isWritten, type StrokePoint } from '#shared/signing/strokes.ts';
import { placeName, type SignPlace } from '#shared/signing/sign-places.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { Dialog } from '#renderer/ui/dialog/dialog.tsx';
import { FIELD_HEIGHT, SignField } from './sign-field.tsx';
import './signing.css';

export interface SignDialogProps {
  readonly state: CaseState;
  readonly document: DocumentState;
  /** Name of the paper. */
  readonly name: string;
  readonly places: readonly SignPlace[];
  readonly language: Language;
  /** The very file, to be read before anything is signed. */
  readonly text: ReactNode;
  readonly onClose: () => void;
}

type Trouble = AnyFault | 'empty' | 'noSigner';

/** First the text, then the hand: nobody is asked to sign what they were not shown. */
export function SignDialog(props: SignDialogProps): ReactNode {
  const { state, document, name, places, language, text, onClose } = props;
  const { t } = useTranslation('signing');
  const words = useFaultWords();
  const desk = useDesk();
  const [stage, setStage] = useState<'read' | 'sign'>('read');
  const signed = document.padSignatures ?? [];
  const free = places.find(({ id }) => !signed.some(each => each.place === id));
  const [place, setPlace] = useState(free?.id ?? places[0]?.id ?? '');
  const [signer, setSigner] = useState('');
  const [strokes, setStrokes] = useState<StrokePoint[][]>([]);
  const [complete, setComplete] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const chosen = places.find(({ id }) => id === place);
  const placeWords = chosen ? placeName(chosen, language) : '';
  // The last place makes the paper complete by itself; before it, a person may say so.
  const othersOpen = places.some(({ id }) => id !== place && !signed.some(each => each.place === id));

  const goOn = (): void => {
    if (signer.trim() === '') setTrouble('noSigner');
    else {
      setTrouble(null);
      setStage('sign');
    }
  };
  const done = async (): Promise<void> => {
    if (!isWritten(strokes)) {
      setTrouble('empty');
      return;
    }
    setBusy(true);
    setTrouble(null);
    const kept = await desk.api.signatures.keep({
      strokes: JSON.stringify({ v: 1, height: FIELD_HEIGHT, strokes }),
    });
    const signedNow = kept.ok
      ? await desk.submitCase(state.id, {
          ...{ type: 'sign-on-pad', document: document.id, sha256: document.sha256 },
          ...{ place, signer, complete, ...kept.value },
        })
      : kept;
    setBusy(false);
    if (signedNow.ok) onClose();
    else setTrouble(signedNow.error);
  };

  const said =
    trouble === null ? '' : typeof trouble === 'string' ? t(`trouble.${trouble}`) : words(trouble).short;
  return (
    <Dialog open full closable onClose={onClose} title={t(`${stage}.title`, { name })}>
      <div className="sign-room">
        <div className={`sign-stage sign-stage-${stage}`}>
          <div className="sign-text">{text}</div>
          {stage === 'read' ? (
            <div className="sign-side">
              <p>{t('read.words')}</p>
              <div className="sign-who">
                <NativeSelect
                  label={t('place')}
                  size="md"
                  value={place}
                  onChange={event => setPlace(event.currentTarget.value)}
                  data={places.map(each => ({ value: each.id, label: placeName(each, language) }))}
                />
                <TextInput
                  label={t('signer')}
                  size="md"
                  autoComplete="off"
                  data-autofocus
                  maxLength={60}
                  value={signer}
                  error={trouble === 'noSigner' && said}
                  onChange={event => {
                    setSigner(event.currentTarget.value);
                    setTrouble(null);
                  }}
                  onKeyDown={event => {
                    if (event.key === 'Enter' && !event.nativeEvent.isComposing) goOn();
                  }}
                />
              </div>
              <div className="sign-acts">
                <ActButton rank="filled" size="big" onClick={goOn}>
                  {t('read.act')}
                </ActButton>
                <ActButton size="big" onClick={onClose}>
                  {t('notNow')}
                </ActButton>
              </div>
            </div>
          ) : (
            <div className="sign-side">
              <p>{t('sign.words', { place: placeWords, signer: signer.trim() })}</p>
              <SignField
                label={t('sign.field', { signer: signer.trim() })}
                strokes={strokes}
                onStroke={stroke => {
                  setStrokes(before => [...before, stroke]);
                  setTrouble(null);
                }}
              />
              {said !== '' && (
                <p role="alert" className="sign-trouble">
                  {said}
                </p>
              )}
              {othersOpen && document.signedAt === undefined && (
                <label className="sign-complete">
                  <input
                    type="checkbox"
                    checked={complete}
                    onChange={event => setComplete(event.currentTarget.checked)}
                  />
                  {t('sign.complete')}
                </label>
              )}
              <div className="sign-acts">
                <ActButton rank="filled" size="big" busy={busy} onClick={() => void done()}>
                  {t('sign.act')}
                </ActButton>
                <ActButton
                  size="big"
                  disabled={strokes.length === 0}
                  onClick={() => setStrokes(strokes.slice(0, -1))}
                >
                  {t('sign.undo')}
                </ActButton>
                <ActButton size="big" disabled={strokes.length === 0} onClick={() => setStrokes([])}>
                  {t('sign.clear')}
                </ActButton>
                <ActButton size="big" onClick={() => setStage('read')}>
                  {t('sign.back')}
                </ActButton>
                <ActButton size="big" onClick={onClose}>
                  {t('notNow')}
                </ActButton>
              </div>
            </div>
          )}
        </div>
      </div>
    </Dialog>
  );
}
