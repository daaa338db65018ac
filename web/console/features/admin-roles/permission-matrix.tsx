import { Checkbox, Fieldset, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PERMISSIONS, type Permission } from '#shared/permissions.ts';

type Area = Permission extends `${infer Name}.${string}`
  ? Permission extends `${Name}.${string}`
    ? Name
    : never
  : never;

const AREAS = Map.groupBy(PERMISSIONS, (permission) => permission.split('.')[0] as Area);

/** Every permission with what it means, area by area. */
export function PermissionMatrix(props: {
  granted: readonly Permission[];
  /** Nobody hands out what he does not have. */
  grantable: readonly string[];
  isReadOnly: boolean;
  onChange: (permissions: Permission[]) => void;
}) {
  const { t } = useTranslation('admin');

  function toggle(permission: Permission, isGranted: boolean) {
    const wanted = new Set(props.granted);
    if (isGranted) wanted.add(permission);
    else wanted.delete(permission);
    props.onChange(PERMISSIONS.filter((each) => wanted.has(each)));
  }

  return (
    <div>
      <Text fw={600} mb="sm">
        {t('roles.choose')}
      </Text>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {[...AREAS].map(([area, permissions]) => (
          <Fieldset key={area} legend={t(`area.${area}`)}>
            <Stack gap="md">
              {permissions.map((permission) => (
                <Checkbox
                  key={permission}
                  label={t(`permission.${permission}.label`)}
                  description={t(`permission.${permission}.text`)}
                  checked={props.granted.includes(permission)}
                  disabled={props.isReadOnly || !props.grantable.includes(permission)}
                  onChange={(event) => toggle(permission, event.currentTarget.checked)}
                />
              ))}
            </Stack>
          </Fieldset>
        ))}
      </SimpleGrid>
    </div>
  );
}
