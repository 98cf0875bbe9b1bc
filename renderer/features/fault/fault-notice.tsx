import type { ReactNode } from 'react';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { useOpenDesk } from '#renderer/db/live/desk.context.ts';
import { ErrorNotice } from '#renderer/ui/notice/error-notice.tsx';
import { useFaultWords, type AnyFault } from './fault-words.ts';

export interface FaultNoticeProps {
  /** What did not happen: 没有存上. */
  readonly title: string;
  readonly fault: AnyFault;
  readonly procedure?: Pick<Procedure, 'fields'> | undefined;
  readonly acts?: ReactNode;
}

/** A refusal on a page of the open ledger; what is copied for the administrator holds no personal data. */
export function FaultNotice({ title, fault, procedure, acts }: FaultNoticeProps): ReactNode {
  const words = useFaultWords()(fault, procedure);
  const { boot } = useOpenDesk();
  const copy = (): Promise<void> =>
    navigator.clipboard.writeText(`${words.code} · ${boot.version} · ${boot.office?.code ?? ''}`);
  return (
    <ErrorNotice
      title={title}
      what={words.what}
      kept={words.kept}
      next={words.next}
      code={words.code}
      onCopy={copy}
      acts={acts}
    />
  );
}
