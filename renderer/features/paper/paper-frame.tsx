import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNotice, useFaultWords, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { SideColumn, type SideSectionSpec } from '#renderer/ui/frame/side-column.tsx';
import { PaperView } from './paper-view.tsx';
import { PrintActs, type PrintersKnown } from './print-acts.tsx';
import { PrintFields } from './print-fields.tsx';
import { readCopies } from './print-order.ts';
import type { PdfState } from './use-opened-pdf.ts';
import type { PrintDesk } from './use-print-desk.ts';
import './case-paper.css';

export interface PaperFrameProps {
  readonly title: string;
  readonly sub: ReactNode;
  readonly back: ReactNode;
  readonly desk: PrintDesk;
  readonly pdf: PdfState;
  /** Beneath the fields of the printer: who gets one, or that it is not kept. */
  readonly hint: string | undefined;
  /** Sections of the side above that of the printer. */
  readonly before?: readonly SideSectionSpec[];
  /** What the side is called where it is more than printing. */
  readonly column?: string;
  /** Sections of the side beneath that of the printer. */
  readonly more?: readonly SideSectionSpec[];
  /** What should be known before printing. */
  readonly notes: ReactNode;
  /** Which paper is shown; undefined while it is made. */
  readonly shown: string | undefined;
  readonly fault: AnyFault | null | undefined;
  readonly onAgain: () => void;
}

const printersKnown = ({ list }: PrintDesk['printers']): PrintersKnown =>
  list === undefined ? 'unknown' : list.length === 0 ? 'none' : 'some';

/** The very PDF that will be printed, and the printer beside it. */
export function PaperFrame(props: PaperFrameProps): ReactNode {
  const {
    title,
    sub,
    back,
    desk,
    pdf,
    hint,
    column,
    before = [],
    more = [],
    notes,
    shown,
    fault,
    onAgain,
  } = props;
  const { t } = useTranslation('paper');
  return (
    <>
      <PageHead
        above={back}
        title={title}
        sub={sub}
        actions={<span className="paper-quiet">{t('truth')}</span>}
      />
      <PageColumns
        padded={false}
        sideWidth={20}
        sideHasAct
        side={
          <SideColumn
            label={column ?? t('print.column')}
            sections={[
              ...before,
              {
                id: 'print',
                panelKey: 'F6',
                title: t('print.title'),
                content: desk.printers.list && (
                  <PrintFields
                    {...desk}
                    printers={desk.printers.list}
                    forWhom={hint}
                    onChange={desk.change}
                    onLook={desk.printers.look}
                  />
                ),
              },
              ...more,
            ]}
            foot={
              <PrintActs
                printing={desk.printing}
                printers={printersKnown(desk.printers)}
                ready={pdf.pdf !== undefined}
                copies={readCopies(desk.copies) ?? 1}
                onPrint={desk.print}
                onSave={desk.save}
              />
            }
          />
        }
      >
        <div className="paper-main">
          {notes}
          <Preview shown={shown} pdf={pdf} fault={fault ?? pdf.fault} onAgain={onAgain} />
        </div>
      </PageColumns>
    </>
  );
}

function Preview({
  shown,
  pdf,
  fault,
  onAgain,
}: Pick<PaperFrameProps, 'shown' | 'pdf' | 'fault' | 'onAgain'>): ReactNode {
  const { t } = useTranslation('paper');
  const faultWords = useFaultWords();
  if (fault) {
    return (
      <div className="paper-fault">
        <FaultNotice
          title={t('notMade', { what: faultWords(fault).what })}
          fault={fault}
          acts={
            <ActButton rank="filled" onClick={onAgain}>
              {t('again')}
            </ActButton>
          }
        />
      </div>
    );
  }
  if (pdf.pdf) return <PaperView key={shown} pages={pdf.pdf.pages} />;
  return (
    <p className="paper-making" role="status">
      {shown === undefined ? t('making') : t('opening')}
    </p>
  );
}
