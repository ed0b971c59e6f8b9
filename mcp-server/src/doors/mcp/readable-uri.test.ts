import { expect, test } from 'vitest';
import { resourceNameOf } from './readable-uri.ts';

test.each([
  ['flowgate://types', { kind: 'types' }],
  ['flowgate://types/TR', { kind: 'type', code: 'TR' }],
  ['flowgate://groups/shop.default.0001', { kind: 'group', id: 'shop.default.0001' }],
  [
    'flowgate://documents/shop.default.0001.0002-T',
    { kind: 'document', id: 'shop.default.0001.0002-T' },
  ],
])('%s names a thing', (uri, name) => {
  expect(resourceNameOf(uri)).toEqual(name);
});

test.each([
  'flowgate://types/',
  'flowgate://types/tr',
  'flowgate://groups/shop.default.0001.0002-T',
  'flowgate://documents/shop.default.0001',
  'flowgate://documents/../shop.default.0001.0002-T',
  'flowgate://documents/shop.default.0001.0002-T?x=1',
  'FLOWGATE://types',
  'file:///etc/passwd',
  '',
])('%s names nothing', (uri) => {
  expect(resourceNameOf(uri)).toBeNull();
});
