import { Alert, Button, Code, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { IconEye, IconMailPause } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contact } from '#web/api/types.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { CopyTextButton } from '#web/ui/copy-text-button.tsx';
import { notifyProblem } from '#web/ui/notify.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { changeContact, contactQuery, lookAtPassword } from '../../data/contacts.ts';
import { useCan, useSession } from '../../data/session.ts';
import classes from './contact-view.module.css';
import { CredentialActions } from './credential-actions.tsx';

const MASK = '••••••••••••••••';

/** How the contact gets into the portal. Each look at the password is noted by the server. */
export function ContactCredentials({ contact }: { contact: Contact }) {
  const { t } = useTranslation('console');
  const can = useCan();
  const { company } = useSession();
  return (
    <Stack component="section" gap="sm" aria-label={t('contacts.portalAccess')}>
      <Title order={2}>{t('contacts.portalAccess')}</Title>
      <AccessSwitch contact={contact} />
      {contact.awaitsWelcome && (
        <Alert color="amber" icon={<IconMailPause aria-hidden />}>
          {t('contacts.welcomeWaits')}
        </Alert>
      )}
      <div>
        <Text size="sm" c="dimmed">
          {t('contacts.portalAddress')}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Text className={classes.address}>{company.portalAddress}</Text>
          <CopyTextButton value={company.portalAddress} label={t('contacts.copyAddress')} />
        </Group>
      </div>
      <div>
        <Text size="sm" c="dimmed">
          {t('contacts.portalUsername')}
        </Text>
        <Group gap="xs">
          <Text>{contact.portalUsername}</Text>
          <CopyTextButton value={contact.portalUsername} label={t('contacts.copyUsername')} />
        </Group>
      </div>
      {/* Another password has another end: the one that was shown goes. */}
      <Password key={contact.passwordReadableUntil} contact={contact} />
      <Text size="sm" c="dimmed">
        {contact.lastSignInAt ? (
          <>
            {t('contacts.lastSignIn')} <RelativeTime at={contact.lastSignInAt} />
          </>
        ) : (
          t('contacts.neverSignedIn')
        )}
      </Text>
      {can('contacts.credentials') && contact.hasPortalAccess && (
        <CredentialActions contact={contact} />
      )}
    </Stack>
  );
}

/** Gives and takes the portal; a contact who never had it gets username, password and welcome. */
function AccessSwitch({ contact }: { contact: Contact }) {
  const { t } = useTranslation('console');
  const mayManage = useCan()('contacts.manage');
  const queryClient = useQueryClient();
  const { queryKey } = contactQuery(contact.id);
  const switching = useMutation({
    mutationFn: (hasPortalAccess: boolean) =>
      changeContact(contact.id, { hasPortalAccess, version: contact.version }),
    onSuccess: (saved) => queryClient.setQueryData(queryKey, saved),
    onError: (error) => {
      notifyProblem(error);
      void queryClient.invalidateQueries({ queryKey });
    },
  });
  return (
    <Switch
      label={t('contacts.mayUsePortal')}
      description={t('contacts.mayUsePortalHint')}
      checked={switching.isPending ? switching.variables : contact.hasPortalAccess}
      disabled={!mayManage || switching.isPending}
      onChange={({ currentTarget }) => switching.mutate(currentTarget.checked)}
    />
  );
}

function Password({ contact }: { contact: Contact }) {
  const { t } = useTranslation('console');
  const can = useCan();
  const formats = useFormats();
  const looking = useMutation({
    mutationFn: () => lookAtPassword(contact.id),
    onError: notifyProblem,
  });
  const isReadable = contact.passwordState === 'generated';
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t('password')}
      </Text>
      {isReadable ? (
        <Group gap="xs">
          <Code fz="sm">{looking.data?.password ?? MASK}</Code>
          {looking.data && (
            <>
              <CopyTextButton value={looking.data.password} label={t('contacts.copyPassword')} />
              <Button variant="default" size="compact-sm" onClick={looking.reset}>
                {t('contacts.hidePassword')}
              </Button>
            </>
          )}
          {!looking.data && can('contacts.credentials') && (
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconEye size="1rem" aria-hidden />}
              loading={looking.isPending}
              onClick={() => looking.mutate()}
            >
              {t('contacts.showPassword')}
            </Button>
          )}
        </Group>
      ) : (
        <Text>{t(`contacts.passwordStates.${contact.passwordState}`)}</Text>
      )}
      {isReadable && contact.passwordReadableUntil && (
        <Text size="xs" c="dimmed">
          {t('contacts.readableUntil', { date: formats.date(contact.passwordReadableUntil) })}
        </Text>
      )}
    </div>
  );
}
