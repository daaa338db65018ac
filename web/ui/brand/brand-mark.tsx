/** Portico's mark: a gable on three columns. */
export function BrandMark({ size = '1.5rem' }: { size?: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--mantine-primary-color-filled)" />
      <path
        d="M6 13 16 7l10 6H6Zm2 2h3v8H8v-8Zm6.500 0h3v8h-3v-8Zm6.500 0h3v8h-3v-8ZM6 24h20v2H6v-2Z"
        fill="var(--mantine-color-white)"
      />
    </svg>
  );
}
