import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SLUG_MAX_CHARS } from '#shared/portal-domains.ts';
import { notifyDone } from '#web/ui/notify.ts';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { changeSlug, type PortalAddress, portalAddressQuery } from '../../data/portal-address.ts';
import classes from './address.module.css';

/** Another name in the generated address, with what follows from it said beforehand. */
export function ChangeSlug(props: { address: PortalAddress; onClose: () => void }) {
  const { t } = useTranslation(['portal-address', 'common']);
  const client = useQueryClient();
  const [problem, setProblem] = useState<unknown>(null);
  const { slug: from, addressStart, addressEnd, supportAddress } = props.address;
  const form = useForm({
    initialValues: { slug: from },
    validate: { slug: isNotEmpty(t('common:requiredField')) },
  });
  const changing = useMutation({
    mutationFn: (slug: string) => changeSlug({ slug, from }),
    onSuccess(fresh) {
      client.setQueryData(portalAddressQuery.queryKey, fresh);
      // The portal's address stands in the session, too, and its mailbox among those of mail.
      void client.invalidateQueries({ queryKey: ['session'] });
      void client.invalidateQueries({ queryKey: ['mail', 'mailboxes'] });
      notifyDone(t('slug.changed', { address: fresh.generatedPortalAddress }));
      props.onClose();
    },
    onError: (error) => setProblem(showFieldErrors(form, error)),
  });
  const wanted = form.values.slug.trim().toLowerCase();
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('slug.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        noValidate
        onSubmit={form.onSubmit(() => {
          if (!changing.isPending) changing.mutate(wanted);
        })}
      >
        <Stack>
          <TextInput
            label={t('slug.label')}
            description={t('slug.hint')}
            maxLength={SLUG_MAX_CHARS}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            data-autofocus
            {...form.getInputProps('slug')}
          />
          <Text size="sm" className={classes.address} aria-live="polite">
            {t('slug.preview', { address: `${addressStart}${wanted || '…'}${addressEnd}` })}
          </Text>
          <List size="sm" spacing="xs">
            <List.Item>{t('slug.redirects')}</List.Item>
            <List.Item>{t('slug.mail', { address: supportAddress })}</List.Item>
            <List.Item>{t('slug.signIn')}</List.Item>
          </List>
          <ProblemAlert error={problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={changing.isPending} disabled={wanted === from}>
              {t('slug.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
