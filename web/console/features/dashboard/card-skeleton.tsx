import { Paper, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DEFAULT_CARDS } from '#shared/dashboard.ts';
import classes from './card-grid.module.css';

/** What stands in a card until its numbers are there; as high as they will be. */
export function CardSkeleton() {
  const { t } = useTranslation('common');
  return (
    <div className={classes.skeleton} role="status" aria-label={t('states.loading')}>
      <Skeleton height="2rem" width="4rem" />
      <Skeleton height="0.75rem" width="80%" />
      <Skeleton height="0.75rem" width="65%" />
      <Skeleton height="0.75rem" width="72%" />
    </div>
  );
}

/** The whole page until it is known which cards there are: probably those that all begin with. */
export function GridSkeleton() {
  const { t } = useTranslation('common');
  return (
    <div className={classes.grid} role="status" aria-label={t('states.loading')}>
      {DEFAULT_CARDS.map(({ card, size }) => (
        <Paper key={card} className={classes.card} data-size={size}>
          <Skeleton height="0.875rem" width="40%" my="xs" />
          <div className={classes.body}>
            <div className={classes.skeleton}>
              <Skeleton height="2rem" width="4rem" />
              <Skeleton height="0.75rem" width="80%" />
              <Skeleton height="0.75rem" width="65%" />
            </div>
          </div>
        </Paper>
      ))}
    </div>
  );
}
