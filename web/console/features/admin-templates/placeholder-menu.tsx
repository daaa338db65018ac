import { Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { placeholdersOf, TEMPLATES, type TemplateName } from '#shared/templates.ts';
import type { Insertion } from './insertion.ts';
import classes from './templates.module.css';

/** What can be filled in this mail, each with what it stands for. */
export function PlaceholderMenu({ name, insertion }: { name: TemplateName; insertion: Insertion }) {
  const { t } = useTranslation('templates');
  const required: readonly string[] = TEMPLATES[name].required;
  return (
    <Menu position="bottom-end" width="22rem" returnFocus={false}>
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconBraces size="1rem" stroke={1.5} aria-hidden />}
        >
          {t('insert')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="24rem" style={{ overflowY: 'auto' }}>
        <Menu.Label>{t('insertInto')}</Menu.Label>
        {placeholdersOf(name).map((placeholder) => (
          <Menu.Item key={placeholder} onClick={() => insertion.current?.(`{[${placeholder}]}`)}>
            <Stack gap={0}>
              <Group gap="xs" justify="space-between" wrap="nowrap">
                <span className={classes.name}>{`{[${placeholder}]}`}</span>
                {required.includes(placeholder) && (
                  <Text span size="xs" c="dimmed">
                    {t('required')}
                  </Text>
                )}
              </Group>
              <Text size="xs" c="dimmed">
                {t(`placeholders.${placeholder}`)}
              </Text>
            </Stack>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
