import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '#shared/core/ids.ts';
import type { Role } from '#shared/procedure/role.ts';
import { useDesk } from '#renderer/db/live/desk.context.ts';
import type { AnyFault } from '#renderer/features/fault/index.ts';
import { AnswerField } from '#renderer/features/first-run/index.ts';
import { RoleTicks } from './role-ticks.tsx';
import { SettingsForm } from './settings-form.tsx';

export interface AddPersonProps {
  readonly onDone: () => void;
}

/** Somebody new: name, telephone, roles. The passphrase comes next, from the person's own hand. */
export function AddPerson({ onDone }: AddPersonProps): ReactNode {
  const { t } = useTranslation('settings');
  const desk = useDesk();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['registrar', 'handler']);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const save = async (): Promise<void> => {
    const done = await desk.submitOffice({ type: 'add-person', name, phone, roles });
    if (done.ok) onDone();
    else setFault(done.error);
  };
  return (
    <SettingsForm
      title={t('people.add')}
      refusedTitle={t('people.notSaved')}
      save={t('people.addNow')}
      fault={fault}
      onSave={() => void save()}
      onCancel={onDone}
    >
      <AnswerField
        label={t('people.name')}
        name="name"
        autoFocus
        value={name}
        onValue={setName}
        wrong={undefined}
      />
      <AnswerField
        label={t('people.phone')}
        name="phone"
        inputMode="tel"
        value={phone}
        onValue={setPhone}
        wrong={undefined}
      />
      <RoleTicks value={roles} onChange={setRoles} />
    </SettingsForm>
  );
}

export interface ChangeRolesProps {
  readonly person: PersonId;
  readonly roles: readonly Role[];
  readonly onDone: () => void;
}

export function ChangeRoles({ person, roles: before, onDone }: ChangeRolesProps): ReactNode {
  const { t } = useTranslation('settings');
  const desk = useDesk();
  const [roles, setRoles] = useState(before);
  const [fault, setFault] = useState<AnyFault | null>(null);
  const save = async (): Promise<void> => {
    const done = await desk.submitOffice({ type: 'change-roles', person, roles });
    if (done.ok) onDone();
    else setFault(done.error);
  };
  return (
    <SettingsForm
      title={t('people.changeRoles')}
      refusedTitle={t('people.notSaved')}
      save={t('people.save')}
      fault={fault}
      onSave={() => void save()}
      onCancel={onDone}
    >
      <RoleTicks value={roles} onChange={setRoles} />
    </SettingsForm>
  );
}
