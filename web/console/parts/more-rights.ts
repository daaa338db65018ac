import { useQuery } from '@tanstack/react-query';
import { useSession } from '../data/session.ts';
import { rolesQuery } from '../data/team.ts';

/** Whether the role allows what one may not oneself: the server lets nobody touch its holders then. */
export function useAllowsMore(roleId: number): boolean {
  const { permissions } = useSession();
  const roles = useQuery(rolesQuery);
  const role = roles.data?.items.find(({ id }) => id === roleId);
  return role !== undefined && !role.permissions.every((each) => permissions.includes(each));
}
