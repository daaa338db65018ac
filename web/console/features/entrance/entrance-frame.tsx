import { Group, Paper, Stack } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { BrandMark } from '#web/ui/brand/brand-mark.tsx';
import { LanguageSwitch } from '#web/ui/language-switch.tsx';
import { LoadingRows } from '#web/ui/states.tsx';
import classes from './entrance-frame.module.css';

/** The pages before the door: one card, and the language in reach. */
export function EntranceFrame() {
  return (
    <Stack className={classes.page} gap="lg">
      <Group component="header" justify="space-between" w="100%">
        <BrandMark size="2rem" />
        <LanguageSwitch />
      </Group>
      <Paper component="main" className={classes.card} p="xl" radius="md">
        <Suspense fallback={<LoadingRows rows={4} />}>
          <Outlet />
        </Suspense>
      </Paper>
    </Stack>
  );
}
