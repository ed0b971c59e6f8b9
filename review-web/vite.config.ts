import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapterNode from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { faultsInMessages } from './check-messages.ts';
import { withMountSettings } from './mount-settings.ts';

/** Where the API answers while the app runs alone with hot reload. */
const apiOrigin = process.env['FLOWGATE_URL'] ?? 'http://127.0.0.1:8089';

const messagesAreComplete = {
  name: 'flowgate:messages-are-complete',
  buildStart() {
    const faults = faultsInMessages();
    if (faults.length > 0) throw new Error(`Translations are incomplete:\n${faults.join('\n')}`);
  },
};

export default defineConfig({
  plugins: [
    messagesAreComplete,
    tailwindcss(),
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      strategy: ['custom-page', 'baseLocale'],
      isServer: 'import.meta.env.SSR',
    }),
    sveltekit({
      adapter: withMountSettings(adapterNode({ envPrefix: 'FLOWGATE_WEB_' })),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          // Positions of menus and dialogs are style attributes; they cannot run anything.
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'manifest-src': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
          'base-uri': ['none'],
          'object-src': ['none'],
        },
      },
      // The adapter cannot know whether the browser spoke http or https, so its own comparison would
      // refuse honest forms. hooks.server.ts compares hosts, and the API checks Origin once more.
      csrf: { trustedOrigins: ['*'] },
      // Pages are served from one root; absolute addresses keep error pages at any depth whole.
      paths: { relative: false },
    }),
  ],
  // `light-dark()` is the theme; these are the first browsers that know it.
  build: {
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // Whoever starts the server waits for this build and has no use for a profile of it.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: {
    proxy: {
      '/api': { target: apiOrigin, changeOrigin: true },
      '/mcp': { target: apiOrigin, changeOrigin: true },
    },
  },
});
