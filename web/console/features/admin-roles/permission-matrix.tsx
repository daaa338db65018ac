import { Checkbox, Fieldset, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Permission, WHOLE_COMPANY_PERMISSIONS } from '#shared/permissions.ts';
import { granting, PERMISSION_AREAS, withdrawing } from '../../parts/permission-areas.ts';

/** Every permission with what it means, area by area; one that cannot be given says why. */
export function PermissionMatrix(props: {
  granted: readonly Permission[];
  /** Nobody hands out what he does not have. */
  grantable: readonly string[];
  /** The role shows chosen customers only. */
  isLimited: boolean;
  isReadOnly: boolean;
  onChange: (permissions: Permission[]) => void;
}) {
  const { t } = useTranslation('admin');
  const { granted, isReadOnly } = props;

  function refusalOf(permission: Permission): string | undefined {
    if (props.isLimited && WHOLE_COMPANY_PERMISSIONS.includes(permission)) {
      return t('roles.wholeCompany');
    }
    return isReadOnly || props.grantable.includes(permission) ? undefined : t('roles.notOwn');
  }

  return (
    <div>
      <Text fw={600} mb="sm">
        {t('roles.choose')}
      </Text>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {PERMISSION_AREAS.map(([area, permissions]) => (
          <Fieldset key={area} legend={t(`area.${area}`)}>
            <Stack gap="md">
              {permissions.map((permission) => {
                const refusal = refusalOf(permission);
                return (
                  <Checkbox
                    key={permission}
                    label={t(`permission.${permission}.label`)}
                    description={
                      <>
                        {t(`permission.${permission}.text`)}
                        {refusal && (
                          <Text span inherit fs="italic">
                            {' '}
                            {refusal}
                          </Text>
                        )}
                      </>
                    }
                    checked={granted.includes(permission)}
                    disabled={isReadOnly || refusal !== undefined}
                    onChange={({ currentTarget }) =>
                      props.onChange(
                        currentTarget.checked
                          ? granting(granted, permission)
                          : withdrawing(granted, permission),
                      )
                    }
                  />
                );
              })}
            </Stack>
          </Fieldset>
        ))}
      </SimpleGrid>
    </div>
  );
}
