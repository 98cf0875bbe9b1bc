import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseId } from '#shared/core/ids.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { Draft } from '#renderer/db/live/drafts.types.ts';
import { useKeptDraft } from '#renderer/db/live/use-kept-draft.ts';
import { FaultNotice, type AnyFault } from '#renderer/features/fault/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';

/** 记办理经过: a note of what was done, between the steps. */
export function CaseNote({
  id,
  procedure,
  draft,
}: {
  readonly id: CaseId;
  readonly procedure: Procedure;
  /** What was written and not recorded. */
  readonly draft: Draft | undefined;
}): ReactNode {
  const { t } = useTranslation('case');
  const desk = useDesk();
  const [text, setText] = useState(draft?.content.note ?? '');
  const [fault, setFault] = useState<AnyFault | null>(null);
  const [busy, setBusy] = useState(false);

  const kept = useKeptDraft(
    draft,
    text === '' ? null : { ...{ v: 1, procedure: procedure.id, case: id, values: {} }, note: text },
  );

  const add = async (): Promise<void> => {
    setBusy(true);
    const done = await desk.submitCase(id, { type: 'add-note', text });
    setBusy(false);
    setFault(done.ok ? null : done.error);
    if (!done.ok) return;
    await kept.drop();
    setText('');
  };

  return (
    <div className="case-note">
      {fault && <FaultNotice title={t('noteNotAdded')} fault={fault} procedure={procedure} />}
      <textarea
        autoComplete="off"
        className="case-note-text"
        aria-label={t('note')}
        placeholder={t('notePlaceholder')}
        rows={1}
        maxLength={20_000}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <ActButton busy={busy} onClick={() => void add()}>
        {t('addNote')}
      </ActButton>
    </div>
  );
}
