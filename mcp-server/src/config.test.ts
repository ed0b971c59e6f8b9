import { describe, expect, test } from 'vitest';
import { BadSettings, readConfig } from './config.ts';

function faultsOf(environment: Record<string, string>): string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof BadSettings)) throw error;
    return error.message.split('\n');
  }
}

describe('settings', () => {
  test('nothing needs to be set to try it on one machine', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8089,
      publicUrl: 'http://localhost:8089',
      databaseUrl: 'file:data/flowgate.db',
      redisUrl: null,
      firstAdmin: null,
      trustedProxies: 0,
    });
    expect(config.allowedHosts).toEqual(['localhost', '127.0.0.1', '[::1]']);
  });

  test('an empty value is no value', () => {
    expect(readConfig({ FLOWGATE_PORT: '', REDIS_URL: '' }).port).toBe(8089);
  });

  test('every fault is told at once', () => {
    const faults = faultsOf({
      FLOWGATE_HOST: '0.0.0.0',
      FLOWGATE_PORT: '99999',
      FLOWGATE_LOG_LEVEL: 'loud',
      DATABASE_URL: 'oracle://x',
      REDIS_URL: 'localhost',
      FLOWGATE_ADMIN_EMAIL: 'a@example.org',
      FLOWGATE_TOKEN_PEPPERS: 'k1:c2hvcnQ=',
    });
    const named = faults.map((fault) => fault.split(/[ ,]/)[0]);
    expect(named).toEqual([
      'FLOWGATE_PORT',
      'DATABASE_URL',
      'REDIS_URL',
      'FLOWGATE_LOG_LEVEL',
      'FLOWGATE_TOKEN_PEPPERS',
      'FLOWGATE_ADMIN_USERNAME',
      'FLOWGATE_PUBLIC_URL',
      'FLOWGATE_ALLOWED_HOSTS',
    ]);
  });

  test('a fault never repeats the value: it may be a secret', () => {
    const faults = faultsOf({ DATABASE_URL: 'oracle://root:hunter2@db/x' });
    expect(faults.join()).not.toContain('hunter2');
  });

  test.each(['0.0.0.0', '::', '192.168.1.4', 'gate.example.org'])(
    'the host %s needs a public address and allowed hosts',
    (host) => {
      expect(faultsOf({ FLOWGATE_HOST: host })).toHaveLength(2);
      const named = {
        FLOWGATE_PUBLIC_URL: 'https://gate.example.org/',
        FLOWGATE_ALLOWED_HOSTS: 'Gate.example.org, intern',
      };
      const config = readConfig({ FLOWGATE_HOST: host, ...named });
      expect(config.publicUrl).toBe('https://gate.example.org');
      expect(config.allowedHosts).toEqual(['gate.example.org', 'intern']);
    },
  );

  test.each(['gate.example.org', 'ftp://x', 'https://x/path', 'https://x?y'])(
    'the public address %s is none',
    (address) => expect(faultsOf({ FLOWGATE_PUBLIC_URL: address })).toHaveLength(1),
  );
});
