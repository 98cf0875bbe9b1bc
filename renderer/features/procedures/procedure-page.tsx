import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { writtenDate } from '#shared/calendar/chinese-date.ts';
import { officeCards } from '#shared/case/own-cards.ts';
import { withOverrides } from '#shared/case/overrides.ts';
import { plainDate } from '#shared/core/plain-date.ts';
import { inLanguage, type Language, type Text } from '#shared/core/text.ts';
import { getState } from '#shared/procedure/procedure.lookup.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { useNow } from '#renderer/db/live/use-now.ts';
import { BackButton } from '#renderer/ui/frame/back-button.tsx';
import { PageColumns } from '#renderer/ui/frame/page-columns.tsx';
import { PageHead } from '#renderer/ui/frame/page-head.tsx';
import { EmptyState } from '#renderer/ui/notice/empty-state.tsx';
import { ColumnHeads } from './column-heads.tsx';
import { GuidanceCards } from './guidance-cards.tsx';
import { NumberSeries } from './number-series.tsx';
import { ProcedureClasses } from './procedure-classes.tsx';
import { ProcedureDuties } from './procedure-duties.tsx';
import { ProcedureLadder } from './procedure-ladder.tsx';
import { ProcedureLimits } from './procedure-limits.tsx';
import { ProcedureReports } from './procedure-reports.tsx';
import { ProcedureRetention } from './procedure-retention.tsx';
import { ProcedureSettings } from './procedure-settings.tsx';
import './procedures-page.css';
import { unverifiedOf } from './unverified.ts';

export interface ProcedurePageProps {
  readonly id: string;
  readonly onBack: () => void;
  /** Opens a register or report of the procedure by its id. */
  readonly onOpenPaper: (paper: string) => void;
  /** Opens what such a report counts. */
  readonly onOpenFigures: (paper: string) => void;
}

/** A full-width space, as Chinese sets two facts apart in one line. */
const GAP = '\u3000';

