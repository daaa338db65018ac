import { ActionIcon, Group, Paper, SegmentedControl, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from '@tabler/icons-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CARD_SIZES, type CardSize, type DashboardCardName } from '#shared/dashboard.ts';
import classes from './card-editor.module.css';

type PointerHandler = (event: PointerEvent<HTMLElement>) => void;

const STEPS: Record<string, 1 | -1> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** A card while cards are chosen: as wide as it will be, with what can be done with it. */
export function CardTile(props: {
  card: DashboardCardName;
  size: CardSize;
  isFirst: boolean;
  isLast: boolean;
  isDragged: boolean;
  handle: Record<
    'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel',
    PointerHandler
  >;
  onStep: (by: 1 | -1) => void;
  onSize: (size: CardSize) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('dashboard');
  const card = t(`cards.${props.card}`);
  function moveByKey(event: KeyboardEvent) {
    const by = STEPS[event.key];
    if (!by) return;
    event.preventDefault();
    props.onStep(by);
  }
  return (
    <Paper
      component="li"
      className={classes.tile}
      data-tile={props.card}
      data-size={props.size}
      data-dragged={props.isDragged || undefined}
    >
      <div className={classes.head}>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.handle}
          aria-label={t('edit.handle', { card })}
          onKeyDown={moveByKey}
          {...props.handle}
        >
          <IconGripVertical size="1rem" aria-hidden />
        </ActionIcon>
        <Text fw={600} size="sm" className={classes.name}>
          {card}
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('edit.remove', { card })}
          onClick={props.onRemove}
        >
          <IconX size="1rem" aria-hidden />
        </ActionIcon>
      </div>
      <Group gap="xs" justify="space-between">
        <SegmentedControl
          size="xs"
          aria-label={t('edit.size', { card })}
          data={CARD_SIZES.map((value) => ({ value, label: t(`edit.sizes.${value}`) }))}
          value={props.size}
          onChange={(size) => props.onSize(CARD_SIZES.find((each) => each === size) ?? props.size)}
        />
        <Group gap="xs" wrap="nowrap">
          <ActionIcon
            variant="default"
            aria-label={t('edit.earlier', { card })}
            disabled={props.isFirst}
            onClick={() => props.onStep(-1)}
          >
            <IconArrowUp size="1rem" aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={t('edit.later', { card })}
            disabled={props.isLast}
            onClick={() => props.onStep(1)}
          >
            <IconArrowDown size="1rem" aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
    </Paper>
  );
}
