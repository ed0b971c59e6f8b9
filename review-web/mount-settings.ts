import { writeFileSync } from 'node:fs';
import type { Adapter } from '@sveltejs/kit';

/**
 * The largest form the app takes. A body of 1 MB (the server's own limit) grows to about three when
 * a form encodes it, and two of them never travel together.
 */
const FORM_BYTES_AT_MOST = 4 * 1024 * 1024;

/**
 * Sets the adapter's run-time limits where the handler is mounted in another server: the adapter
 * reads them from the environment at import, so a module in front of it fills in ours.
 */
export function withMountSettings(adapter: Adapter): Adapter {
  return {
    ...adapter,
    async adapt(builder) {
      await adapter.adapt(builder);
      writeFileSync(
        'build/mount-settings.js',
        `process.env.FLOWGATE_WEB_BODY_SIZE_LIMIT ??= '${FORM_BYTES_AT_MOST}';\n`,
      );
      writeFileSync(
        'build/handler.js',
        "import './mount-settings.js';\nexport * from './server/handler.js';\n",
      );
    },
  };
}
