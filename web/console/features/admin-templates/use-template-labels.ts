import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRichTextLabels } from '#web/ui/rich-text-labels.ts';

/** What the buttons are called that the editor of signatures has, too; and the headings. */
export function useTemplateLabels() {
  const { t } = useTranslation(['signature', 'templates', 'common']);
  const shared = useRichTextLabels();
  return useMemo(
    () => ({
      ...shared,
      h2ControlLabel: t('templates:heading', { level: 1 }),
      h3ControlLabel: t('templates:heading', { level: 2 }),
      hrControlLabel: t('templates:rule'),
      alignLeftControlLabel: t('tools.alignLeft'),
      alignCenterControlLabel: t('tools.alignCenter'),
      clearFormattingControlLabel: t('tools.clear'),
      colorPickerControlLabel: t('tools.color'),
      colorPickerClear: t('tools.noColor'),
      colorPickerColorPicker: t('tools.anyColor'),
      colorPickerPalette: t('tools.palette'),
      colorPickerCancel: t('common:close'),
      colorPickerSave: t('common:close'),
      colorPickerColorLabel: (color: string) => t('tools.thisColor', { color }),
    }),
    [t, shared],
  );
}
