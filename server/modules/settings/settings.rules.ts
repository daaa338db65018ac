import type { SettingsView } from './settings.views.ts';

export type Settings = Omit<SettingsView, 'version'>;
export type SettingsChanges = { [Name in keyof Settings]?: Settings[Name] | undefined };

/** What really changes, with the values before and after. */
export function changesOf(
  before: Settings,
  wanted: SettingsChanges,
): { changes: Partial<Settings>; old: Partial<Settings> } {
  const names = (Object.keys(wanted) as (keyof Settings)[]).filter(
    (name) => wanted[name] !== undefined && wanted[name] !== before[name],
  );
  const pick = (from: SettingsChanges) =>
    Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<Settings>;
  return { changes: pick(wanted), old: pick(before) };
}
