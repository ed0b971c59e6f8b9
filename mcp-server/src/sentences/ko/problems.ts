import type { Texts } from '../texts.ts';

export const problems: Texts['problems'] = {
  body_invalid: {
    sentence: '요청 본문이 올바른 UTF-8 JSON이 아닙니다.',
    hint: '`Content-Type: application/json`으로 JSON 객체 하나를 보내세요.',
  },
  token_invalid: {
    sentence: '알 수 없는 토큰입니다. 잘렸거나 다른 서버의 토큰일 수 있습니다.',
    hint: '받은 토큰과 비교해 보세요. `fg_`로 시작합니다. 다르면 사람에게 새 토큰을 요청하세요.',
  },
  token_missing: {
    sentence: '이 주소에는 토큰이 필요한데 보내지 않았습니다.',
    hint: '`Authorization: Bearer fg_…`를 보내세요. 토큰은 프로젝트 관리자가 앱의 그룹 화면에서 붙여 넣을 명령과 함께 발급합니다.',
  },
  token_placeholder: {
    sentence: '토큰 대신 치환되지 않은 변수 이름이 왔습니다.',
    hint: '클라이언트를 시작하는 셸에 변수를 설정하거나 설정에 토큰을 직접 넣으세요.',
  },
  token_revoked: {
    sentence: '사람이 이 토큰을 취소했습니다.',
    hint: '여기서 끝내세요. 계속해야 하면 사람에게 새 토큰을 요청하세요.',
  },
  token_expired: {
    sentence: '이 토큰은 만료되었습니다.',
    hint: '여기서 끝내세요. 만료된 토큰은 되살릴 수 없으니 사람에게 새 토큰을 요청하세요.',
  },
  session_expired: {
    sentence: '세션이 만료되었습니다.',
    hint: '다시 로그인하세요. 작성 중이던 초안은 남아 있습니다.',
  },
  not_signed_in: {
    sentence: '로그인하지 않았습니다.',
    hint: '로그인한 다음 다시 시도하세요.',
  },
  sign_in_failed: {
    sentence: '사용자 이름, 비밀번호 또는 코드가 올바르지 않습니다.',
    hint: '확인하고 다시 시도하세요. 비밀번호는 관리자가 재설정할 수 있습니다.',
  },
  password_change_needed: {
    sentence: '먼저 비밀번호를 변경해야 합니다.',
    hint: '계정 화면에서 변경하면 나머지가 모두 열립니다.',
  },
  second_factor_needed: {
    sentence: '2단계 인증이 필요한데, 이 계정에는 설정되어 있지 않습니다.',
    hint: '계정 화면에서 설정하세요. 인증 앱만 있으면 1분이면 됩니다.',
  },
  link_invalid: {
    sentence: '유효하지 않은 링크입니다. 이미 사용했거나, 기한이 지났거나, 잘렸습니다.',
    hint: '관리자에게 새 링크를 요청하세요.',
  },
  last_admin: {
    sentence: '이 설치의 마지막 관리자입니다.',
    hint: '먼저 다른 사람을 관리자로 지정하세요.',
  },
  origin_refused: {
    sentence: '다른 출처의 페이지에서 온 호출이라 처리하지 않았습니다.',
    hint: '앱 자체의 주소에서 사용하세요. 스크립트는 `Origin` 없이 `X-FlowGate-Client: NAME`을 보냅니다.',
  },
  host_refused: {
    sentence: '이 서버는 사용한 호스트 이름으로 응답하지 않습니다.',
    hint: '공개 주소를 사용하거나 설정의 허용 호스트에 이름을 추가하세요.',
  },
  not_permitted: {
    sentence: '이 작업을 할 권한이 없습니다[[(필요한 권한: {needed})]].',
    hint: '프로젝트 관리자에게 문의하세요.',
  },
  not_found: {
    sentence: '이 ID로 볼 수 있는 것이 없습니다.',
    hint: 'ID를 확인하세요. 접근할 수 있는 목록은 `find`로 확인합니다.',
  },
  method_not_allowed: {
    sentence: '이 주소는 해당 메서드를 받지 않습니다[[(허용: {allowed})]].',
    hint: '`/api/docs`에서 주소를 확인하세요.',
  },
  too_large: {
    sentence: '요청이 너무 큽니다[[(최대 {bytes}바이트)]]. 아무것도 저장되지 않았습니다.',
    hint: '내용을 줄이세요. 긴 출력은 주장을 보여 주는 부분만 남기세요.',
  },
  input_invalid: {
    sentence: '입력을 이대로 받을 수 없습니다[[(오류 {count}건)]]. 아무것도 저장되지 않았습니다.',
    hint: '나열된 오류를 모두 고쳐 다시 보내세요. `dry_run`은 저장하지 않고 검사만 합니다.',
  },
  too_many: {
    sentence: '짧은 시간에 호출이 너무 많았습니다.',
    hint: '[[{seconds}초 동안 ]]기다린 다음 다시 호출하세요.',
  },
  unavailable: {
    sentence: '지금은 서버가 응답할 수 없습니다. 아무것도 저장되지 않았습니다.',
    hint: '[[{seconds}초 동안 ]]기다린 다음 같은 호출을 반복하세요. 같은 내용은 한 번만 저장됩니다.',
  },
  setup_link_invalid: {
    sentence: '설정 링크가 잘못되었거나 이미 쓰였거나 만료되었습니다.',
    hint: '서버를 다시 시작하세요. 관리자가 없는 동안에는 새 링크가 출력됩니다.',
  },
  setup_done: {
    sentence: '이 서버에는 이미 첫 관리자가 있습니다.',
    hint: '로그인하거나 관리자에게 계정을 요청하세요.',
  },
  dry_run_limit: {
    sentence: '이 토큰은 성공한 사전 점검 {max}회를 모두 사용했습니다.',
    hint: '제출하세요. 사전 점검을 통과한 문서는 접수됩니다. 필요하면 사람이 새 토큰을 발급할 수 있습니다.',
  },
  webhook_limit: {
    sentence: '이 프로젝트에는 이미 웹훅이 {max}개 있어 더 추가할 수 없습니다.',
    hint: '아무도 받지 않는 웹훅을 삭제하거나, 한 수신처가 메시지를 전달하게 하세요.',
  },
  defect: {
    sentence:
      '서버 내부에서 문제가 생겼습니다. 원인은 서버 로그에 {reference} 번호로 남아 있습니다.',
    hint: '한 번만 다시 시도하세요. 또 실패하면 사람에게 번호({reference})를 알리고 여기서 끝내세요.',
  },
  cursor_invalid: {
    sentence: '이 커서는 알 수 없거나 다른 목록의 것입니다.',
    hint: '커서를 빼고 처음부터 시작하거나 마지막으로 받은 커서를 보내세요.',
  },
  last_maintainer: {
    sentence: '마지막 프로젝트 관리자입니다. 프로젝트에는 관리자가 한 명 이상 있어야 합니다.',
    hint: '먼저 다른 사람을 프로젝트 관리자로 지정하세요.',
  },
  upload_offset_wrong: {
    sentence: '업로드 위치가 다릅니다[[(받은 바이트: {offset})]].',
    hint: '`HEAD /api/v1/attachments/ID/upload`로 어디까지 왔는지 묻고 그 뒤를 보내세요.',
  },
  uploads_too_many: {
    sentence: '문서에 적히지 않은 업로드가 너무 많습니다[[(최대 {max}개)]].',
    hint: '문서에 적거나 하루 기다리세요. 적히지 않은 것은 삭제됩니다.',
  },
};