interface PartProps {
  readonly procedure: Procedure;
  readonly language: Language;
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Steps({ procedure, language }: PartProps): ReactNode {
  const { t } = useTranslation('procedures');
  const { t: roleWords } = useTranslation('fault');
  const words = (text: Text): string => inLanguage(text, language);
  const formName = (id: string): string =>
    words(procedure.forms.find(form => form.id === id)?.name ?? { zh: id, en: id });
  return (
    <table>
      <ColumnHeads words={(['name', 'from', 'to', 'role', 'needs'] as const).map(key => t(`step.${key}`))} />
      <tbody>
        {procedure.steps.map(step => (
          <tr key={step.id}>
            <td>
              {words(step.name)}
              {step.unverified && <span className="procedure-mark">{t('mark')}</span>}
            </td>
            <td>
              {step.from === 'open'
                ? t('anyOpen')
                : step.from.map(id => words(getState(procedure, step.track, id).name)).join(t('and'))}
            </td>
            <td>
              {step.to === undefined ? t('stays') : words(getState(procedure, step.track, step.to).name)}
            </td>
            <td>{roleWords(`role.${step.role}`)}</td>
            <td>
              {[
                ...(step.approval ? [t('approval', { role: roleWords(`role.${step.approval}`) })] : []),
                ...(step.owes.length > 0
                  ? [t('owes', { forms: step.owes.map(formName).join(t('and')) })]
                  : []),
              ].join(t('further'))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Lists({ procedure, language }: PartProps): ReactNode {
  const { t } = useTranslation('procedures');
  const words = (text: Text): string => inLanguage(text, language);
  const { severity, escalation, archive } = procedure;
  return (
    <>
      {severity && (
        <Part title={t('severity')}>
          <ProcedureClasses {...{ procedure, severity, language }} />
        </Part>
      )}
      {escalation && (
        <Part title={t('escalation')}>
          <ProcedureLadder {...{ escalation, language }} procedure={procedure.id} />
        </Part>
      )}
      {archive && (
        <Part title={t('archive')}>
          <ul>
            {archive.contents.map(item => (
              <li key={item.id}>{words(item.name)}</li>
            ))}
          </ul>
          <ProcedureRetention id={procedure.id} archive={archive} />
        </Part>
      )}
    </>
  );
}

function Forms({ procedure, language }: PartProps): ReactNode {
  const { t } = useTranslation('procedures');
  return (
    <table>
      <ColumnHeads words={(['id', 'name', 'kind'] as const).map(key => t(`form.${key}`))} />
      <tbody>
        {procedure.forms.map(form => (
          <tr key={form.id}>
            <td className="num">{form.id}</td>
            <td>
              {inLanguage(form.name, language)}
              {form.unverified && <span className="procedure-mark">{t('mark')}</span>}
            </td>
            <td>{t(`sheet.${form.sheet}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Unverified({ procedure, language }: PartProps): ReactNode {
  const { t } = useTranslation('procedures');
  const open = unverifiedOf(procedure, language, t);
  if (open.length === 0) return <p>{t('none')}</p>;
  return (
    <>
      <p className="procedure-quiet">{t('unverifiedNote')}</p>
      <ul>
        {open.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function ProcedureParts({
  procedure,
  language,
  onOpenPaper,
  onOpenFigures,
}: PartProps & Pick<ProcedurePageProps, 'onOpenPaper' | 'onOpenFigures'>): ReactNode {
  const { t } = useTranslation('procedures');
  const { office } = useOpenDesk();
  return (
    <div className="procedure">
      <Part title={t('about')}>
        <p>{inLanguage(procedure.source, language)}</p>
      </Part>
      <Part title={t('steps')}>
        <Steps procedure={procedure} language={language} />
      </Part>
      <Part title={t('limits')}>
        <ProcedureLimits procedure={procedure} language={language} />
      </Part>
      {procedure.duties.length > 0 && (
        <Part title={t('duties')}>
          <ProcedureDuties procedure={procedure} language={language} />
        </Part>
      )}
      <Part title={t('forms')}>
        <Forms procedure={procedure} language={language} />
      </Part>
      <ProcedureReports {...{ procedure, language, onOpenFigures }} onOpen={onOpenPaper} />
      <Part title={t('numbers')}>
        <NumberSeries procedure={procedure} language={language} />
      </Part>
      <Lists procedure={procedure} language={language} />
      {procedure.settings.length > 0 && (
        <Part title={t('settings')}>
          <ProcedureSettings procedure={procedure} language={language} />
        </Part>
      )}
      {procedure.guidance.length > 0 && (
        <Part title={t('cardsHere')}>
          <GuidanceCards cards={officeCards(procedure.id, procedure.guidance, office)} language={language} />
        </Part>
      )}
      <Part title={t('unverified')}>
        <Unverified procedure={procedure} language={language} />
      </Part>
    </div>
  );
}

/** One procedure as the office uses it: its steps, limits and forms, what is not confirmed, what the office set itself. */
export function ProcedurePage({ id, onBack, ...opens }: ProcedurePageProps): ReactNode {
  const { t, i18n } = useTranslation('procedures');
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { procedures, guidance, office } = useOpenDesk();
  const now = useNow();
  // The minute that `now` tells began before what was changed just now.
  const changedAt = office.overrides.at(-1)?.at;
  const pack = procedures.find(each => each.id === id);
  const cards = guidance.find(each => each.id === id);
  const back = <BackButton onBack={onBack}>{t('back')}</BackButton>;
  const shown = pack ?? cards;
  if (!shown) return <EmptyState title={t('list.none', { search: id })} acts={back} />;
  const validity = pack
    ? pack.valid_to === null
      ? t('list.validOpen', { from: writtenDate(plainDate(pack.valid_from), language) })
      : t('list.valid', {
          from: writtenDate(plainDate(pack.valid_from), language),
          to: writtenDate(plainDate(pack.valid_to), language),
        })
    : '';
  return (
    <>
      <PageHead
        above={back}
        title={inLanguage(shown.name, language)}
        sub={`${t('version', { version: shown.version })}${GAP}${validity}`}
      />
      <PageColumns>
        {pack ? (
          <ProcedureParts
            procedure={withOverrides(pack, office, changedAt && changedAt > now ? changedAt : now)}
            language={language}
            {...opens}
          />
        ) : (
          <GuidanceCards cards={officeCards(id, cards?.cards ?? [], office)} language={language} />
        )}
      </PageColumns>
    </>
  );
}
