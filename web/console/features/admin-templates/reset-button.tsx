import { Button } from '@mantine/core';
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
import { notifyUndoable } from '../../parts/notify-undoable.tsx';

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
      notifyUndoable(t('isOriginal'), () => undoing.mutate({ version, before }));
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
