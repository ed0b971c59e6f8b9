/** What a change really names: absent members are left as they are, and Prisma's types know no undefined. */

export type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

export function given<T extends object>(members: T): Given<T> {
  const named = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as Given<T>;
}
