/** What a file imports, as TypeScript itself reads it. */
import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './source-files.ts';

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** The path from the root; null for a package. */
  readonly path: string | null;
}

export function importsOf({ path, text }: SourceFile): Import[] {
  return codeOf(path, text).flatMap((code) =>
    ts.preProcessFile(code, true, true).importedFiles.map(({ fileName: specifier }) => ({
      specifier,
      path: specifier.startsWith('.')
        ? posix.normalize(posix.join(posix.dirname(path), specifier))
        : null,
    })),
  );
}

/** The package a specifier names, without the path inside it. */
export function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** A page's code stands in its script blocks. */
function codeOf(path: string, text: string): string[] {
  if (!path.endsWith('.svelte')) return [text];
  return [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map((match) => match[1] ?? '');
}
