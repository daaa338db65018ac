import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRichTextLabels } from '#web/ui/rich-text-labels.ts';

/** What the buttons are called that only this editor has. */
export function useArticleLabels() {
  const { t } = useTranslation('knowledge');
  const shared = useRichTextLabels();
  return useMemo(
    () => ({
      ...shared,
      h2ControlLabel: t('editor.heading'),
      h3ControlLabel: t('editor.subheading'),
      codeControlLabel: t('editor.code'),
      codeBlockControlLabel: t('editor.codeBlock'),
      hrControlLabel: t('editor.line'),
      clearFormattingControlLabel: t('editor.clear'),
      tableInsertControlLabel: t('editor.table'),
      tableInsertLabel: (columns: number, rows: number) => t('editor.tableOf', { columns, rows }),
      tableDeleteControlLabel: t('editor.deleteTable'),
      tableRowAfterControlLabel: t('editor.addRow'),
      tableRowDeleteControlLabel: t('editor.deleteRow'),
      tableColumnAfterControlLabel: t('editor.addColumn'),
      tableColumnDeleteControlLabel: t('editor.deleteColumn'),
    }),
    [t, shared],
  );
}
