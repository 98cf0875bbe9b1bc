import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '#shared/core/ids.ts';
import { ariaKeys, KeyHint } from '#renderer/ui/button/key-hint.tsx';
import { useCommands } from '#renderer/ui/command/use-commands.ts';
import './people-list.css';

export interface Known {
  readonly id: PersonId;
  readonly name: string;
}

export interface PeopleListProps {
  readonly people: readonly Known[];
  readonly chosen: PersonId;
  readonly onChoose: (person: PersonId) => void;
}

/** Only as many as there are digits have a key of their own; the others are reached by arrows. */
const KEYED = 9;

/** Who is at the desk: one of the people of the office, by arrows or by Alt and their number. */
export function PeopleList({ people, chosen, onChoose }: PeopleListProps): ReactNode {
  const { t } = useTranslation('lock');
  const name = useId();
  const keyed = people.slice(0, KEYED).map((person, index) => ({
    ...{ id: `person-${index + 1}`, name: person.name, key: `Alt+${index + 1}`, group: 'here' as const },
    run: () => onChoose(person.id),
  }));
  useCommands(keyed);
  return (
    <div className="lock-people scroll" role="radiogroup" aria-label={t('people')}>
      {people.map((person, index) => (
        <label key={person.id} className="lock-person">
          <input
            type="radio"
            name={name}
            checked={person.id === chosen}
            onChange={() => onChoose(person.id)}
            aria-keyshortcuts={ariaKeys(keyed[index]?.key)}
          />
          <span className="clip">{person.name}</span>
          {keyed[index] && <KeyHint keys={keyed[index].key} />}
        </label>
      ))}
    </div>
  );
}
