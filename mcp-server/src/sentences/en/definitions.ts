import type { Texts } from '../texts.ts';

/** Document types and presets: how their definitions are refused. */
export const definitionRefusals = {
  definition_changed: {
    sentence:
      'Somebody has changed it since you opened it[[: you edited version {seen}, it is now version {latest}]].',
    hint: 'Open the latest version, redo your change there and save that.',
  },
  definition_in_use: {
    sentence: '{code} is in use[[ by {by}]], so it cannot be taken away.',
    hint: 'Deactivate it instead: nothing new is made of it, and what exists stays. What names it has to let go of it first.',
  },
  built_in_kept: {
    sentence: '{code} came with the product and cannot be deleted.',
    hint: 'Edit it, or deactivate it if nobody should use it.',
  },
  too_many_definitions: {
    sentence: 'There are already {max} of them here, and no more are kept.',
    hint: 'Delete some that nobody uses.',
  },
} as const satisfies Partial<Texts['refusals']>;

/** How a type or its fields are at fault. */
export const definitionFaults = {
  unbounded: {
    message: '`{path}` is missing or too large: a text field needs a bound.',
    fix: 'Add `maxLength` (at most 10,000), or list the values in `enum`.',
  },
  pattern_unsafe: {
    message: '`{path}` is not a pattern that is sure to end quickly.',
    fix: 'Anchor it with `^` and `$`, keep `maxLength` at most 500, and use no look-around, no back reference and no repeated group of varying length. `^[A-Z]+-[0-9]+$` is fine.',
  },
  required_unknown: {
    message: '`{path}` names a field that is not defined.',
    fix: 'Define the field under `properties`, or take it out of `required`.',
  },
  range_empty: {
    message: '`{path}` is below the lower bound, so nothing could ever fit.',
    fix: 'Raise it, or lower the other bound.',
  },
  options_uneven: {
    message: '`{path}` has not as many words as there are options.',
    fix: 'Write one for each value of `enum`, in the same order.',
  },
  not_for_series: {
    message: '`{path}` has no place in a type of this series.',
    fix: 'Leave it out or set it to null: only gated types have a gate, and only instructions bring a report.',
  },
  gate_needs_person: {
    message: 'A person always reads documents of this series, so `{path}` cannot say otherwise.',
    fix: 'Set `by: "human"` and `unattended: false`.',
  },
  type_not_a_report: {
    message: '`{path}` is not an active type of the series report.',
    fix: 'Name a report type, such as TR, or add one first.',
  },
  heading_missing: {
    message: '`{path}` does not contain the heading over the acceptance criteria.',
    fix: 'Add it as a heading to the template, with an ordered list below, word for word as in `criteria_headings`.',
  },
} as const satisfies Partial<Texts['faults']>;
