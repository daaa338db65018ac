import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  CARD_PERMISSIONS,
  DASHBOARD_CARDS,
  type DashboardCard,
  type DashboardCardName,
} from '#shared/dashboard.ts';
import { ConflictNotice } from '#web/ui/conflict-notice.tsx';
import { UnsavedGuard } from '#web/ui/unsaved-guard.tsx';
import type { Dashboard } from '../../data/dashboard.ts';
import { useCan } from '../../data/session.ts';
import classes from './card-editor.module.css';
import { isSame, movedBy, movedTo, sized, without } from './card-order.ts';
import { CardTile } from './card-tile.tsx';
import { useCardDrag } from './use-card-drag.ts';
import { useKeeping } from './use-keeping.ts';

/** What was chosen and not yet saved, and the dashboard that it began with. */
export interface CardDraft {
  cards: readonly DashboardCard[];
  begunWith: Dashboard;
}

/**
 * Which cards, in which order, how large. Nothing is kept before Save; what is thrown away comes back by
 * one click, and what another window has saved meanwhile is not overwritten unseen.
 */
export function CardEditor(props: {
  dashboard: Dashboard;
  /** Thrown away a moment ago, and wanted back. */
  draft: CardDraft | null;
  onDone: () => void;
  onDiscard: (draft: CardDraft) => void;
}) {
  const { t } = useTranslation(['dashboard', 'common']);
  const can = useCan();
  const [draft, setDraft] = useState(props.draft);
  const [said, setSaid] = useState('');
  const beforeDrag = useRef(draft);
  const begunWith = draft?.begunWith ?? props.dashboard;
  const cards = draft?.cards ?? props.dashboard.cards;
  const isDirty = draft !== null && !isSame(cards, begunWith.cards);
  const mayShow = (name: DashboardCardName) => CARD_PERMISSIONS[name].some(can);
  const shown = cards.filter(({ card }) => mayShow(card));
  const missing = DASHBOARD_CARDS.filter(
    (name) => mayShow(name) && !cards.some(({ card }) => card === name),
  );
  const { save, reset, makeCompanys, conflict, takeTheirs } = useKeeping({
    onKept: props.onDone,
    onTheirs: () => setDraft(null),
  });

  const nameOf = (card: DashboardCardName) => t(`cards.${card}`);
  const change = (next: readonly DashboardCard[]) => setDraft({ cards: next, begunWith });
  function tellPlace(next: readonly DashboardCard[], name: DashboardCardName) {
    const seen = next.filter(({ card }) => mayShow(card));
    const place = seen.findIndex(({ card }) => card === name) + 1;
    setSaid(t('edit.moved', { card: nameOf(name), place, count: seen.length }));
  }
  function step(name: DashboardCardName, by: 1 | -1) {
    const next = movedBy(cards, shown, name, by);
    if (next === cards) return;
    change(next);
    tellPlace(next, name);
  }
  const drag = useCardDrag({
    onBegin() {
      beforeDrag.current = draft;
    },
    onOver(name, target) {
      const next = movedTo(cards, name, target);
      change(next);
      tellPlace(next, name);
    },
    onCancel: () => setDraft(beforeDrag.current),
  });

  function leave() {
    if (isDirty) props.onDiscard({ cards, begunWith });
    props.onDone();
  }
  useWindowEvent('keydown', (event) => {
    // A dialog or a menu that is open closes first.
    const isTaken = event.defaultPrevented || document.querySelector('[role=dialog], [role=menu]');
    if (event.key === 'Escape' && !isTaken && !save.isPending) leave();
  });

  return (
    <section aria-label={t('edit.open')}>
      <UnsavedGuard isDirty={isDirty && !save.isPending && !makeCompanys.isPending} />
      <Group justify="space-between" gap="sm" mb="md">
        <Text c="dimmed" size="sm" flex="1 1 16rem">
          {t('edit.text')}
        </Text>
        <Group gap="sm">
          {begunWith.isOwn && (
            <Button
              variant="subtle"
              color="gray"
              loading={reset.isPending}
              onClick={() => reset.mutate(begunWith)}
            >
              {t('edit.reset')}
            </Button>
          )}
          {can('settings.manage') && (
            <Button
              variant="default"
              loading={makeCompanys.isPending}
              onClick={() => makeCompanys.mutate([...cards])}
            >
              {t('edit.forAll')}
            </Button>
          )}
          <Button variant="default" onClick={leave}>
            {t('common:cancel')}
          </Button>
          <Button
            disabled={!isDirty}
            loading={save.isPending}
            onClick={() => save.mutate({ cards: [...cards], version: begunWith.version })}
          >
            {t('common:save')}
          </Button>
        </Group>
      </Group>
      {conflict && (
        <ConflictNotice
          title={t('edit.conflictTitle')}
          onKeepMine={() => save.mutate({ cards: [...cards], version: conflict.version })}
          onTakeTheirs={takeTheirs}
        >
          {t('edit.conflict')}
        </ConflictNotice>
      )}
      {shown.length === 0 && <Text c="dimmed">{t('edit.none')}</Text>}
      <ol ref={drag.grid} className={classes.tiles}>
        {shown.map(({ card, size }, place) => (
          <CardTile
            key={card}
            card={card}
            size={size}
            isFirst={place === 0}
            isLast={place === shown.length - 1}
            isDragged={drag.dragged === card}
            handle={drag.handleFor(card)}
            onStep={(by) => step(card, by)}
            onSize={(next) => change(sized(cards, card, next))}
            onRemove={() => {
              change(without(cards, card));
              setSaid(t('edit.removed', { card: nameOf(card) }));
            }}
          />
        ))}
      </ol>
      {missing.length > 0 && (
        <Group gap="sm" mt="md" role="group" aria-label={t('edit.more')}>
          {missing.map((card) => (
            <Button
              key={card}
              variant="default"
              leftSection={<IconPlus size="1rem" aria-hidden />}
              onClick={() => {
                change([...cards, { card, size: 'medium' }]);
                setSaid(t('edit.added', { card: nameOf(card) }));
              }}
            >
              {t('edit.add', { card: nameOf(card) })}
            </Button>
          ))}
        </Group>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </section>
  );
}
