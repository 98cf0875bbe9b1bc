import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BUNDLE_SENTENCES, type BundleCode } from '#shared/bundle/bundle.refusals.ts';
import { standingOf, waitingSince, type BundleStanding } from '#shared/case/bundle.standing.ts';
import type { BundleState } from '#shared/case/office.state.ts';
import { dateOf } from '#shared/core/instant.ts';
import type { PlainMonth } from '#shared/core/plain-date.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { RemoveBundle, useRemovable } from './remove-bundle.tsx';

export interface BundleListProps {
  readonly bundles: readonly BundleState[];
  readonly busy: boolean;
  readonly onVerify: (bundle: string) => void;
  /** To the month of a bundle that has to go out once more. */
  readonly onMonth: (period: PlainMonth) => void;
}

const TONES = {
  ...{ sealed: 'plain', written: 'plain', verified: 'plain', accepted: 'ok' },
  ...{ rejected: 'over', stranded: 'over', replaced: 'plain' },
} as const satisfies Record<BundleStanding['state'], 'plain' | 'ok' | 'over'>;

/** Signed is the Chinese; who reads English gets the same sentence from the table it was taken from. */
function useReasons(): (standing: Extract<BundleStanding, { state: 'rejected' }>) => string {
  const { t, i18n } = useTranslation('month');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return ({ reasons }) =>
    reasons
      .map(({ code, sentence }) =>
        language === 'en' && code !== undefined && code in BUNDLE_SENTENCES
          ? inLanguage(BUNDLE_SENTENCES[code as BundleCode], language)
          : sentence,
      )
      .join(t('gap'));
}

/** The words of delivery are exact: 已封包 → 已写入 → 重新插入，核对一致 → 已收讫. Only the receipt is delivery. */
function Standing({ bundle, standing }: { readonly bundle: BundleState; readonly standing: BundleStanding }) {
  const { t } = useTranslation('month');
  const reasons = useReasons();
  const waiting = waitingSince(bundle);
  return (
    <>
      <StatusText tone={TONES[standing.state]}>
        {t(`bundle.${standing.state}`, { date: dateOf(standing.since) })}
      </StatusText>
      {standing.state === 'rejected' && (
        <>
          <span>{t('bundle.why', { why: reasons(standing) })}</span>
          <span>{t(`remedy.${standing.remedy}`)}</span>
        </>
      )}
      {standing.state === 'stranded' && <span>{t('remedy.stranded')}</span>}
      {waiting !== undefined && standing.state !== 'stranded' && standing.state !== 'replaced' && (
        <span>{t('bundle.waiting', { date: dateOf(waiting) })}</span>
      )}
    </>
  );
}

export function BundleList({ bundles, busy, onVerify, onMonth }: BundleListProps): ReactNode {
  const { t } = useTranslation('month');
  const { removable, removed } = useRemovable();
  if (bundles.length === 0) return <p>{t('noBundles')}</p>;
  const name = (period: PlainMonth): string =>
    t('periodName', { year: period.slice(0, 4), month: Number(period.slice(5)) });
  return (
    <ul className="month-bundles">
      {bundles.toReversed().map(bundle => {
        const standing = standingOf(bundles, bundle);
        const { state } = standing;
        return (
          <li key={bundle.id}>
            <strong>{name(bundle.period)}</strong>
            <Standing bundle={bundle} standing={standing} />
            <small className="num">{bundle.file}</small>
            {removable.includes(bundle.id) && (
              <RemoveBundle bundle={bundle.id} month={name(bundle.period)} onRemoved={removed} />
            )}
            {state === 'written' && (
              <ActButton size="small" busy={busy} onClick={() => onVerify(bundle.id)}>
                {t('verify')}
              </ActButton>
            )}
            {(state === 'rejected' || state === 'stranded') && (
              <ActButton size="small" busy={busy} onClick={() => onMonth(bundle.period)}>
                {t('toMonth', { month: name(bundle.period) })}
              </ActButton>
            )}
          </li>
        );
      })}
    </ul>
  );
}
