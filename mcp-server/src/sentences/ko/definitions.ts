import type { Texts } from '../texts.ts';

export const definitionRefusals = {
  definition_changed: {
    sentence: '연 뒤에 다른 사람이 변경했습니다[[(편집한 버전 {seen}, 현재 버전 {latest})]].',
    hint: '최신 버전을 열어 변경을 다시 만들고 저장하세요.',
  },
  definition_in_use: {
    sentence: '{code}: 사용 중이어서 없앨 수 없습니다.[[ 사용하는 곳: {by}.]]',
    hint: '대신 비활성화하세요. 새로 만들 수는 없게 되고 이미 있는 것은 그대로 남습니다. 이것을 지정한 곳이 있으면 먼저 그곳에서 빼세요.',
  },
  built_in_kept: {
    sentence: '{code}: 제품에 포함된 것이어서 삭제할 수 없습니다.',
    hint: '내용을 편집하거나, 아무도 쓰지 않게 하려면 비활성화하세요.',
  },
  too_many_definitions: {
    sentence: '이미 {max}개가 있어 더 만들 수 없습니다.',
    hint: '쓰지 않는 것을 삭제하세요.',
  },
} as const satisfies Partial<Texts['refusals']>;

export const definitionFaults = {
  unbounded: {
    message: '`{path}`: 없거나 너무 큽니다. 텍스트 필드에는 한도가 필요합니다.',
    fix: '`maxLength`(최대 10,000)를 넣거나 쓸 수 있는 값을 `enum`에 나열하세요.',
  },
  pattern_unsafe: {
    message: '`{path}`: 빨리 끝난다고 보장할 수 없는 패턴입니다.',
    fix: '`^`와 `$`로 양 끝을 고정하고 `maxLength`를 500 이하로 두세요. 전후방 탐색, 역참조, 길이가 변하는 그룹의 반복은 쓸 수 없습니다. `^[A-Z]+-[0-9]+$` 같은 패턴은 괜찮습니다.',
  },
  required_unknown: {
    message: '`{path}`: 정의되지 않은 필드를 가리킵니다.',
    fix: '`properties`에 필드를 정의하거나 `required`에서 빼세요.',
  },
  range_empty: {
    message: '`{path}`: 하한보다 작아 어떤 값도 맞을 수 없습니다.',
    fix: '값을 올리거나 하한을 내리세요.',
  },
  options_uneven: {
    message: '`{path}`: 선택지 수와 낱말 수가 다릅니다.',
    fix: '`enum`의 값마다 하나씩 같은 순서로 쓰세요.',
  },
  not_for_series: {
    message: '`{path}`: 이 계열의 유형에는 둘 수 없습니다.',
    fix: '생략하거나 null로 두세요. 게이트는 판정을 받는 유형에만 있고, 보고서는 지시 유형에만 딸려 옵니다.',
  },
  gate_needs_person: {
    message: '이 계열의 문서는 항상 사람이 읽으므로 `{path}`에 다르게 정할 수 없습니다.',
    fix: '`by: "human"`, `unattended: false`로 두세요.',
  },
  type_not_a_report: {
    message: '`{path}`: 활성 상태인 보고서 계열 유형이 아닙니다.',
    fix: 'TR 같은 보고서 유형을 지정하거나 먼저 추가하세요.',
  },
  heading_missing: {
    message: '`{path}`: 인수 기준 제목이 들어 있지 않습니다.',
    fix: '`criteria_headings`와 글자까지 똑같은 제목을 템플릿에 넣고 그 아래 번호 목록을 두세요.',
  },
} as const satisfies Partial<Texts['faults']>;
