import { Button, Center, EmptyState as Frame, Skeleton, Stack, Title } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCloudOff,
  IconLock,
  IconMapSearch,
  type IconProps,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isApiError } from '#web/api/problem.ts';
import { useDocumentTitle } from './document-title.ts';

/** Nothing is here: says why, and offers the next step. */
export function EmptyState(props: {
  icon: ComponentType<IconProps>;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  const Icon = props.icon;
  return (
    <Center mih="18rem" p="lg">
      <Frame
        icon={<Icon aria-hidden stroke={1.5} />}
        withIndicatorBackground
        title={props.title}
        description={props.children}
        maw="28rem"
      >
        {props.action && <Frame.Actions>{props.action}</Frame.Actions>}
      </Frame>
    </Center>
  );
}

export function NoPermissionState() {
  const { t } = useTranslation('common');
  return (
    <EmptyState icon={IconLock} title={t('states.noPermissionTitle')}>
      {t('states.noPermissionText')}
    </EmptyState>
  );
}

/** The same instead of a whole page: what it says is the page's heading. */
export function NoPermissionPage() {
  const { t } = useTranslation('common');
  const title = t('states.noPermissionTitle');
  useDocumentTitle(title);
  return (
    <EmptyState
      icon={IconLock}
      title={
        <Title order={1} fz="inherit" fw="inherit" lh="inherit">
          {title}
        </Title>
      }
    >
      {t('states.noPermissionText')}
    </EmptyState>
  );
}

export function NotFoundState(props: { action?: ReactNode }) {
  const { t } = useTranslation('common');
  return (
    <EmptyState icon={IconMapSearch} title={t('states.notFoundTitle')} action={props.action}>
      {t('states.notFoundText')}
    </EmptyState>
  );
}

/** What came instead of the content: not yours, not there, no connection, or our fault. */
export function ErrorState(props: { error: unknown; onRetry?: () => void; action?: ReactNode }) {
  const { t } = useTranslation('common');
  const { error } = props;
  if (isApiError(error) && error.status === 403) return <NoPermissionState />;
  if (isApiError(error) && error.status === 404) return <NotFoundState action={props.action} />;
  const isOffline = isApiError(error, 'network');
  return (
    <div role="alert">
      <EmptyState
        icon={isOffline ? IconCloudOff : IconAlertTriangle}
        title={t(isOffline ? 'states.offlineTitle' : 'states.errorTitle')}
        action={
          props.onRetry && (
            <Button variant="default" onClick={props.onRetry}>
              {t('retry')}
            </Button>
          )
        }
      >
        {isApiError(error) && error.detail ? error.detail : t('states.errorText')}
        {isApiError(error) && error.requestId && (
          <> {t('states.requestNumber', { id: error.requestId })}</>
        )}
      </EmptyState>
    </div>
  );
}

/** Lines of the height of what is coming, so that nothing jumps when it does. */
export function LoadingRows(props: { rows?: number; height?: string }) {
  const { t } = useTranslation('common');
  return (
    <Stack gap="sm" p="md" role="status" aria-label={t('states.loading')}>
      {Array.from({ length: props.rows ?? 6 }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identical lines that never move
        <Skeleton key={row} height={props.height ?? '2rem'} />
      ))}
    </Stack>
  );
}
