import ts from 'typescript';

/** What one source file asks of the catalogues. */
export interface Uses {
  /**
   * Keys that are certainly used: `t('key')`, `translate(language, 'key')`, `<Trans i18nKey="key">`. A part that is
   * known only at run time is a star: t(`status.${status}`) is `status.*`. Also those declared by comment.
   */
  keys: { key: string; line: number }[];
  /**
   * All other strings, and templates as patterns: a key may be chosen in a table, or put together by a
   * function of one's own. They show that a key is used, not that one is missing.
   */
  strings: Set<string>;
  /** Namespaces that the file names itself: `useTranslation('portal')`. */
  namespaces: string[];
}

/** A function that takes a key, and which argument it is. */
const KEY_ARGUMENT: Record<string, number> = { t: 0, isTranslated: 0, translate: 1 };

export function findUses(path: string, text: string): Uses {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const uses: Uses = { keys: [], strings: new Set(), namespaces: [] };
  const lineOf = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;

  function addKey(node: ts.Expression): void {
    if (ts.isStringLiteralLike(node)) uses.keys.push({ key: node.text, line: lineOf(node) });
    else if (ts.isTemplateExpression(node))
      uses.keys.push({ key: patternOf(node), line: lineOf(node) });
    else if (ts.isConditionalExpression(node)) {
      addKey(node.whenTrue);
      addKey(node.whenFalse);
    } else if (ts.isArrayLiteralExpression(node)) node.elements.forEach(addKey);
    else if (ts.isAsExpression(node) || ts.isParenthesizedExpression(node)) addKey(node.expression);
  }

  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node)) {
      const name = nameOf(node.expression);
      const key = node.arguments[KEY_ARGUMENT[name] ?? -1];
      if (key) addKey(key);
      if (name === 'useTranslation') uses.namespaces.push(...stringsIn(node.arguments[0]));
    } else if (ts.isJsxAttribute(node) && node.name.getText() === 'i18nKey' && node.initializer) {
      const value = node.initializer;
      if (ts.isStringLiteral(value)) addKey(value);
      else if (ts.isJsxExpression(value) && value.expression) addKey(value.expression);
    } else if (ts.isNewExpression(node) && nameOf(node.expression) === 'AppError') {
      // The code of an error is the key of its sentence.
      const code = node.arguments?.[1];
      if (code && ts.isStringLiteralLike(code))
        uses.keys.push({ key: `errors:${code.text}`, line: lineOf(code) });
    }
    if (ts.isStringLiteralLike(node)) uses.strings.add(node.text);
    else if (ts.isTemplateExpression(node)) uses.strings.add(patternOf(node));
    ts.forEachChild(node, visit);
  }

  visit(source);
  for (const match of text.matchAll(/\/\/\s*i18n-keys:\s*(.+)/g)) {
    const line = source.getLineAndCharacterOfPosition(match.index).line + 1;
    for (const pattern of (match[1] ?? '').split(/[\s,]+/).filter(Boolean))
      uses.keys.push({ key: pattern, line });
  }
  return uses;
}

function nameOf(callee: ts.Expression): string {
  if (ts.isIdentifier(callee)) return callee.text;
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
}

function stringsIn(node: ts.Expression | undefined): string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  return ts.isArrayLiteralExpression(node) ? node.elements.flatMap(stringsIn) : [];
}

function patternOf({ head, templateSpans }: ts.TemplateExpression): string {
  return head.text + templateSpans.map((span) => `*${span.literal.text}`).join('');
}
