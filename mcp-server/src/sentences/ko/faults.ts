import type { Texts } from '../texts.ts';
import { definitionFaults } from './definitions.ts';

export const wholeInput: Texts['wholeInput'] = '입력';

export const faults: Texts['faults'] = {
  ...definitionFaults,
  unknown_key: {
    message: '`{path}`: 알 수 없는 키입니다.',
    fix: '삭제하세요.[[ 혹시 `{nearest}`인가요?]][[ 사용할 수 있는 키: {known}.]]',
  },
  missing: {
    message: '`{path}`: 필수 항목이 없습니다.',
    fix: '`{path}` 항목을 추가하세요[[({expected})]].',
  },
  wrong_type_of_value: {
    message: '`{path}`: 값의 종류가 맞지 않습니다.',
    fix: '올바른 종류의 값[[({expected})]]을 보내세요.',
  },
  too_long: {
    message: '`{path}`: 너무 깁니다[[(최대 {max}자)]].',
    fix: '주장을 보여 주는 부분만 남기고 줄이세요. 전체 로그는 `POST /api/v1/attachments`로 올리고 그 ID를 `attachment`에 적으세요.',
  },
  too_short: {
    message: '`{path}`: 비어 있거나 너무 짧습니다[[(최소 {min}자)]].',
    fix: '내용을 채우세요.',
  },
  too_many_items: {
    message: '`{path}`: 항목이 너무 많습니다[[(최대 {max}개)]].',
    fix: '줄이세요.',
  },
  not_one_of: {
    message: '`{path}`: 허용된 값이 아닙니다.',
    fix: '[[혹시 `{nearest}`인가요? ]]목록에 있는 것을 쓰세요[[: {allowed}]].',
  },
  malformed: {
    message: '`{path}`: 형식이 올바르지 않습니다[[({format})]].',
    fix: '서버가 준 값이나 항목 설명대로 쓰세요[[: {expected}]].',
  },
  not_a_number: {
    message: '`{path}`: 숫자여야 합니다.',
    fix: '따옴표 없이 숫자만 보내세요.',
  },
  out_of_range: {
    message: '`{path}`: 범위를 벗어났습니다.',
    fix: '범위 안의 값을 보내세요.[[ 최소 {min}.]][[ 최대 {max}.]]',
  },
  claim_missing: {
    message: '보고서에는 주장이 하나 이상 있어야 하는데 없습니다.',
    fix: '`claims: [{ "statement", "meets", "evidence" }]`를 추가하세요. 했거나 알아낸 것 하나마다 한 항목씩 씁니다.',
  },
  evidence_missing: {
    message: '`{path}`: 증거가 없거나 note뿐입니다. note만으로는 증명되지 않습니다.',
    fix: 'commit, diff, command, test_run, url 중 하나를 추가하세요. 예: 실행한 명령과 종료 코드, 출력.',
  },
  response_missing: {
    message: '열려 있는 사유 {reason}에 대한 응답이 없습니다.',
    fix: '`responses`에 {reason}에 대한 `{ "reason_id", "text", "done" }`을 추가해 무엇을 바꿨는지, 아니면 왜 바꾸지 않았는지 쓰세요.',
  },
  reason_unknown: {
    message: '`{path}`: 이 문서에 열려 있는 사유가 아닙니다.',
    fix: '[[열려 있는 사유: {open}. ]]ID는 받은 일(assignment)의 `reasons`에서 가져오세요.',
  },
  reason_missing: {
    message: '이 판정에는 사유가 필요합니다.',
    fix: '`{path}`에 무엇이 잘못되었고 어떻게 되어야 하는지 쓰세요.',
  },
  anchor_unknown: {
    message: '`{path}`가 가리키는 것이 없습니다. 그 개정에 해당하는 문구, 줄 또는 주장이 없습니다.',
    fix: '그 개정에 있는 문구를 그대로 인용하거나, 줄 번호나 주장 번호를 쓰세요.',
  },
  criterion_unknown: {
    message: '`{path}`: 없는 인수 기준입니다.',
    fix: '[[다음 중 하나를 쓰세요: {known}. ]]`R.1`은 루트의 첫 번째 기준, `T.2`는 답하고 있는 지시 문서의 두 번째 기준이고, 그 밖에는 `0004-T.2`처럼 씁니다.',
  },
  cite_unknown: {
    message: '`{path}`: 인용한 문서나 대화 차례를 찾을 수 없습니다.',
    fix: '`find`로 ID를 확인하거나 삭제하세요.',
  },
  secret_found: {
    message: '`{path}`: 토큰, 키, 비밀번호 같은 비밀 값이 들어 있는 것 같습니다.',
    fix: '`***`처럼 가린 다음 다시 보내세요. 실제 비밀 값이라면 사람에게 알려 교체하게 하세요. 아니라면 프로젝트 관리자가 관리 화면에서 허용할 수 있습니다.',
  },
  field_invalid: {
    message: '`{path}`: 이 유형의 필드 정의에 맞지 않습니다[[({rule})]].',
    fix: '`read`에 유형 코드를 `id`로 주어 필드와 제한을 확인하세요.',
  },
  control_character: {
    message: '`{path}`: 저장할 수 없는 제어 문자가 있습니다.',
    fix: '제어 문자를 지우세요. 줄 바꿈과 탭은 괜찮습니다.',
  },
  unstorable: {
    message: '`{path}`: 저장할 수 없는 문자가 있습니다(짝 없는 서로게이트 또는 U+0000).',
    fix: '지우고, 이모지 같은 문자의 중간을 자르지 말고 올바른 유니코드를 보내세요.',
  },
  depth_exceeded: {
    message: '`{path}`: 중첩이 너무 깊습니다[[(최대 {max}단계)]].',
    fix: '구조를 평평하게 바꾸세요.',
  },
  option_unknown: {
    message: '`{path}`: 이 질문의 선택지가 아닙니다.',
    fix: '선택지[[(1~{max})]] 가운데 하나를 고르거나 `text`로 답하세요.',
  },
  agrees_missing: {
    message: '가정이 붙은 질문인데, 답변에 그 가정이 맞는지가 없습니다.',
    fix: '`agrees: true` 또는 `agrees: false`를 추가하세요.',
  },
  step_unknown: {
    message: '`{path}`: 이 시퀀스에 없는 단계입니다.',
    fix: '시퀀스를 다시 읽고 그 안에 있는 단계의 `id`를 쓰세요.',
  },
  type_unknown: {
    message: '`{path}`: 이 프로젝트에 없는 문서 유형입니다.',
    fix: '[[혹시 {nearest}인가요? ]]목록에 있는 것을 쓰세요[[: {allowed}]].',
  },
  preset_unknown: {
    message: '`{path}`: 이 프로젝트에 없는 프리셋입니다.',
    fix: '[[혹시 {nearest}인가요? ]]목록에 있는 것을 쓰세요[[: {allowed}]].',
  },
  question_unknown: {
    message: '`{path}`: 이 그룹에 없는 질문입니다.',
    fix: '`clarify`나 `continue`가 알려 준 `question_id`를 쓰세요.',
  },
  type_not_a_root: {
    message: '`{path}`: 그룹을 여는 유형이 아닙니다.',
    fix: '루트 계열의 유형으로 그룹을 여세요[[: {allowed}]].',
  },
  type_not_a_step: {
    message: '`{path}`: 단계로 쓸 수 없는 유형입니다.',
    fix: '빼세요. [[단계로 쓸 수 있는 유형: {allowed}. ]]보고서와 최종 승인은 서버가 추가합니다.',
  },
  answer_empty: {
    message: '답변이 비어 있습니다.',
    fix: '`option`이나 `text`, 또는 둘 다 쓰세요.',
  },
  person_unknown: {
    message: '`{path}`: 여기에 계정이 없는 사람입니다.',
    fix: '사용자 이름을 확인하거나 관리자에게 계정을 만들어 달라고 하세요.',
  },
  taken: {
    message: '`{path}`: 이미 사용 중입니다.',
    fix: '다른 것을 고르세요.',
  },
  not_unique: {
    message: '`{path}`: 같은 항목이 두 번 있습니다.',
    fix: '서로 다르게 쓰세요.',
  },
  combination: {
    message: '`{path}`: {kind} 종류의 증거에 쓸 수 없는 항목입니다.',
    fix: '삭제하세요.[[ {kind}에 쓸 수 있는 항목: {allowed}.]]',
  },
  password_common: {
    message: '널리 쓰이거나 이름, 주소와 비슷해 추측하기 쉬운 비밀번호입니다.',
    fix: '서로 관련 없는 단어 네 개 이상처럼 더 긴 비밀번호를 쓰세요.',
  },
  content_altered: {
    message: '`{path}` 값이 도착한 내용과 맞지 않습니다. 전송 중에 내용이 바뀌었습니다.',
    fix: '내용을 셸을 거치지 말고 UTF-8 JSON 문자열로 보내고, 마지막으로 고친 뒤에 값을 계산하세요.',
  },
  member_misplaced: {
    message: '`{path}` 항목은 이 동작의 것이 아니라 {action} 동작의 것입니다.',
    fix: '이 항목을 빼거나 {action} 동작을 사용하세요.',
  },
  password_wrong: {
    message: '현재 비밀번호가 아닙니다.',
    fix: '로그인할 때 쓴 비밀번호를 입력하세요.',
  },
  code_wrong: {
    message: '코드가 맞지 않거나 이미 사용되었습니다.',
    fix: '앱의 다음 코드를 기다리거나 백업 코드를 사용하세요.',
  },
  address_refused: {
    message: '`{path}`은(는) 여기에서 호출할 수 있는 주소가 아닙니다.',
    fix: '비밀번호가 들어 있지 않은 공용 인터넷의 http 또는 https 주소를 적으세요. 내부망의 호스트는 관리자가 FLOWGATE_OUTGOING_HOSTS로 허용할 수 있습니다.',
  },
  password_same: {
    message: '지금 쓰고 있는 비밀번호와 같습니다.',
    fix: '다른 비밀번호를 고르세요.',
  },
  second_factor_on: {
    message: '이 계정에는 이미 2단계 인증이 설정되어 있습니다.',
    fix: '새로 설정하려면 먼저 끄세요.',
  },
  second_factor_off: {
    message: '이 계정에는 2단계 인증이 없습니다.',
    fix: '할 일이 없습니다.',
  },
  enrolment_over: {
    message: '설정을 시작한 지 너무 오래됐거나 다른 곳에서 다시 시작했습니다.',
    fix: '처음부터 다시 시작하면 새 QR 코드가 나옵니다.',
  },
  deactivated: {
    message: '비활성화된 계정입니다.',
    fix: '먼저 다시 활성화하세요.',
  },
  attachment_unknown: {
    message: '`{path}`: 이 그룹에 본인이 올린 파일이 아닙니다.',
    fix: '`POST /api/v1/attachments`로 올리고 응답의 ID를 적으세요.',
  },
  attachment_unfinished: {
    message: '`{path}`: 아직 다 올라오지 않았습니다[[(받은 바이트: {received})]].',
    fix: '나머지를 먼저 보내세요.',
  },
  hash_mismatch: {
    message: '`{path}`: 도착한 바이트의 해시가 아닙니다.',
    fix: '다시 올리세요.',
  },
  test_run_unreadable: {
    message: '`{path}`: 테스트 실행 결과로 읽을 수 없습니다[[(형식: {format})]].',
    fix: '테스트 도구가 쓴 그대로, 문서 형식 선언 없이 테스트가 하나 이상 있는 보고서를 보내세요.',
  },
  repository_unknown: {
    message: '`{path}`: 저장소 폴더에서 읽을 수 있는 클론이 아닙니다.',
    fix: '그곳에 클론을 두고 폴더 이름을 적으세요.',
  },
};
