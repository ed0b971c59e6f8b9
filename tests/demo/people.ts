/** Everybody in the demo. One password for all of them, printed at the start: there is nothing here to protect. */
import type { Role } from '../../mcp-server/src/gate/vocabulary.ts';

export const DEMO_PASSWORD = 'four eyes see more';
/** Of DEMO_PASSWORD at bcrypt's lowest cost: signing everybody in must not hold up the start. */
export const DEMO_PASSWORD_HASH = '$2b$04$2Gra.6LZNLRVwDzECNeb/uuUCcC7V99t2jpVjerrU73YVYmyZ49Iy';

export interface DemoPerson {
  readonly name: string;
  readonly language: 'en' | 'ko' | 'ja';
  readonly isAdmin?: true;
  readonly roles: { readonly flowgate?: Role; readonly storefront?: Role };
}

export const PEOPLE = {
  mateo: {
    name: 'Mateo Fernández',
    language: 'en',
    roles: { flowgate: 'reviewer', storefront: 'reviewer' },
  },
  ingrid: {
    name: 'Ingrid Solberg',
    language: 'en',
    roles: { flowgate: 'maintainer', storefront: 'maintainer' },
  },
  leila: { name: 'Leila Haddad', language: 'en', roles: { flowgate: 'author' } },
  priya: { name: 'Priya Raman', language: 'en', roles: { storefront: 'author' } },
  jihoon: {
    name: '박지훈',
    language: 'ko',
    roles: { flowgate: 'reviewer', storefront: 'reviewer' },
  },
  sakura: {
    name: '田中さくら',
    language: 'ja',
    roles: { flowgate: 'viewer', storefront: 'maintainer' },
  },
  wanjiru: {
    name: 'Wanjiru Kamau',
    language: 'en',
    roles: { flowgate: 'viewer', storefront: 'viewer' },
  },
  amara: { name: 'Amara Okafor', language: 'en', isAdmin: true, roles: {} },
} as const satisfies Record<string, DemoPerson>;

export type DemoName = keyof typeof PEOPLE;
export const DEMO_NAMES = Object.keys(PEOPLE) as DemoName[];
