import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '#web/api/problem.ts';
import { ApplyWindow } from '../../parts/apply-window.tsx';
import { RoleSelect } from '../../parts/role-select.tsx';
import { type EditedTechnician, nameOf } from './edited-technician.ts';
import { useRoleChange } from './use-role-change.ts';

export function RoleWindow(props: {
  technician: EditedTechnician;
  isOwn: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('profile');
  const { technician } = props;
  const [roleId, setRoleId] = useState(technician.role.id);
  const saving = useRoleChange(technician, props.onClose);
  const problem = isApiError(saving.error) ? saving.error.fields.roleId : undefined;
  return (
    <ApplyWindow
      title={t('roleWindow.title')}
      applyLabel={t('roleWindow.apply')}
      canApply={roleId !== technician.role.id}
      isBusy={saving.isPending}
      error={problem ? null : saving.error}
      onApply={() => saving.mutate(roleId)}
      onClose={props.onClose}
    >
      <RoleSelect
        description={t(props.isOwn ? 'roleWindow.hintOwn' : 'roleWindow.hint', {
          name: nameOf(technician),
        })}
        data-autofocus
        value={String(roleId)}
        error={problem}
        onChange={(value) => setRoleId(Number(value))}
      />
    </ApplyWindow>
  );
}
