import { Button, Center } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';

/** The rest of a paged list: fetched when it comes into view, or by the button. */
export function LoadMore(props: { hasMore: boolean; isLoading: boolean; onLoad: () => void }) {
  const { t } = useTranslation('common');
  const { ref, entry } = useIntersection({ rootMargin: '400px' });
  const load = useEffectEvent(() => {
    if (!props.isLoading) props.onLoad();
  });
  const isVisible = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (isVisible && props.hasMore) load();
  }, [isVisible, props.hasMore]);
  if (!props.hasMore) return null;
  return (
    <Center ref={ref} p="md">
      <Button variant="default" loading={props.isLoading} onClick={props.onLoad}>
        {t('loadMore')}
      </Button>
    </Center>
  );
}
