import {
  Group,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Title,
  useComputedColorScheme,
} from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage, type Language } from '#shared/languages.ts';
import { PREVIEW_PAGES, PREVIEW_READY, type PreviewPage } from '#shared/portal-preview.ts';
import { languageOptions } from '#web/ui/language-switch.tsx';
import type { PortalSite } from '../../data/portal-settings.ts';
import { useSession } from '../../data/session.ts';
import classes from './portal-form.module.css';

const DEVICES = { computer: { width: 1180, height: 860 }, phone: { width: 390, height: 700 } };
type Device = keyof typeof DEVICES;
/** A portal that has not answered by then is not there, or is not ours. */
const PATIENCE_MS = 10_000;

/** The real portal in a frame, told what to show instead of what is saved. */
export function PortalPreview(props: {
  origin: string;
  site: PortalSite;
  logoFile: File | null;
  page: PreviewPage;
  onPage: (page: PreviewPage) => void;
  language: Language;
  onLanguage: (language: Language) => void;
}) {
  const { t } = useTranslation(['portal-settings', 'common']);
  const { technician } = useSession();
  const own = useComputedColorScheme('light');
  const [scheme, setScheme] = useState<'light' | 'dark'>(own);
  const [device, setDevice] = useState<Device>('computer');
  const { ref: room, width: roomPx } = useElementSize();
  const { origin, site, logoFile, page, language } = props;
  const { firstName, lastName } = technician;
  const reader = { firstName, lastName };
  const message = { kind: 'portico.preview', site, logoFile, page, language, scheme, reader };
  const { frame, state } = useFrame(origin, message);
  const { width, height } = DEVICES[device];
  const scale = Math.min(1, (roomPx || width) / width);

  return (
    <section aria-labelledby="portal-preview" className={classes.preview}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={2} id="portal-preview">
            {t('preview.title')}
          </Title>
          <Group gap="sm">
            <Select
              aria-label={t('common:language')}
              w="8rem"
              data={languageOptions}
              value={language}
              allowDeselect={false}
              onChange={(value) => isLanguage(value) && props.onLanguage(value)}
            />
            <SegmentedControl
              aria-label={t('preview.scheme')}
              data={(['light', 'dark'] as const).map((value) => ({
                value,
                label: t(`preview.${value}`),
              }))}
              value={scheme}
              onChange={setScheme}
            />
            <SegmentedControl
              aria-label={t('preview.device')}
              data={(['computer', 'phone'] as const).map((value) => ({
                value,
                label: t(`preview.${value}`),
              }))}
              value={device}
              onChange={setDevice}
            />
          </Group>
        </Group>
        <SegmentedControl
          aria-label={t('preview.page')}
          data={PREVIEW_PAGES.map((value) => ({ value, label: t(`preview.pages.${value}`) }))}
          value={page}
          onChange={props.onPage}
        />
        <div ref={room}>
          <div
            className={classes.window}
            style={{ width: width * scale, height: height * scale, marginInline: 'auto' }}
          >
            <iframe
              ref={frame}
              title={t('preview.title')}
              src={`${origin}/?preview`}
              // It shows and is not used: the keyboard goes past it.
              tabIndex={-1}
              width={width}
              height={height}
              className={classes.frame}
              style={{ transform: `scale(${scale})` }}
            />
          </div>
        </div>
        <Text size="sm" c={state === 'missing' ? 'red' : 'dimmed'} role="status">
          {state === 'missing' ? t('preview.missing', { address: origin }) : t('preview.hint')}
        </Text>
      </Stack>
    </section>
  );
}

/** Speaks with the portal in the frame: only with that window, and only while it is at its address. */
function useFrame(origin: string, message: object) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [state, setState] = useState<'waiting' | 'ready' | 'missing'>('waiting');
  useEffect(() => {
    const patience = setTimeout(() => {
      setState((now) => (now === 'waiting' ? 'missing' : now));
    }, PATIENCE_MS);
    function hear(event: MessageEvent) {
      const isPortal = event.origin === origin && event.source === frame.current?.contentWindow;
      if (isPortal && event.data === PREVIEW_READY) setState('ready');
    }
    window.addEventListener('message', hear);
    return () => {
      clearTimeout(patience);
      window.removeEventListener('message', hear);
    };
  }, [origin]);
  useEffect(() => {
    if (state === 'ready') frame.current?.contentWindow?.postMessage(message, origin);
  });
  return { frame, state };
}
