import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
  mergeThemeOverrides,
} from '@mantine/core';

// The only place for colours and sizes. Shade 6 carries white text and shade 7 stands on its own
// tint with 4.5:1 or more (WCAG 2.2, 1.4.3); in the dark shade 3 does.
const accent: MantineColorsTuple = [
  '#eff4fb',
  '#dae6f4',
  '#b3cce9',
  '#88b0dd',
  '#5f94d0',
  '#437fc5',
  '#2f6db5',
  '#265a97',
  '#1e497b',
  '#163860',
];
const gray: MantineColorsTuple = [
  '#f7f8f9',
  '#eff1f3',
  '#e3e6e9',
  '#d2d6db',
  '#b6bcc4',
  '#8b939d',
  '#616973',
  '#4c535d',
  '#343a42',
  '#1f2329',
];
const dark: MantineColorsTuple = [
  '#d5d9df',
  '#b9bfc8',
  '#9ba2ad',
  '#6d7480',
  '#3e444e',
  '#30353d',
  '#262a31',
  '#1b1e23',
  '#15171b',
  '#0f1114',
];
const red: MantineColorsTuple = [
  '#fdf1f0',
  '#fadcd9',
  '#f3b5af',
  '#ea8f87',
  '#dd645b',
  '#d0473d',
  '#b8322a',
  '#972822',
  '#7c201b',
  '#5f1814',
];
const green: MantineColorsTuple = [
  '#eef8f1',
  '#d6eedd',
  '#a9d9b8',
  '#78c192',
  '#4ea871',
  '#36935b',
  '#237a47',
  '#1b613a',
  '#16502e',
  '#103c23',
];
const amber: MantineColorsTuple = [
  '#fdf7e8',
  '#f9e9c6',
  '#f1d08c',
  '#e6b455',
  '#d29722',
  '#b47f14',
  '#8f6410',
  '#70500e',
  '#5b400a',
  '#443008',
];

const SYSTEM_FONTS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif';

const shared: MantineThemeOverride = {
  colors: { accent, gray, dark, red, green, amber },
  primaryColor: 'accent',
  primaryShade: 6,
  white: '#ffffff',
  black: '#1f2329',
  fontFamily: SYSTEM_FONTS,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace',
  defaultRadius: 'sm',
  radius: { xs: '0.1875rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '1.5rem' },
  // An 8-px rhythm, with one half step for what belongs together.
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    // A dialog's head is no banner of the page.
    ModalHeader: { defaultProps: { component: 'div' } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4 } } },
    // In a narrow column the column gives way, not the word.
    Badge: { defaultProps: { tt: 'none', fw: 600 }, styles: { root: { minWidth: 'max-content' } } },
    Input: {
      // A field in error keeps Mantine's red.
      vars: (_theme: unknown, { error }: { error?: unknown }) =>
        error ? {} : { wrapper: { '--input-bd': 'var(--portico-input-border)' } },
    },
    // Mantine's are two pixels smaller than the text around, which is too small here.
    InputWrapper: {
      vars: () => ({
        description: { '--input-description-size': 'var(--mantine-font-size-xs)' },
        error: { '--input-error-size': 'var(--mantine-font-size-xs)' },
      }),
    },
    // The placeholder for the first focus is no child that a menu may have (ARIA).
    Menu: {
      defaultProps: {
        shadow: 'md',
        position: 'bottom-end',
        withInitialFocusPlaceholder: false,
      },
    },
    // Where one is already, the darker tint under the pointer leaves too little contrast.
    NavLink: { vars: () => ({ root: { '--nl-hover': 'var(--nl-bg)' }, children: {} }) },
    Paper: { defaultProps: { withBorder: true } },
    Pill: { styles: { root: { backgroundColor: 'var(--mantine-color-default-border)' } } },
    Select: { defaultProps: { checkIconPosition: 'right', comboboxProps: { shadow: 'md' } } },
    // On a phone they are pushed aside, not put below each other; the padding keeps the line of the chosen one.
    Tabs: { styles: { list: { flexWrap: 'nowrap', overflowX: 'auto', paddingBottom: 2 } } },
    Table: {
      defaultProps: { verticalSpacing: 'sm', borderColor: 'var(--mantine-color-default-border)' },
    },
  },
};

