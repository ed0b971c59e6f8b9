import type { Texts } from '../texts.ts';

export const callerRefusals = {
  token_spent: {
    sentence: '이 토큰은 이미 문서 한 건을 제출했습니다. 읽기와 판정 확인은 계속할 수 있습니다.',
    hint: '`await_verdict`를 호출하세요. 수정 요청을 받으면 같은 토큰으로 그 `document_id`에 다시 제출할 수 있습니다.',
  },
  token_ended: {
    sentence: '이 토큰은 할 일을 마치고 종료되었습니다. 읽을 수는 있지만 제출은 할 수 없습니다.',
    hint: '여기서 끝내세요. 할 일이 더 있으면 사람에게 새 토큰을 요청하세요.',
  },
  token_not_for_step: {
    sentence: '이 토큰은 현재 단계[[({head}번)]]가 아닌 다른 단계용으로 발급되었습니다.',
    hint: '차례가 올 때까지 기다리거나 프로젝트 관리자에게 이 단계의 토큰을 요청하세요.',
  },
  token_not_for_type: {
    sentence: '이 토큰으로는 {type} 유형의 문서를 제출할 수 없습니다.',
    hint: '프로젝트 관리자에게 이 유형을 포함하는 토큰을 요청하세요.',
  },
  scope_missing: {
    sentence: '이 토큰에는 필요한 권한 범위가 없습니다[[({scope})]].',
    hint: '이 기능 없이 진행하거나 프로젝트 관리자에게 해당 범위가 있는 토큰을 요청하세요.',
  },
  not_yours: {
    sentence: '이 단계나 문서는 다른 작업자, 실행 또는 사람이 맡고 있습니다[[({step}번 단계)]].',
    hint: '`continue`를 호출해 자기 몫의 일을 받거나 기다리세요.',
  },
  target_reached: {
    sentence: '이 토큰으로 갈 수 있는 목표 단계를 이미 지났습니다.',
    hint: '여기서 끝내세요. 더 진행하려면 사람에게 새 토큰을 요청하세요.',
  },
  run_paused: {
    sentence: '실행이 일시 중지되었습니다.[[ {reason}]] 사람만 다시 시작할 수 있습니다.',
    hint: '`await_verdict`를 호출하세요. 실행이 재개되거나 중단되면 응답합니다.',
  },
  run_ended: {
    sentence: '실행이 종료되었습니다.[[ {reason}]]',
    hint: '여기서 끝내세요. 계속하려면 사람에게 새 토큰을 요청하세요.',
  },
  run_not_paused: {
    sentence: '일시 중지된 실행이 아니므로 재개할 것이 없습니다.',
    hint: '실행을 다시 읽고 상태를 확인하세요.',
  },
  own_work: {
    sentence:
      '작성자는 자기 작업을 판정할 수 없고, 에이전트는 같은 발급자의 작업을 판정할 수 없습니다.',
    hint: '판정은 다른 사람에게 맡기세요.',
  },
  four_eyes: {
    sentence:
      '이 프로젝트는 두 사람의 확인(four eyes)을 요구합니다. 직접 작성했거나 작성자의 토큰을 발급한 사람은 승인할 수 없습니다.',
    hint: '프로젝트의 다른 검토자에게 요청하세요.',
  },
  already_approved_by_you: {
    sentence: '이 개정은 이미 승인하셨습니다. 남은 승인은 다른 사람의 몫입니다.',
    hint: '다음 승인은 다른 사람에게 맡기세요.',
  },
  advice_only: {
    sentence: '이 게이트는 사람만 열 수 있습니다. 보낸 판정은 조언으로만 쓰입니다.',
    hint: '`review`로 판정을 남기세요. 조언으로 저장되어 사람에게 표시됩니다.',
  },
  may_not_judge: {
    sentence: '이 프로젝트에서 판정할 수 있는 역할이 아닙니다.',
    hint: '검토자에게 판정을 요청하거나 프로젝트 관리자에게 `reviewer` 역할을 요청하세요.',
  },
  may_not_write: {
    sentence: '이 프로젝트에서 문서를 작성할 수 있는 역할이 아닙니다.',
    hint: '프로젝트 관리자에게 `author` 역할을 요청하세요.',
  },
  may_not_maintain: {
    sentence: '프로젝트 관리자만 할 수 있습니다.',
    hint: '프로젝트 관리자에게 요청하세요.',
  },
  role_missing: {
    sentence: '이 게이트는 정해진 역할의 판정만 인정합니다[[({roles})]].',
    hint: '해당 역할을 가진 사람에게 요청하세요.',
  },
  needs_person: {
    sentence: '사람만 할 수 있는 일이며 토큰으로는 할 수 없습니다.',
    hint: '사람에게 앱에서 처리해 달라고 요청하세요.',
  },
  question_open: {
    sentence:
      '진행을 막는 질문이 열려 있습니다. 모두 답변되거나 철회되거나 기각될 때까지 제출과 승인을 할 수 없습니다.',
    hint: '그 `question_id`로 `await_verdict`를 호출하거나, 자신의 질문이면 `clarify`로 철회하세요.',
  },
  question_closed: {
    sentence: '이미 답변되었거나 철회되었거나 기각된 질문입니다.',
    hint: '결과를 읽으세요. 그래도 해결되지 않으면 `clarify`로 다시 물으세요.',
  },
  questions_too_many: {
    sentence: '이 그룹에는 질문을 더 열 수 없습니다[[(최대 {max}건)]].',
    hint: '답변을 기다리거나 `clarify`로 질문을 철회하세요.',
  },
  not_your_question: {
    sentence: '다른 사람이 한 질문이므로 철회할 수 없습니다.',
    hint: '그대로 두거나 사람에게 기각을 요청하세요.',
  },
  agrees_missing: {
    sentence: '가정이 붙은 질문인데, 답변에 그 가정이 맞는지가 없습니다.',
    hint: '`agrees: true` 또는 `agrees: false`를 추가하세요.',
  },
  question_not_yours_to_answer: {
    sentence: '이 질문에 답할 수 없습니다. 에이전트는 같은 발급자의 질문에 답하지 않습니다.',
    hint: '담당자나 검토자가 답하도록 두세요.',
  },
  idempotency_key_reused: {
    sentence: '이 멱등 키는 이미 다른 내용에 사용되었습니다.',
    hint: '새 내용에는 새 키를 쓰세요. 처음 보낸 내용을 그대로 다시 보내면 그때의 응답을 받습니다.',
  },
} satisfies Partial<Texts['refusals']>;
