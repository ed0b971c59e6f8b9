/** What a page passes to `depends` so that events make it read again. */
export const liveOn = {
  everything: 'live:everything',
  session: 'live:session',
  group: (id: string): `live:${string}` => `live:group/${encodeURIComponent(id)}`,
  document: (id: string): `live:${string}` => `live:document/${encodeURIComponent(id)}`,
} as const;
