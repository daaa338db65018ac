import { AppShell, useMantineColorScheme } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage } from '#shared/languages.ts';
import type { Density, Theme } from '#shared/preferences.ts';
import { TimeZoneProvider } from '#web/i18n/format.tsx';
import { changeLanguage } from '#web/i18n/i18n.ts';
import { ErrorBoundary } from '#web/ui/error-boundary.tsx';
import { LoadingRows } from '#web/ui/states.tsx';
import { useSession } from '../data/session.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { useLiveData } from './live.ts';
import classes from './shell.module.css';
import { SideNav } from './side-nav.tsx';
import { TopBar } from './top-bar.tsx';
import { useGlobalShortcuts } from './use-global-shortcuts.ts';

const Palette = lazy(() => import('./palette.tsx').then((m) => ({ default: m.Palette })));
const ShortcutList = lazy(() =>
  import('./shortcut-list.tsx').then((m) => ({ default: m.ShortcutList })),
);

/** The frame around every page of somebody who is signed in. */
export function Shell() {
  const { t } = useTranslation('console');
  const session = useSession();
  const [isNavOpen, nav] = useDisclosure(false);
  const [isCollapsed, setCollapsed] = useLocalStorage({
    key: 'portico.nav-collapsed',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const [isPaletteOpen, palette] = useDisclosure(false);
  const [isHelpOpen, help] = useDisclosure(false);
  const isPaletteNeeded = useEverTrue(isPaletteOpen);
  useLiveData();
  useLanguageOf(session.technician.language);
  useLooksOf(session.technician);
  useGlobalShortcuts({ onPalette: palette.open });
  useShortcuts({ '?': help.open });

  return (
    <TimeZoneProvider timeZone={session.technician.timeZone ?? undefined}>
      <a href="#content" className={classes.skip}>
        {t('skipToContent')}
      </a>
      <AppShell
        header={{ height: '3.5rem' }}
        navbar={{
          width: isCollapsed ? '3.75rem' : '13.5rem',
          breakpoint: 'sm',
          collapsed: { mobile: !isNavOpen },
        }}
        transitionDuration={0}
        layout="alt"
      >
        <AppShell.Header className={classes.header}>
          <TopBar
            isNavOpen={isNavOpen}
            onToggleNav={nav.toggle}
            onSearch={palette.open}
            onHelp={help.open}
          />
        </AppShell.Header>
        <AppShell.Navbar className={classes.nav}>
          <SideNav
            isCollapsed={isCollapsed && !isNavOpen}
            onToggle={() => setCollapsed(!isCollapsed)}
            onNavigate={nav.close}
            onHelp={help.open}
          />
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
          <ErrorBoundary>
            <Suspense fallback={<LoadingRows />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </AppShell.Main>
      </AppShell>
      <Suspense fallback={null}>
        {isPaletteNeeded && <Palette isOpen={isPaletteOpen} onClose={palette.close} />}
        {isHelpOpen && <ShortcutList onClose={help.close} />}
      </Suspense>
    </TimeZoneProvider>
  );
}

/** The profile's language wins over the one that this browser remembers. */
function useLanguageOf(language: string) {
  useEffect(() => {
    if (isLanguage(language)) void changeLanguage(language);
  }, [language]);
}

/** So do its looks: the browser remembers them for the sign-in page. */
function useLooksOf({ theme, density }: { theme: Theme; density: Density }) {
  const { setColorScheme } = useMantineColorScheme();
  const apply = useEffectEvent(setColorScheme);
  useEffect(() => apply(theme), [theme]);
  useEffect(() => {
    document.documentElement.dataset.density = density;
  }, [density]);
}

function useEverTrue(value: boolean): boolean {
  const [wasTrue, setWasTrue] = useState(value);
  if (value && !wasTrue) setWasTrue(true);
  return wasTrue || value;
}
