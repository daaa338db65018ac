import {
  Group,
  List,
  PasswordInput,
  type PasswordInputProps,
  Text,
  VisuallyHidden,
} from '@mantine/core';
import { IconCheck, IconPoint } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { brokenPasswordRules, PASSWORD_RULES } from '#shared/password-rules.ts';

/** A field for a new password with the rules below it, each ticked as it is kept. */
export function NewPasswordField(props: PasswordInputProps & { value?: string }) {
  const { t } = useTranslation('common');
  const rulesId = useId();
  const broken = brokenPasswordRules(props.value ?? '');
  return (
    <div>
      <PasswordInput autoComplete="new-password" aria-describedby={rulesId} {...props} />
      <List id={rulesId} listStyleType="none" mt="sm" size="sm" spacing={0}>
        {PASSWORD_RULES.map((rule) => {
          const isKept = !broken.includes(rule);
          return (
            <List.Item key={rule}>
              <Group gap="xs" wrap="nowrap">
                {isKept ? (
                  <IconCheck
                    size="1rem"
                    color="var(--mantine-color-green-light-color)"
                    aria-hidden
                  />
                ) : (
                  <IconPoint size="1rem" color="var(--mantine-color-dimmed)" aria-hidden />
                )}
                <Text inherit c={isKept ? undefined : 'dimmed'}>
                  {t(`passwordRule.${rule}`)}
                  {isKept && <VisuallyHidden> ✓</VisuallyHidden>}
                </Text>
              </Group>
            </List.Item>
          );
        })}
      </List>
    </div>
  );
}
