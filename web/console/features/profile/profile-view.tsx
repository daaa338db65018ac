import { Button, Paper, Stack, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '#web/api/problem.ts';
import { makeFormats } from '#web/i18n/format.tsx';
import { changeLanguage } from '#web/i18n/i18n.ts';
import { notifyDone } from '#web/ui/notify.ts';
import { PageHeader } from '#web/ui/page-header.tsx';
import { ProblemAlert } from '#web/ui/problem-alert.tsx';
import { UnsavedGuard } from '#web/ui/unsaved-guard.tsx';
import { changeMe } from '../../data/profile.ts';
import { sessionQuery, useSession } from '../../data/session.ts';
import { PreferenceFields } from './preference-fields.tsx';
import { changedNames, type ProfileValues, preferencesOf } from './profile-values.ts';
import classes from './profile-view.module.css';
import { TechnicianDetails } from './technician-details.tsx';

const FORM_ID = 'profile-form';

/** My Profile: who one is, how the platform looks and speaks, what stands under one's answers. */
export function ProfileView(props: {
  savedSignature: string;
  saveSignature: (html: string) => Promise<unknown>;
  picture: ReactNode;
  signature: (field: {
    value: string;
    onChange: (html: string) => void;
    error: string | undefined;
  }) => ReactNode;
}) {
  const { t, i18n } = useTranslation(['profile', 'common']);
  const client = useQueryClient();
  const session = useSession();
  const saved: ProfileValues = { ...preferencesOf(session), signature: props.savedSignature };
  // Only what was changed here: what another window saves meanwhile stays.
  const [changes, setChanges] = useState<Partial<ProfileValues>>({});
  const values = { ...saved, ...changes };
  const changed = changedNames(saved, values);
  const saving = useMutation({
    async mutationFn() {
      const { signature, ...preferences } = changes;
      const names = changed.filter((name) => name !== 'signature');
      // First what may be refused: nothing is half saved then.
      if (changed.includes('signature') && signature !== undefined) {
        await props.saveSignature(signature);
      }
      if (names.length === 0) return null;
      const body = Object.fromEntries(
        names.map((name) => [name, preferences[name as keyof typeof preferences]]),
      );
      return changeMe(body);
    },
    async onSuccess(fresh) {
      if (fresh) {
        client.setQueryData(sessionQuery.queryKey, fresh);
        await changeLanguage(fresh.technician.language);
      }
      setChanges({});
      // In the language that was just chosen, not in the one before.
      const names = changed.map((name) => i18n.t(`profile:fields.${name}`));
      const what = makeFormats(i18n.language).list(names);
      notifyDone(i18n.t('profile:saved', { what }));
    },
  });
  const signatureProblem = isApiError(saving.error) ? saving.error.fields.html : undefined;
  const isDirty = changed.length > 0;

  return (
    <form
      id={FORM_ID}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isDirty && !saving.isPending) saving.mutate();
      }}
    >
      <UnsavedGuard isDirty={isDirty} />
      <div className={classes.head}>
        <PageHeader
          title={t('title')}
          actions={
            <Button type="submit" disabled={!isDirty} loading={saving.isPending}>
              {t('common:save')}
            </Button>
          }
        />
      </div>
      <Stack gap="md">
        {!signatureProblem && <ProblemAlert error={saving.error} />}
        <Section title={t('details.title')}>
          <TechnicianDetails session={session} picture={props.picture} />
        </Section>
        <Section title={t('preferences.title')}>
          <PreferenceFields
            values={values}
            onChange={(part) => setChanges({ ...changes, ...part })}
          />
        </Section>
        {props.signature({
          value: values.signature,
          onChange: (signature) => setChanges((before) => ({ ...before, signature })),
          error: signatureProblem,
        })}
      </Stack>
    </form>
  );
}

function Section(props: { title: string; children: ReactNode }) {
  return (
    <Paper component="section" p="lg" radius="md">
      <Title order={2} mb="md">
        {props.title}
      </Title>
      {props.children}
    </Paper>
  );
}
