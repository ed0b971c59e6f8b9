/** Standing instructions for single types of document, kept in one column of the project. */
import { fromJson } from '../json.ts';

export type TypeInstructions = Readonly<Record<string, string>>;

/** `stored` null: there are none. */
export function typeInstructionsOf(stored: string | null, projectId: string): TypeInstructions {
  if (stored === null) return {};
  return fromJson<TypeInstructions>(stored, `the type instructions of ${projectId}`);
}

/** As it is stored, by code, so that equal ones are equal texts; null: none are left. */
export function storedTypeInstructions(texts: TypeInstructions): string | null {
  const kept = Object.entries(texts).filter(([, text]) => text.trim() !== '');
  kept.sort(([one], [other]) => (one < other ? -1 : 1));
  return kept.length === 0 ? null : JSON.stringify(Object.fromEntries(kept));
}

/** What an agent that writes a document of this type is to keep to: the project's, then the type's. */
export function instructionsFor(
  project: {
    readonly projectId: string;
    readonly projectInstructions: string;
    readonly projectTypeInstructions: string | null;
  },
  type: string | null,
): string {
  const { projectId, projectInstructions, projectTypeInstructions } = project;
  const ofTypes = typeInstructionsOf(projectTypeInstructions, projectId);
  const ofType = type === null ? '' : (ofTypes[type] ?? '');
  return [projectInstructions, ofType].filter((text) => text.trim() !== '').join('\n\n');
}