/** Dense: a technician spends the day in it. */
export const consoleTheme = createTheme(
  mergeThemeOverrides(shared, {
    fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
    headings: {
      fontWeight: '600',
      sizes: {
        h1: { fontSize: '1.25rem', lineHeight: '1.4' },
        h2: { fontSize: '1rem', lineHeight: '1.5' },
        h3: { fontSize: '0.875rem', lineHeight: '1.5' },
      },
    },
  }),
);

/** Roomy: a contact comes twice a year. */
export const portalTheme = createTheme(
  mergeThemeOverrides(shared, {
    // The company's colour may be one that only dark letters are read on.
    variantColorResolver(input) {
      const colors = defaultVariantColorsResolver(input);
      const isAccent = input.color === undefined || input.color === 'accent';
      return isAccent && input.variant === 'filled'
        ? { ...colors, color: 'var(--mantine-primary-color-contrast)' }
        : colors;
    },
    components: {
      Checkbox: {
        vars: () => ({
          root: { '--checkbox-icon-color': 'var(--mantine-primary-color-contrast)' },
        }),
      },
    },
    fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.5rem' },
    headings: {
      fontWeight: '600',
      sizes: {
        h1: { fontSize: '1.75rem', lineHeight: '1.3' },
        h2: { fontSize: '1.25rem', lineHeight: '1.4' },
        h3: { fontSize: '1.0625rem', lineHeight: '1.5' },
      },
    },
  }),
);

/** Mantine's own choices that miss the contrast we promise, and what only we have. */
export const cssVariables: CSSVariablesResolver = (theme) => {
  const names = Object.keys(theme.colors);
  const textOnTint = (shade: number) =>
    Object.fromEntries(
      names.map((name) => [
        `--mantine-color-${name}-light-color`,
        `var(--mantine-color-${name}-${shade})`,
      ]),
    );
  return {
    variables: {
      '--portico-page-width': '72rem',
      '--portico-form-width': '40rem',
      '--portico-card-width': '26rem',
    },
    light: {
      ...textOnTint(7),
      '--mantine-color-dimmed': 'var(--mantine-color-gray-6)',
      '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
      '--mantine-color-error': 'var(--mantine-color-red-6)',
      '--mantine-color-anchor': 'var(--mantine-color-accent-7)',
      '--mantine-color-default-border': 'var(--mantine-color-gray-2)',
      '--portico-input-border': 'var(--mantine-color-gray-5)',
      '--portico-surface': 'var(--mantine-color-gray-0)',
      '--portico-hover': 'var(--mantine-color-gray-1)',
      '--portico-note': 'var(--mantine-color-amber-0)',
      '--portico-note-border': 'var(--mantine-color-amber-3)',
      '--portico-reply-border': 'var(--mantine-color-accent-4)',
    },
    dark: {
      ...textOnTint(3),
      '--mantine-color-dimmed': 'var(--mantine-color-dark-2)',
      '--mantine-color-placeholder': 'var(--mantine-color-dark-2)',
      '--mantine-color-error': 'var(--mantine-color-red-3)',
      '--mantine-color-anchor': 'var(--mantine-color-accent-3)',
      '--mantine-color-default-border': 'var(--mantine-color-dark-5)',
      '--portico-input-border': 'var(--mantine-color-dark-3)',
      '--portico-surface': 'var(--mantine-color-dark-8)',
      '--portico-hover': 'var(--mantine-color-dark-6)',
      '--portico-note':
        'color-mix(in srgb, var(--mantine-color-amber-9) 35%, var(--mantine-color-dark-7))',
      '--portico-note-border': 'var(--mantine-color-amber-7)',
      '--portico-reply-border': 'var(--mantine-color-accent-5)',
    },
  };
};
