import { useEffect, useState } from 'react';
import type { AttachmentState } from '#shared/case/case.state.ts';
import type { DeskFault } from '#shared/ipc/result.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import { readAttachment, type ReadProgress } from './attachment.reader.ts';

export interface OpenedFile {
  readonly blob?: Blob;
  /** Lives as long as the file is looked at. */
  readonly address?: string;
  readonly fault?: DeskFault;
  readonly progress?: ReadProgress;
}

/** A file out of the vault while somebody looks at it. */
export function useAttachmentFile({ sha256, media }: Pick<AttachmentState, 'sha256' | 'media'>): OpenedFile {
  const { api } = useDesk();
  const [opened, setOpened] = useState<OpenedFile>({});
  useEffect(() => {
    const left = new AbortController();
    const isLeft = (): boolean => left.signal.aborted;
    let address: string | undefined;
    const read = async (): Promise<void> => {
      const file = await readAttachment(api, { sha256, media }, left.signal, progress => {
        if (!isLeft()) setOpened({ progress });
      });
      if (isLeft()) return;
      if (!file.ok) {
        setOpened({ fault: file.error });
        return;
      }
      address = URL.createObjectURL(file.value);
      setOpened({ blob: file.value, address });
    };
    void read();
    return () => {
      left.abort();
      if (address !== undefined) URL.revokeObjectURL(address);
      setOpened({});
    };
  }, [api, sha256, media]);
  return opened;
}
