/** A document's fields against its type's JSON Schema (2020-12). */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { PATTERN_TEXT_CHARACTERS_MAX } from '../../gate/limits.ts';
import type { Fault } from '../../problems.ts';
import type { TypeDefinition } from '../../store/types/type-catalogue.ts';
import { safeKey } from '../faults-of.ts';

// Formats are told to people and agents; only shapes are enforced. `verbose`: a fault tells which names are known.
const ajv = new Ajv2020({
  allErrors: true,
  strict: false,
  validateFormats: false,
  verbose: true,
  code: { regExp: boundedRegExp() },
});
/** A version of a type never changes, so its compiled schema is kept. */
const compiled = new Map<string, ValidateFunction>();

export function checkFields(
  type: Pick<TypeDefinition, 'id' | 'version' | 'fieldSchema'>,
  fields: Readonly<Record<string, unknown>>,
): Fault[] {
  const key = `${type.id}@${type.version}`;
  const validate = compiled.get(key) ?? ajv.compile(type.fieldSchema);
  compiled.set(key, validate);
  return validate(fields) ? [] : (validate.errors ?? []).map(faultOf);
}

/** All rules are tried on every text, the longest too; a pattern's work was only bounded for short ones. */
function boundedRegExp() {
  const engine = (pattern: string, flags: string) => {
    const expression = new RegExp(pattern, flags);
    return {
      test: (text: string) => text.length <= PATTERN_TEXT_CHARACTERS_MAX && expression.test(text),
      toString: () => expression.toString(),
    };
  };
  return Object.assign(engine, { code: 'boundedRegExp' });
}

function faultOf({ instancePath, keyword, params, parentSchema }: ErrorObject): Fault {
  const path = pathOf(instancePath);
  const limit = Number(params['limit']);
  switch (keyword) {
    case 'required':
      return { path: `${path}.${params['missingProperty']}`, code: 'missing', params: {} };
    case 'additionalProperties': {
      const known = Object.keys((parentSchema as { properties?: object })?.properties ?? {});
      return {
        path: `${path}.${safeKey(String(params['additionalProperty']))}`,
        code: 'unknown_key',
        params: { known: known.join(', '), nearest: '' },
      };
    }
    case 'enum':
      return {
        path,
        code: 'not_one_of',
        params: { allowed: (params['allowedValues'] as unknown[]).map(String).join(', ') },
      };
    case 'type':
      return { path, code: 'wrong_type_of_value', params: { expected: String(params['type']) } };
    case 'maxLength':
      return { path, code: 'too_long', params: { max: limit } };
    case 'minLength':
      return { path, code: 'too_short', params: { min: limit } };
    case 'maxItems':
      return { path, code: 'too_many_items', params: { max: limit } };
    case 'minimum':
      return { path, code: 'out_of_range', params: { min: limit } };
    case 'maximum':
      return { path, code: 'out_of_range', params: { max: limit } };
    default:
      return { path, code: 'field_invalid', params: { rule: keyword } };
  }
}

/** `/cases/0/title` as `fields.cases[0].title`. */
function pathOf(instancePath: string): string {
  const steps = instancePath.split('/').slice(1);
  return steps.reduce(
    (path, step) => (/^\d+$/.test(step) ? `${path}[${step}]` : `${path}.${safeKey(step)}`),
    'fields',
  );
}
