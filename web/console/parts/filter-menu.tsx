import { Button, Checkbox, Popover, Stack, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filter-menu.module.css';

interface FilterOption<Value extends string> {
  value: Value;
  label: string;
  content: ReactNode;
}

/** A button that says what is chosen and opens the choice. */
export function FilterMenu<Value extends string>(props: {
  label: string;
  options: FilterOption<Value>[];
  value: readonly Value[];
  onChange: (value: Value[]) => void;
}) {
  const { t } = useTranslation('common');
  const chosen = props.options.filter((option) => props.value.includes(option.value));
  const summary =
    chosen.length === 0 || chosen.length === props.options.length
      ? props.label
      : t('labelled', {
          label: props.label,
          value: chosen.map((option) => option.label).join(', '),
        });
  return (
    <Popover position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          justify="space-between"
          className={classes.button}
          rightSection={<IconChevronDown size="1rem" aria-hidden />}
        >
          <Text span inherit truncate>
            {summary}
          </Text>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group
          aria-label={props.label}
          value={[...props.value]}
          onChange={(values) => props.onChange(values as Value[])}
        >
          <Stack gap="sm">
            {props.options.map((option) => (
              <Checkbox key={option.value} value={option.value} label={option.content} size="sm" />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
