import { IconWritingSign } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseState, DocumentState } from '#shared/case/case.state.ts';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { CaseForm } from '#shared/procedure/form.schema.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { placeName, signPlaces } from '#shared/signing/sign-places.ts';
import { useIdentity } from '#renderer/features/identity/index.ts';
import { monthDay } from '#renderer/i18n/day-words.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { SignatureImage } from './signature-image.tsx';
import './signing.css';

export interface PadSignaturesProps {
  readonly procedure: Procedure;
  readonly state: CaseState;
  readonly form: CaseForm;
  readonly document: DocumentState;
  /** It is the last one of its form, and says what the case says. */
  readonly isCurrent: boolean;
  /** The very file; undefined until it is open. */
  readonly text: ReactNode | undefined;
  readonly onCopy: () => void;
}

/** Who signed this paper on the screen, and the way to do it. */
export function PadSignatures(props: PadSignaturesProps): ReactNode {
  const { procedure, state, form, document, isCurrent, text, onCopy } = props;
  const { t, i18n } = useTranslation('signing');
  const [signing, setSigning] = useState(false);
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const isCovered = useIdentity(procedure, state).covered.size > 0;
  const signatures = document.padSignatures ?? [];
  const mayBeSigned = isCurrent && !document.voided && state.mergedInto === undefined;
  return (
    <div className="sign-given">
      {signatures.length === 0 && <p>{t(mayBeSigned ? 'none' : 'noneHere')}</p>}
      {isCovered && signatures.length > 0 ? (
        <p>{t('covered', { count: signatures.length })}</p>
      ) : (
        <Given signatures={signatures} form={form} language={language} />
      )}
      {signatures.length > 0 && <p>{t(document.signedAt === undefined ? 'incomplete' : 'complete')}</p>}
      {mayBeSigned && (
        <ActButton
          icon={<IconWritingSign size={20} aria-hidden />}
          disabled={text === undefined}
          onClick={() => setSigning(true)}
        >
          {t('act')}
        </ActButton>
      )}
      {signatures.length > 0 && !isCovered && <ActButton onClick={onCopy}>{t('copy.look')}</ActButton>}
      {signing && text !== undefined && (
        <SignDialog
          {...{ state, document, language, text }}
          name={inLanguage(form.name, language)}
          places={signPlaces(form)}
          onClose={() => setSigning(false)}
        />
      )}
    </div>
  );
}

function Given({
  signatures,
  form,
  language,
}: {
  readonly signatures: NonNullable<DocumentState['padSignatures']>;
  readonly form: CaseForm;
  readonly language: Language;
}): ReactNode {
  const { t } = useTranslation('signing');
  const { t: ui } = useTranslation('ui');
  const places = signPlaces(form);
  return (
    <ul className="sign-list">
      {signatures.map(({ place, signer, image, at, by }) => {
        const found = places.find(({ id }) => id === place);
        const when = `${monthDay(ui, dateOf(at))} ${timeOf(at)}`;
        return (
          <li key={`${place} ${signer}`}>
            <strong>{found ? placeName(found, language) : place}</strong>
            <SignatureImage image={image} label={t('image', { signer })} />
            <p>{t('given', { signer, when, by })}</p>
          </li>
        );
      })}
    </ul>
  );
}
