import { ActionIcon, Button, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  CARD_PERMISSIONS,
  CARD_SIZES,
  DASHBOARD_CARDS,
  type DashboardCard,
} from '#shared/dashboard.ts';
import { notifyDone, notifyProblem } from '#web/ui/notify.ts';
import {
  type Dashboard,
  dashboardQuery,
  resetDashboard,
  saveCompanyDashboard,
  saveDashboard,
} from '../../data/dashboard.ts';
import { useCan } from '../../data/session.ts';
import classes from './card-editor.module.css';
import { moved, sized } from './card-order.ts';

/** Which cards, in which order, how large: kept with every step, so there is nothing to save. */
export function CardEditor(props: { dashboard: Dashboard; onDone: () => void }) {
  const { t } = useTranslation('dashboard');
  const can = useCan();
  const { cards, isOwn } = props.dashboard;
  const { save, reset, makeCompanys } = useKeeping();
  const missing = DASHBOARD_CARDS.filter(
    (name) => can(CARD_PERMISSIONS[name]) && !cards.some(({ card }) => card === name),
  );
  return (
    <Stack>
      <Group justify="space-between">
        <Text c="dimmed" size="sm">
          {t('edit.text')}
        </Text>
        <Group gap="sm">
          {isOwn && (
            <Button variant="subtle" color="gray" onClick={() => reset.mutate()}>
              {t('edit.reset')}
            </Button>
          )}
          {can('settings.manage') && (
            <Button
              variant="default"
              loading={makeCompanys.isPending}
              onClick={() => makeCompanys.mutate(cards)}
            >
              {t('edit.forAll')}
            </Button>
          )}
          <Button onClick={props.onDone}>{t('edit.done')}</Button>
        </Group>
      </Group>
      <ol className={classes.cards}>
        {cards.map((card, place) =>
          can(CARD_PERMISSIONS[card.card]) ? (
            <CardRow key={card.card} card={card} cards={cards} place={place} onChange={save} />
          ) : null,
        )}
      </ol>
      <Group gap="sm">
        {missing.map((card) => (
          <Button
            key={card}
            variant="default"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => save([...cards, { card, size: 'medium' }])}
          >
            {t('edit.add', { card: t(`cards.${card}`) })}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

/** Shown at once; what was shown before comes back if the server refuses. */
function useKeeping() {
  const { t } = useTranslation('dashboard');
  const queryClient = useQueryClient();
  const key = dashboardQuery.queryKey;
  const show = (dashboard: Dashboard) => queryClient.setQueryData(key, dashboard);
  const saving = useMutation({
    mutationFn: saveDashboard,
    // One after the other: the last choice is the one that stays.
    scope: { id: 'dashboard' },
    onError: (problem) => {
      notifyProblem(problem);
      return queryClient.invalidateQueries({ queryKey: key });
    },
  });
  return {
    save(cards: readonly DashboardCard[]) {
      void queryClient.cancelQueries({ queryKey: key });
      show({ cards: [...cards], isOwn: true });
      saving.mutate([...cards]);
    },
    reset: useMutation({
      mutationFn: resetDashboard,
      scope: { id: 'dashboard' },
      onSuccess: show,
      onError: notifyProblem,
    }),
    makeCompanys: useMutation({
      mutationFn: saveCompanyDashboard,
      scope: { id: 'dashboard' },
      onSuccess: () => notifyDone(t('edit.forAllDone')),
      onError: notifyProblem,
    }),
  };
}

function CardRow(props: {
  card: DashboardCard;
  cards: readonly DashboardCard[];
  place: number;
  onChange: (cards: readonly DashboardCard[]) => void;
}) {
  const { t } = useTranslation('dashboard');
  const { card, cards, place } = props;
  const name = t(`cards.${card.card}`);
  return (
    <Paper component="li" className={classes.row}>
      <Text fw={500} className={classes.name}>
        {name}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={t('edit.size', { card: name })}
        data={CARD_SIZES.map((value) => ({ value, label: t(`edit.sizes.${value}`) }))}
        value={card.size}
        onChange={(size) =>
          props.onChange(sized(cards, place, CARD_SIZES.find((each) => each === size) ?? card.size))
        }
      />
      <Group gap="xs" wrap="nowrap">
        <ActionIcon
          variant="default"
          aria-label={t('edit.earlier', { card: name })}
          disabled={place === 0}
          onClick={() => props.onChange(moved(cards, place, -1))}
        >
          <IconArrowUp size="1rem" aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t('edit.later', { card: name })}
          disabled={place === cards.length - 1}
          onClick={() => props.onChange(moved(cards, place, 1))}
        >
          <IconArrowDown size="1rem" aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('edit.remove', { card: name })}
          onClick={() => props.onChange(cards.filter((each) => each !== card))}
        >
          <IconX size="1rem" aria-hidden />
        </ActionIcon>
      </Group>
    </Paper>
  );
}
