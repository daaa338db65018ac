import { Menu, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCamera, IconPhoto, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Technician } from '#web/api/types.ts';
import { ConfirmModal } from '#web/ui/confirm-modal.tsx';
import { notifyDone } from '#web/ui/notify.ts';
import { PersonAvatar } from '#web/ui/person.tsx';
import { removePicture, showPicture } from '../../data/pictures.ts';
import { useSession } from '../../data/session.ts';
import classes from './profile-picture.module.css';

/** Cutting and dropping are needed once in a year. */
const PictureWindow = lazy(() =>
  import('./picture-window.tsx').then((module) => ({ default: module.PictureWindow })),
);

/**
 * The picture of a technician, one's own or another's; clicked, it can be changed or removed.
 * @param props.isLocked of somebody who may more than oneself: only shown, with the reason
 */
export function ProfilePicture(props: {
  technician: Pick<Technician, 'id' | 'firstName' | 'lastName' | 'pictureUrl'>;
  isLocked?: boolean;
}) {
  const { t } = useTranslation('picture');
  const client = useQueryClient();
  const session = useSession();
  const { technician } = props;
  const [open, setOpen] = useState<'change' | 'remove' | null>(null);
  const name = `${technician.firstName} ${technician.lastName}`.trim();
  const id = technician.id === session.technician.id ? null : technician.id;
  const button = useRef<HTMLButtonElement>(null);
  function close() {
    setOpen(null);
    // What opened the window was an item of a menu that is gone.
    button.current?.focus();
  }

  function show(pictureUrl: string | null) {
    showPicture(client, id, pictureUrl);
    close();
    notifyDone(t(pictureUrl ? 'changed' : 'removed', { name }));
  }
  const removing = useMutation({
    mutationFn: () => removePicture(id),
    onSuccess: () => show(null),
  });

  const avatar = (
    <PersonAvatar name={name} pictureUrl={technician.pictureUrl} size="6rem" color="accent" />
  );

  if (props.isLocked) {
    return (
      <Tooltip
        label={t('locked', { name })}
        multiline
        maw="20rem"
        withinPortal={false}
        events={{ hover: true, focus: true, touch: true }}
      >
        <div
          role="img"
          aria-label={t('of', { name })}
          aria-description={t('locked', { name })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the reason is for the keyboard, too
          tabIndex={0}
        >
          {avatar}
        </div>
      </Tooltip>
    );
  }
  return (
    <>
      <Menu position="bottom-start" withinPortal={false}>
        <Menu.Target>
          <UnstyledButton ref={button} className={classes.picture}>
            <VisuallyHidden>{t('of', { name })}</VisuallyHidden>
            {avatar}
            <span className={classes.mark}>
              <IconCamera size="1.125rem" stroke={1.5} aria-hidden />
            </span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPhoto size="1rem" aria-hidden />}
            onClick={() => setOpen('change')}
          >
            {t('change')}
          </Menu.Item>
          {technician.pictureUrl && (
            <Menu.Item
              leftSection={<IconTrash size="1rem" aria-hidden />}
              onClick={() => setOpen('remove')}
            >
              {t('remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'change' && (
        <Suspense>
          <PictureWindow technicianId={id} onDone={show} onClose={close} />
        </Suspense>
      )}
      {open === 'remove' && (
        <ConfirmModal
          title={t('removeTitle')}
          confirmLabel={t('remove')}
          isBusy={removing.isPending}
          error={removing.error}
          onConfirm={() => removing.mutate()}
          onClose={close}
        >
          {t('removeAsk', { name })}
        </ConfirmModal>
      )}
    </>
  );
}
