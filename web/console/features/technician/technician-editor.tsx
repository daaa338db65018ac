import { Box, Button, Group, Paper, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { notifyDone } from '#web/ui/notify.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { UnsavedGuard } from '#web/ui/unsaved-guard.tsx';
import { changeMe } from '../../data/profile.ts';
import { changeTechnician } from '../../data/team.ts';
import { readersRegion, useReadersPhone } from '../../parts/phone-number.tsx';
import { AccessSection } from './access-section.tsx';
import type { EditedTechnician } from './edited-technician.ts';

const FORM_ID = 'technician-form';

/** Edit technician: name and phone are saved here; how he signs in and his role have windows. */
export function TechnicianEditor(props: {
  technician: EditedTechnician;
  isOwn: boolean;
  picture: ReactNode;
  before: ReactNode;
}) {
  const { t } = useTranslation(['profile', 'common']);
  const client = useQueryClient();
  const { technician, isOwn } = props;
  const shownPhone = useReadersPhone(technician.phone);
  const [problem, setProblem] = useState<unknown>(null);
  const form = useForm({
    initialValues: {
      firstName: technician.firstName,
      lastName: technician.lastName,
      phone: shownPhone,
    },
    validate: {
      firstName: isNotEmpty(t('common:requiredField')),
      lastName: isNotEmpty(t('common:requiredField')),
    },
  });
  // Its usual form comes a moment later, with the numbering plans.
  useEffect(() => {
    if (!form.isDirty('phone')) {
      form.setFieldValue('phone', shownPhone);
      form.resetDirty({ ...form.values, phone: shownPhone });
    }
  }, [shownPhone, form.isDirty, form.setFieldValue, form.resetDirty, form.values]);
  const saving = useMutation({
    async mutationFn({ firstName, lastName, phone }: typeof form.values) {
      const region = readersRegion();
      const changes = {
        firstName,
        lastName,
        ...(form.isDirty('phone') && {
          phone: phone.trim() || null,
          ...(region && { phoneRegion: region }),
        }),
      };
      return isOwn ? changeMe(changes) : changeTechnician(technician.id, changes);
    },
    onSuccess(_answer, values) {
      form.resetDirty(values);
      setProblem(null);
      // Names stand on tickets, in lists and in the session.
      void client.invalidateQueries();
      notifyDone(t('editor.saved', { name: `${values.firstName} ${values.lastName}` }));
    },
    onError: (error) => setProblem(showFieldErrors(form, error)),
  });

  return (
    <Box maw="var(--portico-page-width)">
      <form
        id={FORM_ID}
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (!saving.isPending) saving.mutate(values);
        })}
      >
        <UnsavedGuard isDirty={form.isDirty()} />
        <PageHeader
          title={t('editor.title')}
          before={props.before}
          subtitle={`${technician.firstName} ${technician.lastName}`.trim()}
          actions={
            <Button type="submit" disabled={!form.isDirty()} loading={saving.isPending}>
              {t('common:save')}
            </Button>
          }
        />
        <Stack gap="md">
          <ProblemAlert error={problem} />
          <Paper component="section" p="lg" radius="md">
            <Title order={2} mb="md">
              {t('editor.person')}
            </Title>
            <Group align="flex-start" gap="lg">
              {props.picture}
              <SimpleGrid cols={{ base: 1, sm: 2 }} flex="1 1 18rem">
                <TextInput
                  label={t('editor.firstName')}
                  autoComplete={isOwn ? 'given-name' : 'off'}
                  maxLength={LIMITS.nameChars}
                  {...form.getInputProps('firstName')}
                />
                <TextInput
                  label={t('editor.lastName')}
                  autoComplete={isOwn ? 'family-name' : 'off'}
                  maxLength={LIMITS.nameChars}
                  {...form.getInputProps('lastName')}
                />
                <TextInput
                  label={t('editor.phone')}
                  description={t('editor.phoneHint')}
                  type="tel"
                  autoComplete={isOwn ? 'tel' : 'off'}
                  maxLength={60}
                  {...form.getInputProps('phone')}
                />
              </SimpleGrid>
            </Group>
          </Paper>
        </Stack>
      </form>
      <AccessSection technician={technician} isOwn={isOwn} />
    </Box>
  );
}
