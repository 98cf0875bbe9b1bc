import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BundleState } from '#shared/case/office.state.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';

export interface BundleListProps {
  readonly bundles: readonly BundleState[];
  readonly onVerify: (bundle: string) => void;
}

/** The words of delivery are exact: 已封包 → 已写入 → 重新插入，核对一致 → 已收讫. */
function Standing({ bundle }: { readonly bundle: BundleState }): ReactNode {
  const { t } = useTranslation('month');
  const { receipt, written } = bundle;
  if (receipt?.verdict === 'accepted') return <StatusText tone="ok">{t('bundle.accepted')}</StatusText>;
  if (receipt)
    return (
      <StatusText tone="over">{t('bundle.rejected', { why: receipt.reasons.join(t('gap')) })}</StatusText>
    );
  return <StatusText>{t(`bundle.${written === 'no' ? 'sealed' : written}`)}</StatusText>;
}

export function BundleList({ bundles, onVerify }: BundleListProps): ReactNode {
  const { t } = useTranslation('month');
  if (bundles.length === 0) return <p>{t('noBundles')}</p>;
  return (
    <ul className="month-bundles">
      {bundles.toReversed().map(bundle => (
        <li key={bundle.id}>
          <strong>
            {t('periodName', { year: bundle.period.slice(0, 4), month: Number(bundle.period.slice(5)) })}
          </strong>
          <Standing bundle={bundle} />
          <small className="num">{bundle.file}</small>
          {bundle.written === 'written' && !bundle.receipt && (
            <ActButton size="small" onClick={() => onVerify(bundle.id)}>
              {t('verify')}
            </ActButton>
          )}
        </li>
      ))}
    </ul>
  );
}
