import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRichTextLabels } from '#web/ui/rich-text-labels.ts';

/** What the buttons are called in editors of mail: signatures and templates. */
export function useMailLabels() {
  const { t } = useTranslation(['signature', 'common']);
  const shared = useRichTextLabels();
  return useMemo(
    () => ({
      ...shared,
      alignLeftControlLabel: t('tools.alignLeft'),
      alignCenterControlLabel: t('tools.alignCenter'),
      alignRightControlLabel: t('tools.alignRight'),
      clearFormattingControlLabel: t('tools.clear'),
      colorPickerControlLabel: t('tools.color'),
      colorPickerClear: t('tools.noColor'),
      colorPickerColorPicker: t('tools.anyColor'),
      colorPickerPalette: t('tools.palette'),
      colorPickerCancel: t('common:close'),
      colorPickerSave: t('common:close'),
      colorPickerColorLabel: (color: string) => t('tools.thisColor', { color }),
      tableInsertControlLabel: t('tools.table'),
      tableInsertLabel: (columns: number, rows: number) => t('tools.tableOf', { columns, rows }),
      tableDeleteControlLabel: t('tools.deleteTable'),
      tableRowAfterControlLabel: t('tools.addRow'),
      tableRowDeleteControlLabel: t('tools.deleteRow'),
      tableColumnAfterControlLabel: t('tools.addColumn'),
      tableColumnDeleteControlLabel: t('tools.deleteColumn'),
    }),
    [t, shared],
  );
}
