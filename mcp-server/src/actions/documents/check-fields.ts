/** A document's fields against its type's JSON Schema (2020-12). */
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Fault } from '../../problems.ts';
import type { TypeDefinition } from '../../store/types/type-catalogue.ts';

// Formats are told to people and agents; only shapes are enforced.
const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
/** A version of a type never changes, so its compiled schema is kept. */
const compiled = new Map<string, ValidateFunction>();

export function checkFields(
  type: TypeDefinition,
  fields: Readonly<Record<string, unknown>>,
): Fault[] {
  const key = `${type.id}@${type.version}`;
  const validate = compiled.get(key) ?? ajv.compile(type.fieldSchema);
  compiled.set(key, validate);
  return validate(fields) ? [] : (validate.errors ?? []).map(faultOf);
}

function faultOf({ instancePath, keyword, params }: ErrorObject): Fault {
  const path = `fields${instancePath.replaceAll('/', '.')}`;
  switch (keyword) {
    case 'required':
      return { path: `${path}.${params['missingProperty']}`, code: 'missing', params: {} };
    case 'additionalProperties':
      return { path, code: 'unknown_key', params: { known: '', nearest: '' } };
    case 'enum':
      return {
        path,
        code: 'not_one_of',
        params: { allowed: (params['allowedValues'] as unknown[]).map(String).join(', ') },
      };
    case 'type':
      return { path, code: 'wrong_type_of_value', params: { expected: String(params['type']) } };
    default:
      return { path, code: 'field_invalid', params: { rule: keyword } };
  }
}
