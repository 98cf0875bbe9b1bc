import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import type { PickerGroup } from '#renderer/ui/picker/picker-panel.tsx';
import { Picker } from '#renderer/ui/picker/picker.tsx';
import { markedName } from './name-search.ts';

export interface ProcedurePickerProps {
  readonly procedures: readonly Procedure[];
  readonly chosen: Procedure;
  readonly language: Language;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onChoose: (id: string) => void;
}

/** Procedures by sector, those that match a search only. */
function grouped(
  procedures: readonly Procedure[],
  search: string,
  language: Language,
): readonly PickerGroup[] {
  const groups = new Map<string, PickerGroup['options'][number][]>();
  for (const { id, name, sector, code } of procedures) {
    const words = inLanguage(name, language);
    const pieces = markedName(words, search);
    if (!pieces) continue;
    const title = inLanguage(sector, language);
    const options = groups.get(title) ?? [];
    groups.set(title, options);
    options.push({ id, name: pieces, note: code });
  }
  return Array.from(groups, ([title, options]) => ({ title, options }));
}

/** Which procedure the next case is registered by; searched by name, pinyin or initials. */
export function ProcedurePicker(props: ProcedurePickerProps): ReactNode {
  const { procedures, chosen, language, open, onOpenChange, onChoose } = props;
  const { t } = useTranslation('procedures');
  const change: Command = {
    ...{ id: 'change-procedure', name: t('picker.change'), key: 'Alt+G', group: 'here' },
    run: () => onOpenChange(true),
  };
  useCommands([change]);
  return (
    <Picker
      label={t('picker.change')}
      chosen={inLanguage(chosen.name, language)}
      command={change}
      searchLabel={t('picker.search')}
      searchHint={t('picker.by')}
      noneFound={t('picker.none')}
      keys={[
        { keys: '↑ ↓', does: t('picker.move') },
        { keys: 'Enter', does: t('picker.take') },
        { keys: 'Esc', does: t('picker.leave') },
      ]}
      find={text => grouped(procedures, text, language)}
      onChoose={onChoose}
      open={open}
      onOpenChange={onOpenChange}
    />
  );
}
