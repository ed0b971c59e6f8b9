/** A schema of fields as one reader needs it: titles in their language, and nothing of the others. */
import type { Language } from '../../gate/vocabulary.ts';

type Schema = Readonly<Record<string, unknown>>;
interface Words {
  readonly title?: string;
  readonly description?: string;
  readonly options?: readonly string[];
}

/** `asForm` adds `x-options`: what the values of a choice are called. */
export function fieldsIn(schema: Schema, language: Language, asForm = false): Schema {
  const { 'x-texts': texts, properties, items, ...rest } = schema;
  const { options, ...words } =
    (texts as Partial<Record<Language, Words>> | undefined)?.[language] ?? {};
  return {
    ...rest,
    ...words,
    ...(asForm && options ? { 'x-options': options } : {}),
    ...(properties === undefined
      ? {}
      : { properties: membersIn(properties as Schema, language, asForm) }),
    ...(items === undefined ? {} : { items: fieldsIn(items as Schema, language, asForm) }),
  };
}

function membersIn(properties: Schema, language: Language, asForm: boolean): Schema {
  return Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [
      name,
      fieldsIn(field as Schema, language, asForm),
    ]),
  );
}
