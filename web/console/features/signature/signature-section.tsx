import { Alert, Paper, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPhotoOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '#shared/limits.ts';
import { useFormats } from '#web/i18n/format.tsx';
import { messageOf } from '#web/ui/notify.ts';
import { type SignaturePreview, signaturePreviewQuery } from '../../data/signature.ts';
import { SignatureEditor } from './signature-editor.tsx';
import { SignaturePreviews } from './signature-previews.tsx';

const PAUSE_MS = 400;

/** What stands under one's public replies: an editor, and how customers will see it. */
export function SignatureSection(props: {
  value: string;
  onChange: (html: string) => void;
  /** What the server said when it was to be saved. */
  error?: string | undefined;
}) {
  const { t } = useTranslation(['signature', 'common']);
  const { value, onChange } = props;
  const [settled] = useDebouncedValue(value, PAUSE_MS);
  const preview = useQuery(signaturePreviewQuery(settled));
  const [leftOut, setLeftOut] = useState(0);
  const errorId = useId();
  const isCurrent = settled === value && !preview.isPlaceholderData && !preview.isFetching;
  const problems = preview.isError
    ? [messageOf(preview.error)]
    : (preview.data?.problems.map(({ message }) => message) ?? []);
  // The preview finds what saving would find; what was said before is no news once it has looked.
  const said = props.error && !isCurrent ? [props.error] : problems;
  return (
    <Paper component="section" p="lg" radius="md" aria-labelledby={`${errorId}-title`}>
      <Title order={2} id={`${errorId}-title`}>
        {t('title')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('lead')}
      </Text>
      <Stack gap="md">
        <Stack gap="xs">
          <SignatureEditor
            value={value}
            onChange={onChange}
            onLeftOut={setLeftOut}
            errorId={said.length > 0 ? errorId : undefined}
          />
          <div role="alert" id={errorId}>
            {said.map((sentence) => (
              <Text key={sentence} c="var(--mantine-color-error)" size="sm">
                {sentence}
              </Text>
            ))}
          </div>
          {preview.data && <Sizes preview={preview.data} />}
        </Stack>
        {leftOut > 0 && (
          <Alert
            color="amber"
            icon={<IconPhotoOff aria-hidden />}
            withCloseButton
            closeButtonLabel={t('common:close')}
            onClose={() => setLeftOut(0)}
          >
            {t('leftOut', { count: leftOut })}
          </Alert>
        )}
        <SignaturePreviews preview={preview.data} />
      </Stack>
    </Paper>
  );
}

function Sizes({ preview }: { preview: SignaturePreview }) {
  const { t } = useTranslation(['signature', 'common']);
  const { bytes } = useFormats();
  const isTooMuch =
    preview.htmlBytes > LIMITS.signatureHtmlBytes ||
    preview.imagesBytes > LIMITS.signatureImagesBytes;
  return (
    <Text size="xs" c={isTooMuch ? 'var(--mantine-color-error)' : 'dimmed'}>
      {t('sizes', {
        text: bytes(preview.isPlain ? 0 : preview.htmlBytes),
        textMax: bytes(LIMITS.signatureHtmlBytes),
        pictures: bytes(preview.imagesBytes),
        picturesMax: bytes(LIMITS.signatureImagesBytes),
      })}
    </Text>
  );
}
