import { PERMISSION_NEEDS, PERMISSIONS, type Permission } from '#shared/permissions.ts';

type Area = Permission extends `${infer Name}.${string}`
  ? Permission extends `${Name}.${string}`
    ? Name
    : never
  : never;

/** Every permission, area by area, in the order in which they are declared. */
export const PERMISSION_AREAS = [
  ...Map.groupBy(PERMISSIONS, (permission) => permission.split('.')[0] as Area),
];

/** The permissions with one more, and with what that one is of no use without. */
export function granting(granted: readonly Permission[], permission: Permission): Permission[] {
  const needed = PERMISSION_NEEDS[permission];
  return inOrder([...granted, permission, ...(needed ? [needed] : [])]);
}

/** The permissions without one, and without those that are of no use without it. */
export function withdrawing(granted: readonly Permission[], permission: Permission): Permission[] {
  return granted.filter((each) => each !== permission && PERMISSION_NEEDS[each] !== permission);
}

const inOrder = (wanted: Permission[]) => PERMISSIONS.filter((each) => wanted.includes(each));
