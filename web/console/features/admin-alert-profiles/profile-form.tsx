import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEFAULT_PROFILE_NAME } from '#shared/alerts.ts';
import { LIMITS } from '#shared/limits.ts';
import { isApiError } from '#web/api/problem.ts';
import { ConflictNotice } from '#web/ui/conflict-notice.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { ProblemAlert, showFieldErrors } from '#web/ui/problem-alert.tsx';
import { UnsavedGuard } from '#web/ui/unsaved-guard.tsx';
import {
  type AlertProfile,
  addAlertProfile,
  assignAlertProfile,
  changeAlertProfile,
} from '../../data/alert-profiles.ts';
import { useProfileName } from '../../parts/profile-name.ts';
import { AssignmentFields } from './assignment-fields.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { HearingFields } from './hearing-fields.tsx';
import { type ProfileValues, toAssignments, toBody, valuesOf } from './profile-values.ts';
import { RemoveProfileButton } from './remove-profile.tsx';
import { RuleFields } from './rule-fields.tsx';
import { useProfileChecks } from './use-profile-checks.ts';

/** A profile to change, or a new one that begins as `draft`. */
export function ProfileForm(props: { profile: AlertProfile | null; draft: ProfileValues }) {
  const { t } = useTranslation(['alerts', 'common']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [known, setKnown] = useState(props.profile);
  const [problem, setProblem] = useState<unknown>(null);
  const nameOf = useProfileName();
  const shownOf = (profile: AlertProfile) => ({ ...valuesOf(profile), name: nameOf(profile) });
  const form = useForm<ProfileValues>({
    initialValues: props.profile ? shownOf(props.profile) : props.draft,
    validate: useProfileChecks(),
  });
  // Saved as it was shown, the default one is not renamed for those who read it in other languages.
  const named = (values: ProfileValues): ProfileValues =>
    props.profile?.isDefault && values.name.trim() === t('profiles.default')
      ? { ...values, name: DEFAULT_PROFILE_NAME }
      : values;
  const saving = useMutation({
    mutationFn: async ({ values, base }: { values: ProfileValues; base: AlertProfile | null }) => {
      const saved = base
        ? await changeAlertProfile(base.id, { ...toBody(named(values)), version: base.version })
        : await addAlertProfile(toBody(values));
      // When only the second part fails, the first is not to be saved twice.
      setKnown(saved);
      if (saved.isDefault) return saved;
      return assignAlertProfile(saved.id, toAssignments(values));
    },
    async onSuccess(saved) {
      void client.invalidateQueries({ queryKey: ['alertProfile'] });
      notifyDone(t('profiles.saved', { name: nameOf(saved) }));
      await navigate({ to: '/admin/thresholds', ignoreBlocker: true });
    },
    onError: (error) => setProblem(showFieldErrors(form, error)),
  });
  const current = isApiError(problem, 'conflict') ? (problem.current as AlertProfile) : null;
  const save = (base: AlertProfile | null) => {
    setProblem(null);
    if (!saving.isPending) saving.mutate({ values: form.values, base });
  };
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        () => save(known),
        // The form is long: what is wrong may be far above the button.
        (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
      )}
    >
      <UnsavedGuard isDirty={form.isDirty() && !saving.isSuccess} />
      <Stack gap="xl" maw="56rem">
        <TextInput
          label={t('profiles.name')}
          maxLength={LIMITS.nameChars}
          maw="24rem"
          {...form.getInputProps('name')}
        />
        <AssignmentFields form={form} isDefault={props.profile?.isDefault ?? false} />
        <ConditionFields form={form} />
        <RuleFields form={form} />
        <HearingFields form={form} />
        {current ? (
          <ConflictNotice
            onKeepMine={() => save(current)}
            onTakeTheirs={() => {
              setKnown(current);
              setProblem(null);
              form.setInitialValues(shownOf(current));
              form.setValues(shownOf(current));
            }}
          />
        ) : (
          <ProblemAlert error={problem} />
        )}
        <Group>
          <Button type="submit" loading={saving.isPending}>
            {t('common:save')}
          </Button>
          {props.profile && !props.profile.isDefault && (
            <RemoveProfileButton profile={props.profile} />
          )}
        </Group>
      </Stack>
    </form>
  );
}
