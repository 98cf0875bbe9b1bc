import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lookalike } from '#shared/case/lookalikes.ts';
import { dateOf } from '#shared/core/instant.ts';
import { inLanguage, type Language } from '#shared/core/text.ts';
import type { Procedure } from '#shared/procedure/procedure.schema.ts';
import { ActButton } from '#renderer/ui/button/act-button.tsx';
import type { Command } from '#renderer/ui/command/command.types.ts';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import { useLookalikeWords } from './lookalike-words.ts';

export interface LookalikeItemProps {
  readonly lookalike: Lookalike;
  /** Its place among those in sight, from 0: two keys of their own belong to each. */
  readonly nth: number;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly linked: boolean;
  readonly onLink: () => void;
  readonly onNotSame: () => void;
  readonly onLook: () => void;
}

/** What the procedure wants with a case it takes for the same matter: another thing while that one is open. */
function toldOf({ repeats }: Procedure, { matter, reasons }: Lookalike) {
  if (!repeats || !reasons.some(({ code }) => code === 'rule')) return undefined;
  return (matter.open ? repeats.while_open : repeats.once_closed) ?? repeats.told;
}

/** One earlier case, why it looks like this one, and what can be said of it. */
export function LookalikeItem(props: LookalikeItemProps): ReactNode {
  const { lookalike, nth, procedure, language, linked, onLink, onNotSame, onLook } = props;
  const { t } = useTranslation('reception');
  const words = useLookalikeWords(procedure, language);
  const { matter, reasons } = lookalike;
  const told = toldOf(procedure, lookalike);
  const seen = [matter.person, matter.about].filter(part => part !== '').join(t('lookalikes.colon'));
  const { number } = matter;
  const look: Command = {
    ...{ id: `look-${nth}`, name: t('lookalikes.lookOf', { number }), key: `Alt+${2 * nth + 1}` },
    group: 'here',
    run: onLook,
  };
  const link: Command = {
    ...{ id: `link-${nth}`, key: `Alt+${2 * nth + 2}`, group: 'here', run: onLink },
    name: t(linked ? 'lookalikes.unlinkOf' : 'lookalikes.linkOf', { number }),
  };
  useCommands([look, link]);
  return (
    <li className={linked ? 'lookalike-linked' : undefined}>
      <div className="lookalike-head">
        <strong className="num">{matter.number}</strong>
        <span>
          {dateOf(matter.receivedAt)}
          {matter.state && ` ${inLanguage(matter.state, language)}`}
        </span>
      </div>
      <p className="lookalike-why">{words(reasons)}</p>
      <p className="lookalike-about clip">
        {matter.sealed.length > 0 ? t('lookalikes.secret') : seen || t('nameless')}
      </p>
      {told && <p className="lookalike-told">{inLanguage(told, language)}</p>}
      <div className="lookalike-acts">
        <ActButton size="small" command={link}>
          {linked ? t('lookalikes.unlink') : t('lookalikes.link')}
        </ActButton>
        <ActButton size="small" rank="text" onClick={onNotSame}>
          {t('lookalikes.notSame')}
        </ActButton>
        <ActButton size="small" rank="text" command={look}>
          {t('lookalikes.look')}
        </ActButton>
      </div>
    </li>
  );
}
