import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyProblem } from '#web/ui/notify.ts';
import {
  type Place,
  resetTemplate,
  saveTemplate,
  type Template,
  type TemplateText,
} from '../../data/templates.ts';

/** Back to the original text, with a way back from there. */
export function ResetButton(props: {
  place: Place;
  text: TemplateText;
  onDone: (template: Template) => void;
}) {
  const { t } = useTranslation(['templates', 'common']);
  const { place, text, onDone } = props;
  const undoing = useMutation({
    mutationFn: ({ version, before }: { version: number; before: TemplateText }) =>
      saveTemplate(place, {
        version,
        subject: before.subject,
        ...(before.isRich ? { html: before.html } : { text: before.text }),
      }),
    onSuccess: onDone,
    onError: notifyProblem,
  });
  const resetting = useMutation({
    mutationFn: (before: TemplateText) => resetTemplate(place, before.version),
    onSuccess(template, before) {
      onDone(template);
      const version = template.texts.find((one) => one.language === place.language)?.version ?? 0;
      const id = notifications.show({
        color: 'green',
        autoClose: 15_000,
        closeButtonProps: { 'aria-label': t('common:close') },
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{t('isOriginal')}</Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notifications.hide(id);
                undoing.mutate({ version, before });
              }}
            >
              {t('undo')}
            </Button>
          </Group>
        ),
      });
    },
    onError: notifyProblem,
  });
  if (!text.isOwn) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconArrowBackUp size="1rem" aria-hidden />}
      loading={resetting.isPending || undoing.isPending}
      onClick={() => resetting.mutate(text)}
    >
      {t('reset')}
    </Button>
  );
}
