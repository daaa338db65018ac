import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { THEMES, type Theme } from '#shared/preferences.ts';

/** Light, dark, or as the system has it. */
export function ThemeSwitch(props: { onChange?: (theme: Theme) => void }) {
  const { t } = useTranslation('common');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label={t('theme.title')}
      size="xs"
      fullWidth
      value={colorScheme}
      onChange={(value) => {
        setColorScheme(value);
        props.onChange?.(value);
      }}
      data={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
    />
  );
}
