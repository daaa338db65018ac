import {
  Group,
  List,
  PasswordInput,
  type PasswordInputProps,
  Text,
  VisuallyHidden,
} from '@mantine/core';
import { IconCheck, IconPoint } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { brokenPasswordRules, PASSWORD_RULES } from '#shared/password-rules.ts';

/** A password, with a button that shows it; screen readers, too, are told that it is wrong. */
export function PasswordField(props: PasswordInputProps) {
  const { t } = useTranslation('common');
  return (
    <PasswordInput
      aria-invalid={props.error ? true : undefined}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      {...props}
    />
  );
}

const RULES_BELOW: PasswordInputProps['inputWrapperOrder'] = [
  'label',
  'input',
  'error',
  'description',
];
/** A list may not stand in the paragraph that descriptions are. */
const AS_BLOCK = { component: 'div' } as PasswordInputProps['descriptionProps'];

/** A field for a new password with the rules below it, each ticked as it is kept. */
export function NewPasswordField(props: PasswordInputProps & { value?: string }) {
  return (
    <PasswordField
      autoComplete="new-password"
      inputWrapperOrder={RULES_BELOW}
      description={<PasswordRules password={props.value ?? ''} />}
      descriptionProps={AS_BLOCK}
      {...props}
    />
  );
}

function PasswordRules({ password }: { password: string }) {
  const { t } = useTranslation('common');
  const broken = brokenPasswordRules(password);
  return (
    <List listStyleType="none" size="sm" spacing={0}>
      {PASSWORD_RULES.map((rule) => {
        const isKept = !broken.includes(rule);
        return (
          <List.Item key={rule}>
            <Group gap="xs" wrap="nowrap">
              {isKept ? (
                <IconCheck size="1rem" color="var(--mantine-color-green-light-color)" aria-hidden />
              ) : (
                <IconPoint size="1rem" color="var(--mantine-color-dimmed)" aria-hidden />
              )}
              <Text inherit c={isKept ? 'var(--mantine-color-text)' : 'dimmed'}>
                {t(`passwordRule.${rule}`)}
                {isKept && <VisuallyHidden> ✓</VisuallyHidden>}
              </Text>
            </Group>
          </List.Item>
        );
      })}
    </List>
  );
}
