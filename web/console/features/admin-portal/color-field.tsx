import { Button, ColorInput, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CONTROL_CONTRAST,
  contrast,
  isColor,
  isSeenOnWhite,
  portalColors,
  seenOnWhite,
} from '#shared/color.ts';
import { useFormats } from '#web/i18n/format.tsx';

const SWATCHES = [
  '#2f6db5',
  '#0f766e',
  '#237a47',
  '#8f6410',
  '#b8322a',
  '#9d3a84',
  '#5b4bc4',
  '#4c535d',
];

/** The colour, and how well it can be told from the page and read in both appearances. */
export function ColorField(props: {
  value: string;
  error: ReactNode;
  onChange: (color: string) => void;
}) {
  const { t } = useTranslation('portal-settings');
  const { value, onChange } = props;
  return (
    <Stack gap="xs">
      <ColorInput
        label={t('look.color')}
        description={t('look.colorHint')}
        placeholder={t('look.colorNone')}
        value={value}
        error={props.error}
        format="hex"
        fixOnBlur={false}
        swatches={SWATCHES}
        popoverProps={{ shadow: 'md' }}
        eyeDropperButtonProps={{ 'aria-label': t('look.colorFromScreen') }}
        onChange={(color) => onChange(color.trim().toLowerCase())}
      />
      <div aria-live="polite">
        {isColor(value) && <Verdict color={value} onChange={onChange} />}
      </div>
      {value !== '' && (
        <Group>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => onChange('')}>
            {t('look.colorReset')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Verdict(props: { color: string; onChange: (color: string) => void }) {
  const { t } = useTranslation('portal-settings');
  const { number } = useFormats();
  const { color } = props;
  const ratio = (value: number) => number(Math.floor(value * 10) / 10);
  const toWhite = ratio(contrast(color, '#ffffff'));
  if (!isSeenOnWhite(color)) {
    const near = seenOnWhite(color);
    return (
      <Group gap="sm">
        <Text size="sm" c="red">
          {t('look.colorLow', { contrast: toWhite, needed: number(CONTROL_CONTRAST) })}
        </Text>
        <Button variant="default" size="compact-sm" onClick={() => props.onChange(near)}>
          {t('look.colorUse', { color: near })}
        </Button>
      </Group>
    );
  }
  const { light } = portalColors(color);
  const isSame = light.filled === color && light.text === color;
  return (
    <Text size="sm" c="dimmed">
      {t(isSame ? 'look.colorGood' : 'look.colorAdjusted', {
        contrast: toWhite,
      })}
    </Text>
  );
}
