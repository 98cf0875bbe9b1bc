import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_PAGES, type DrawnTiff } from '#renderer/features/scans/index.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { StatusText } from '#renderer/ui/notice/status-text.tsx';
import { PhotoView } from './photo-view.tsx';
import { withTiffReader } from './tiff-apart.ts';

/** 300 dpi of an A4 page. */
const LONGEST = 3600;

interface Look {
  /** 0 where nobody has counted yet; null where it is no TIFF that can be read. */
  readonly pages: number | null;
  readonly address?: string;
  readonly missing?: Exclude<DrawnTiff, Blob>;
}

/** Counts and draws apart from the window, and keeps what was seen until the next page is there. */
function useTiffPage(file: Blob, page: number): Look {
  const [look, setLook] = useState<Look>({ pages: 0 });
  useEffect(() => {
    const left = new AbortController();
    void withTiffReader(left.signal, async reader => {
      const pages = await reader.countTiff(file);
      const drawn = pages === null ? 'cannot' : await reader.drawTiff(file, page, LONGEST);
      return { pages, drawn };
    }).then(read => {
      if (left.signal.aborted) return;
      const { pages, drawn } = read ?? { pages: null, drawn: 'cannot' as const };
      setLook(
        drawn instanceof Blob ? { pages, address: URL.createObjectURL(drawn) } : { pages, missing: drawn },
      );
    });
    return () => left.abort();
  }, [file, page]);
  const { address } = look;
  useEffect(
    () => () => {
      if (address !== undefined) URL.revokeObjectURL(address);
    },
    [address],
  );
  return look;
}

/** The pages of a TIFF, one at a time. */
export function TiffView({ file, name }: { readonly file: Blob; readonly name: string }): ReactNode {
  const { t } = useTranslation('attachments');
  const [page, setPage] = useState(1);
  const { pages, address, missing } = useTiffPage(file, page);
  const count = pages ?? 0;
  const go = (to: number) => () => setPage(Math.min(Math.max(1, count), Math.max(1, to)));
  const acts: readonly Command[] =
    count > 1
      ? [
          ...[{ id: 'tiff-back', name: t('view.pageBack'), key: 'PageUp', run: go(page - 1) }],
          ...[{ id: 'tiff-on', name: t('view.pageOn'), key: 'PageDown', run: go(page + 1) }],
        ].map(act => ({ ...act, group: 'here' as const, repeats: true }))
      : [];
  useCommands(acts);
  return (
    <div className="attach-photo">
      {count > 1 && (
        <div className="attach-acts">
          {acts.map(act => (
            <ActButton key={act.id} size="small" command={act} />
          ))}
          <span role="status">{t('view.page', { page, pages: count })}</span>
        </div>
      )}
      {missing !== undefined && (
        <StatusText tone="soon">
          {missing === 'too-large'
            ? t('view.tooLarge')
            : t(pages === null ? 'view.cannotPages' : 'view.cannot', { most: MOST_PAGES })}
        </StatusText>
      )}
      {missing === undefined &&
        (address === undefined ? (
          <p role="status">{t('view.drawing')}</p>
        ) : (
          <PhotoView {...{ address, name }} />
        ))}
    </div>
  );
}
