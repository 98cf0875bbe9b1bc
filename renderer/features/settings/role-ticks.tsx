import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Role, ROLES } from '#shared/procedure/role.ts';
import { TickMany } from '#renderer/ui/paper-form/tick-many.tsx';

export interface RoleTicksProps {
  readonly value: readonly Role[];
  readonly onChange: (roles: readonly Role[]) => void;
}

export function RoleTicks({ value, onChange }: RoleTicksProps): ReactNode {
  const { t } = useTranslation('settings');
  const { t: words } = useTranslation('fault');
  return (
    <div>
      <b aria-hidden>{t('people.roles')}</b>
      <TickMany
        label={t('people.roles')}
        name="roles"
        options={ROLES.map(role => ({ value: role, label: words(`role.${role}`) }))}
        value={value}
        onValueChange={roles => onChange(roles.map(role => Role.parse(role)))}
      />
    </div>
  );
}
