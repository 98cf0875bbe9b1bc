import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDate } from '#shared/calendar/chinese-date.ts';
import { dateOf, timeOf } from '#shared/core/instant.ts';
import type { Language } from '#shared/core/text.ts';
import type { SentPaper, Transfer } from '#shared/transfer/transfer.schema.ts';
import { SignatureImage } from '#renderer/features/signing/index.ts';

interface SignedPaperProps {
  readonly paper: SentPaper;
  readonly language: Language;
}

function SignedPaper({ paper, language }: SignedPaperProps): ReactNode {
  const { t } = useTranslation('transfers');
  const { t: signing } = useTranslation('signing');
  const { name, signed_on_screen: signed } = paper;
  if (!signed) return null;
  const { mark, complete, signatures } = signed;
  const title = t('files.signed', { name });
  return (
    <section className="sign-given" aria-label={title}>
      <h4>{title}</h4>
      <ul className="sign-list">
        {signatures.map(({ place, signer, at, by, image }) => (
          <li key={`${place} ${signer}`}>
            <strong>{place}</strong>
            <SignatureImage image={image} label={signing('image', { signer })} />
            <p>
              {signing('given', { signer, by, when: `${writtenDate(dateOf(at), language)} ${timeOf(at)}` })}
            </p>
          </li>
        ))}
      </ul>
      <p>
        {t('files.signedFor', { mark })} {!complete && signing('incomplete')}
      </p>
    </section>
  );
}

/** What was signed on the screen at the other office: it holds for the very file of the paper that came along. */
export const ReceivedSignatures = ({
  papers,
  language,
}: Pick<Transfer, 'papers'> & { readonly language: Language }): ReactNode =>
  papers.map(paper => <SignedPaper key={paper.document} {...{ paper, language }} />);
