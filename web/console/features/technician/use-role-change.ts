import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '#web/ui/notify.ts';
import { changeTechnician } from '../../data/team.ts';
import { type EditedTechnician, nameOf } from './edited-technician.ts';

/** Gives a technician another role; the navigation, lists and rights on screen follow. */
export function useRoleChange(technician: EditedTechnician, onDone: () => void) {
  const { t } = useTranslation('profile');
  const client = useQueryClient();
  return useMutation({
    mutationFn: (roleId: number) => changeTechnician(technician.id, { roleId }),
    async onSuccess({ role }) {
      await client.invalidateQueries();
      notifyDone(t('roleWindow.done', { name: nameOf(technician), role: role.name }));
      onDone();
    },
  });
}
