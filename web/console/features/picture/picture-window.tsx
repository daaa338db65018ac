import '@mantine/dropzone/styles.layer.css';
import { Alert, Button, FileButton, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconAlertCircle, IconPhotoPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { messageOf } from '#web/ui/notify.ts';
import { type PictureCrop, sendPicture } from '../../data/pictures.ts';
import { type Refusal, useChosenPicture } from './chosen-picture.ts';
import { PictureCropper } from './picture-cropper.tsx';
import classes from './picture-window.module.css';

/** Offered when choosing; telephones then turn their own formats into one of these by themselves. */
const ACCEPTED = 'image/png,image/jpeg,image/webp,image/avif,image/gif';

/**
 * Chooses a picture, cuts a square out of it and sends it. Whatever goes wrong is said here, and
 * what was chosen stays.
 * @param props.technicianId null for one's own picture
 */
export function PictureWindow(props: {
  technicianId: number | null;
  onDone: (pictureUrl: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['picture', 'common']);
  const { picture, refusal, choose } = useChosenPicture();
  const crop = useRef<PictureCrop>(null);
  const sending = usePictureSending(props.technicianId, props.onDone);
  const isIdle = !sending.isPending;

  function chooseInstead(file: File | null | undefined) {
    if (!file || !isIdle) return;
    sending.reset();
    void choose(file);
  }

  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('change')}
      size="lg"
      // A slip of the mouse while dragging loses nothing.
      closeOnClickOutside={!picture}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Dropzone
        onDrop={([file]) => chooseInstead(file)}
        multiple={false}
        activateOnClick={false}
        activateOnKeyboard={false}
        classNames={{ root: classes.drop, inner: classes.inner }}
      >
        <Stack>
          {picture ? (
            <PictureCropper
              key={picture.url}
              picture={picture}
              onCrop={(part) => {
                crop.current = part;
              }}
            />
          ) : (
            <Invitation onChoose={chooseInstead} />
          )}
          <Problem refusal={refusal} error={sending.error} />
          {sending.isPending && <Sent share={sending.share} />}
          <Group justify="flex-end">
            {picture && (
              <FileButton accept={ACCEPTED} onChange={chooseInstead}>
                {(button) => (
                  <Button {...button} variant="subtle" mr="auto" disabled={!isIdle}>
                    {t('chooseAnother')}
                  </Button>
                )}
              </FileButton>
            )}
            <Button variant="default" onClick={props.onClose}>
              {t('common:cancel')}
            </Button>
            <Button
              disabled={!picture}
              loading={sending.isPending}
              onClick={() => {
                if (picture && crop.current && isIdle)
                  sending.mutate({ file: picture.file, crop: crop.current });
              }}
            >
              {t('apply')}
            </Button>
          </Group>
        </Stack>
      </Dropzone>
    </Modal>
  );
}

/** Sends the picture; closing the window breaks it off. */
function usePictureSending(technicianId: number | null, onDone: (pictureUrl: string) => void) {
  const [share, setShare] = useState(0);
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const sending = useMutation({
    mutationFn({ file, crop }: { file: File; crop: PictureCrop }) {
      setShare(0);
      abort.current = new AbortController();
      const { signal } = abort.current;
      return sendPicture(technicianId, file, crop, { onProgress: setShare, signal });
    },
    onSuccess: ({ pictureUrl }) => onDone(pictureUrl),
  });
  return { ...sending, share };
}

/** Before anything is chosen. */
function Invitation({ onChoose }: { onChoose: (file: File | null) => void }) {
  const { t } = useTranslation('picture');
  const formats = useFormats();
  return (
    <Stack align="center" gap="sm" data-room>
      <IconPhotoPlus size="2.5rem" stroke={1.25} aria-hidden />
      <Text ta="center">{t('drop')}</Text>
      <FileButton accept={ACCEPTED} onChange={onChoose}>
        {(button) => (
          <Button {...button} data-autofocus>
            {t('choose')}
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="dimmed" ta="center">
        {t('accepted', { maximum: formats.bytes(LIMITS.pictureBytes) })}
      </Text>
    </Stack>
  );
}

function Problem({ refusal, error }: { refusal: Refusal | null; error: unknown }): ReactNode {
  const { t } = useTranslation('picture');
  const formats = useFormats();
  if (!refusal && !error) return null;
  return (
    <Alert color="red" icon={<IconAlertCircle aria-hidden />} role="alert">
      {refusal
        ? t(`refusal.${refusal}`, { maximum: formats.bytes(LIMITS.pictureBytes) })
        : messageOf(error)}
    </Alert>
  );
}

/** First the file is on its way, then the server works on it. */
function Sent({ share }: { share: number }) {
  const { t } = useTranslation('picture');
  const isThere = share >= 1;
  const label = t(isThere ? 'preparing' : 'sending');
  return (
    <div>
      <Text size="sm" c="dimmed" role="status">
        {label}
      </Text>
      <Progress value={share * 100} animated={isThere} aria-label={label} />
    </div>
  );
}
