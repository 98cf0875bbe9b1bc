import { useHotkeys } from '@mantine/hooks';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '#shared/core/ids.ts';
import { KeyHint } from '#renderer/ui/button/key-hint.tsx';
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
  useHotkeys(
    people
      .slice(0, KEYED)
      .map(({ id }, index) => [`alt+Digit${index + 1}`, () => onChoose(id), { usePhysicalKeys: true }]),
    [],
  );
  return (
    <div className="lock-people scroll" role="radiogroup" aria-label={t('people')}>
      {people.map((person, index) => (
        <label key={person.id} className="lock-person">
          <input
            type="radio"
            name={name}
            checked={person.id === chosen}
            onChange={() => onChoose(person.id)}
            aria-keyshortcuts={index < KEYED ? `Alt+${index + 1}` : undefined}
          />
          <span className="clip">{person.name}</span>
          {index < KEYED && <KeyHint keys={`Alt+${index + 1}`} />}
        </label>
      ))}
    </div>
  );
}
