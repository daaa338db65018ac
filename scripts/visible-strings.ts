import ts from 'typescript';

/** A text in the code that people read as it stands, in one language only. */
export interface VisibleString {
  line: number;
  text: string;
}

/** What a browser or a component of ours shows or reads out. */
const VISIBLE = new Set(
  'aria-description aria-label aria-placeholder aria-roledescription aria-valuetext alt caption description detail details error errorText header heading help hint label lead loadingText message nothingFound nothingFoundMessage placeholder searchPlaceholder subject subtitle summary text title tooltip'.split(
    ' ',
  ),
);
/** On the server these are words of people only where mail or an answer is put together. */
const VISIBLE_ON_SERVER = new Set('body detail html message subject text title'.split(' '));
const ANSWERS = /^(send|end)$/;
/** Functions that show what they are given. */
const SHOWS = /^(notify\w*|show|alert|confirm|prompt|setError|setFieldError|toast)$/;

/** The same in every language: names, and what is typed as it stands. */
const SAME_EVERYWHERE = [
  'Portico',
  'Ctrl',
  'Shift',
  'Esc',
  'Enter',
  'Cmd',
  'https://',
  'http://',
  'example.com',
  'Cc',
  'PNG',
  'JPEG',
];
/** `// not-translated: why`, on the line or the one above, for what only operators and machines read. */
const EXCEPTION = /\/[/*]\s*not-translated:\s*\S/;

/** @param isKey true for a key of a catalogue: tables of keys are no texts */
export function findVisibleStrings(
  path: string,
  source: string,
  isKey: (text: string) => boolean,
): VisibleString[] {
  // The command line speaks English with the operator, like the log.
  if (path.startsWith('server/cli')) return [];
  const isWeb = path.startsWith('web/');
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const lines = source.split('\n');
  const found: VisibleString[] = [];

  function add(node: ts.Node, text: string): void {
    if (!isText(text) || isKey(text.trim())) return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    if (EXCEPTION.test(lines[line] ?? '') || EXCEPTION.test(lines[line - 1] ?? '')) return;
    found.push({ line: line + 1, text: text.trim().replace(/\s+/g, ' ') });
  }

  /** All texts that the expression may become. */
  function addTexts(node: ts.Node | undefined): void {
    if (!node) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) add(node, textOf(node));
    else if (ts.isConditionalExpression(node)) {
      addTexts(node.whenTrue);
      addTexts(node.whenFalse);
    } else if (ts.isBinaryExpression(node)) {
      if (node.operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken) addTexts(node.left);
      addTexts(node.right);
    } else if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node))
      addTexts(node.expression);
    else if (ts.isJsxExpression(node)) addTexts(node.expression);
  }

  function visit(node: ts.Node): void {
    if (ts.isJsxText(node)) add(node, node.text.replace(/&\w+;/g, ' '));
    else if (ts.isJsxExpression(node) && isChild(node)) addTexts(node.expression);
    else if (ts.isJsxAttribute(node) && VISIBLE.has(node.name.getText()))
      addTexts(node.initializer);
    else if (ts.isPropertyAssignment(node)) visitProperty(node);
    else if (ts.isCallExpression(node) && isWeb && SHOWS.test(nameOf(node.expression)))
      for (const argument of node.arguments) addTexts(argument);
    else if (ts.isCallExpression(node) && !isWeb && ANSWERS.test(nameOf(node.expression)))
      node.arguments.filter(isSentence).forEach(addTexts);
    else if (ts.isBinaryExpression(node) && node.left.getText().endsWith('document.title'))
      addTexts(node.right);
    ts.forEachChild(node, visit);
  }

  function visitProperty({ name, initializer, parent }: ts.PropertyAssignment): void {
    const key = ts.isStringLiteralLike(name) ? name.text : name.getText();
    if (isWeb && VISIBLE.has(key)) addTexts(initializer);
    // A single word in these is a name of a field or a code; a sentence has spaces.
    else if (!isWeb && VISIBLE_ON_SERVER.has(key) && isSentence(initializer)) addTexts(initializer);
    else if (key === 'de' && isTableOfLanguages(parent)) addTexts(initializer);
  }

  visit(file);
  return found;
}

const isChild = ({ parent }: ts.JsxExpression) =>
  ts.isJsxElement(parent) || ts.isJsxFragment(parent);

/** What a string says, with … for what is filled in; '' for any other expression. */
function textOf(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return '';
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}

const isSentence = (node: ts.Expression) => /\p{L}\S* .*\p{L}/su.test(textOf(node));

/** `{ en: '…', de: '…' }`: a catalogue of its own beside the catalogues. */
function isTableOfLanguages({ properties }: ts.ObjectLiteralExpression): boolean {
  return ['en', 'fr'].every((language) =>
    properties.some((property) => property.name?.getText() === language),
  );
}

function isText(text: string): boolean {
  const rest = SAME_EVERYWHERE.reduce((left, name) => left.replaceAll(name, ''), text);
  return /\p{L}{2}/u.test(rest);
}

function nameOf(callee: ts.Expression): string {
  if (ts.isIdentifier(callee)) return callee.text;
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
}
