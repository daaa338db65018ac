import { Button, Group, Stack, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '#web/ui/notify.ts';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { UnsavedGuard } from '#web/ui/unsaved-guard.tsx';
import { portalAddressQuery, setPortalDomain } from '../../data/portal-address.ts';

/** Takes a domain, as the first one or in place of another. */
export function PortalDomainForm(props: { onDone?: () => void }) {
  const { t } = useTranslation(['portal-address', 'common']);
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const form = useForm({
    initialValues: { domain: '' },
    validate: { domain: isNotEmpty(t('common:requiredField')) },
  });
  const setting = useMutation({
    mutationFn: setPortalDomain,
    onSuccess(fresh) {
      client.setQueryData(portalAddressQuery.queryKey, fresh);
      form.reset();
      notifyDone(t('domain.saved', { domain: fresh.domain?.displayName ?? '' }));
      props.onDone?.();
    },
    onError: (error) => setProblem(showFieldErrors(form, error)),
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ domain }) => {
        setProblem(null);
        if (!setting.isPending) setting.mutate(domain.trim());
      })}
    >
      <UnsavedGuard isDirty={form.isDirty()} />
      <Stack gap="sm">
        <TextInput
          label={t('domain.label')}
          description={t('domain.hint')}
          autoComplete="off"
          autoCapitalize="none"
          inputMode="url"
          spellCheck={false}
          maxLength={253}
          {...form.getInputProps('domain')}
        />
        <ProblemAlert error={problem} />
        <Group gap="sm">
          <Button type="submit" loading={setting.isPending}>
            {t('domain.save')}
          </Button>
          {props.onDone && (
            <Button variant="default" onClick={props.onDone}>
              {t('common:cancel')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
