import { Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import { switchTemplate, type Template } from '../../data/templates.ts';

/** Whether a mail is sent that contacts can do without; at once, and in all languages. */
export function OptionalSwitch({ template }: { template: Template }) {
  const { t } = useTranslation('templates');
  const client = useQueryClient();
  const switching = useMutation({
    mutationFn: (isOn: boolean) => switchTemplate(template.name, isOn),
    onSuccess: (_, isOn) => notifyDone(t(isOn ? 'switchOn' : 'switchOff')),
    onError: notifyProblem,
    onSettled: () => client.invalidateQueries({ queryKey: ['settings'] }),
  });
  const isOn = switching.isPending ? switching.variables : !template.isSwitchedOff;
  return (
    <Switch
      mb="md"
      label={t('switch')}
      checked={isOn}
      onChange={(event) => {
        if (!switching.isPending) switching.mutate(event.currentTarget.checked);
      }}
    />
  );
}
