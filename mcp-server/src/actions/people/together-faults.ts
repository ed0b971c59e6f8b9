/** A project without a role, or a role without a project. */
import type { Fault } from '../../problems.ts';

export function togetherFaults(project: unknown, role: unknown): Fault[] {
  if ((project === undefined) === (role === undefined)) return [];
  return [{ path: project === undefined ? 'project' : 'role', code: 'missing', params: {} }];
}
