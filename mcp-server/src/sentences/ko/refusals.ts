import type { Texts } from '../texts.ts';
import { callerRefusals } from './caller-refusals.ts';
import { definitionRefusals } from './definitions.ts';

export const refusals: Texts['refusals'] = {
  ...callerRefusals,
  ...definitionRefusals,
  revision_replaced: {
    sentence:
      '읽은 것은 개정 {seen}번인데 그사이 새 개정 {latest}번이 올라왔습니다. 판정은 실제로 읽은 개정에만 내릴 수 있습니다.',
    hint: '두 개정 사이의 변경 내용을 읽고 개정 {latest}번에 대해 판정하세요.',
  },
  revision_in_review: {
    sentence: '이 개정은 판정을 기다리고 있습니다.',
    hint: '먼저 판정하세요. 아무도 읽을 수 없는 것은 판정할 수 없습니다. 그다음 삭제 처리하세요.',
  },
  changed_meanwhile: {
    sentence: '같은 순간에 다른 누군가가 이 그룹을 변경했습니다. 보낸 내용은 저장되지 않았습니다.',
    hint: '그룹을 다시 읽고 같은 호출을 반복하세요.',
  },
  not_head: {
    sentence:
      '진행할 수 있는 것은 시퀀스의 현재 단계뿐인데, 이 문서나 단계는 현재 단계가 아닙니다.[[ 현재는 {head}번 단계입니다.]]',
    hint: '`continue`를 호출해(사람은 그룹을 열어) 현재 단계를 확인하고 그 일을 하세요.',
  },
  wrong_type: {
    sentence: '지금 제출할 유형이 아닙니다.[[ 제출할 유형: {expected}.]][[ 보낸 유형: {type}.]]',
    hint: '제출할 차례인 유형의 문서를 내거나 `type`을 생략하세요. 서버가 알고 있습니다. `continue`를 호출하면 무엇을 낼 차례인지 알려 줍니다.',
  },
  wrong_group: {
    sentence: '지정한 그룹이나 쓸 수 있는 그룹에 속하지 않은 대상입니다.',
    hint: '자기 그룹의 ID를 사용하세요. 접근할 수 있는 목록은 `find`로 확인합니다.',
  },
  wrong_predecessor: {
    sentence: '선행 문서로 지정한 문서[[({predecessor})]]는 이 단계 바로 앞의 문서가 아닙니다.',
    hint: '현재 단계 바로 앞의 문서를 지정하거나 생략하세요. 서버가 알고 있습니다.',
  },
  awaiting_verdict: {
    sentence: '이 단계에는 이미 검토 중인 문서가 있고[[({document})]] 판정을 기다리고 있습니다.',
    hint: '`await_verdict`를 호출하세요. 검토 중인 개정을 바꾸려면 그 문서를 `document_id`로 지정해 제출하세요.',
  },
  state_forbids: {
    sentence: '‘{state}’ 상태의 문서에는 이 동작[[({verb})]]을 할 수 없습니다.',
    hint: '문서를 다시 읽고 지금 가능한 동작 중에서 고르세요.',
  },
  sequence_changed: {
    sentence: '읽은 뒤에 시퀀스가 바뀌었습니다[[(읽은 버전 {seen}, 현재 버전 {latest})]].',
    hint: '시퀀스를 다시 읽고 새 버전 위에서 변경을 다시 만들어 보내세요.',
  },
  sequence_undecided: {
    sentence: '이 그룹의 단계가 아직 정해지지 않아 채울 단계가 없습니다.',
    hint: '사람이 프리셋이나 단계를 고를 때까지 기다리세요.',
  },
  sequence_decided: {
    sentence: '이 그룹의 단계는 이미 정해져 있습니다.',
    hint: '대신 시퀀스에서 아직 진행하지 않은 부분을 현재 버전 기준으로 편집하세요.',
  },
  sequence_invalid: {
    sentence:
      '이 단계들로는 시퀀스를 만들 수 없습니다.[[ {type} 유형은 단계로 쓸 수 없습니다.]][[ 단계 {step}: 두 번 쓰였거나, 이미 진행되었거나, 유형이 다릅니다.]][[ 단계는 최대 {steps_max}개입니다.]]',
    hint: '단계로 쓸 수 있는 유형을 지정하고, 남은 단계의 `id`는 원래 유형과 함께만 쓰세요. 보고서와 최종 승인은 서버가 추가하므로 빼세요.',
  },
  no_change: {
    sentence: '직전 개정과 글자 하나까지 같은 내용이며, 그 개정은 이미 판정을 받았습니다.',
    hint: '사유가 요구하는 내용을 고친 다음 제출하세요. 사유가 불분명하면 `clarify`로 물으세요. 한 번 더 반복되면 실행이 일시 중지됩니다.',
  },
  group_closed: {
    sentence: '이 그룹은 닫혔습니다[[({state})]]. 읽을 수는 있지만 더는 변경할 수 없습니다.',
    hint: '여기서 끝내세요. 완료된 그룹은 프로젝트 관리자만 다시 열 수 있습니다.',
  },
  project_archived: {
    sentence:
      '보관된 프로젝트입니다[[: {project}]]. 모두 읽을 수 있지만 아무것도 변경할 수 없습니다.',
    hint: '여기서 끝내세요. 프로젝트 관리자가 보관을 해제할 수 있습니다.',
  },
  too_many_tokens: {
    sentence: '사용 중인 토큰이 너무 많습니다[[(한도 {limit}개)]].',
    hint: '더는 필요 없는 토큰을 폐기한 다음 발급하세요.',
  },
  thread_open: {
    sentence: '직접 남긴 필수(must) 의견이 아직 해결되지 않아 승인할 수 없습니다.',
    hint: '의견 스레드를 해결하거나 수정을 요청하세요.',
  },
  thread_resolved: {
    sentence: '이 의견은 해결되어 더는 답글을 달 수 없습니다.',
    hint: '할 말이 더 있으면 새 의견을 남기세요.',
  },
  thread_not_author: {
    sentence: '의견을 처리했다고 표시하는 것은 문서 작성자만 할 수 있습니다.',
    hint: '답글을 다세요. 직접 남긴 의견이라면 해결로 표시하세요.',
  },
  thread_not_yours: {
    sentence: '이 의견을 남긴 사람이나 프로젝트 관리자만 해결할 수 있습니다.',
    hint: '답글을 다세요. 본인의 문서라면 처리했다고 표시하세요.',
  },
  comments_too_many: {
    sentence: '여기에는 의견을 더 남길 수 없습니다[[(최대 {max}개)]].',
    hint: '정리된 의견을 해결하고, 남은 것은 의견 하나에 모아 쓰세요.',
  },
  already_reviewed: {
    sentence: '개정 {revision}은 이미 판정했고, 그 뒤로 바뀐 것이 없습니다.',
    hint: '다음 개정을 기다리거나 여기서 끝내세요.',
  },
  stale_predecessor: {
    sentence: '이 문서가 근거로 삼은 문서에 재확인이 필요합니다[[({predecessor})]].',
    hint: '먼저 그 문서를 재확인하거나 수정하세요.',
  },
  not_stale: {
    sentence: '재확인이 필요한 문서가 아니므로 확인할 것이 없습니다.',
    hint: '문서를 다시 읽고 진행하세요.',
  },
  stale_documents: {
    sentence: '재확인이 필요한 문서가 있어 최종 승인을 할 수 없습니다[[({documents})]].',
    hint: '해당 문서를 모두 재확인하거나 수정한 다음 승인하세요.',
  },
  unfinished_documents: {
    sentence: '승인되지 않은 문서가 있어 최종 승인을 할 수 없습니다[[({documents})]].',
    hint: '해당 문서를 판정하거나 철회하거나 마무리한 다음 승인하세요.',
  },
  closing_is_approve_only: {
    sentence: '최종 승인 문서는 서버가 작성하므로 승인만 할 수 있습니다.',
    hint: '잘못된 점이 있으면 해당 문서를 다시 여세요. 그러면 최종 승인 문서가 새로 작성됩니다.',
  },
  root_not_withdrawable: {
    sentence: '루트 문서는 그룹 전체의 바탕이므로 철회할 수 없습니다.',
    hint: '더 나은 개정을 제출하거나 프로젝트 관리자에게 그룹 폐기를 요청하세요.',
  },
  gate_not_yours: {
    sentence:
      '게이트를 누가 여는지는 프로젝트 관리자만 정합니다. 작업 계획이나 작성자는 정할 수 없습니다[[({type} 단계)]].',
    hint: '단계에서 `gate`를 빼고 보내세요. 유형마다 정해진 게이트가 적용됩니다.',
  },
  gate_unsatisfiable: {
    sentence: '[[{type} 단계의 ]]게이트를 열 수 있는 사람이 모자라 아무도 열 수 없습니다.',
    hint: '승인 수를 줄이거나 역할을 넓히거나 먼저 구성원을 추가하세요.',
  },
  contradicted: {
    sentence:
      '서버가 이 문서의 주장 가운데 사실과 다른 것을 발견했습니다. 정책으로는 승인할 수 없고 사람이 판정해야 합니다.',
    hint: '사실과 다르다고 표시된 주장을 읽고 직접 판정하거나 수정을 요청하세요.',
  },
  too_many_documents: {
    sentence: '이 그룹에는 이 유형의 문서를 더 추가할 수 없습니다[[(최대 {max}건)]].',
    hint: '기존 문서의 새 개정에 담거나 생략하세요.',
  },
  not_a_conversation: {
    sentence: '{document}은(는) 대화가 아니므로 차례를 쓸 수 없습니다.',
    hint: '`submit`에 유형 CH를 넣어 대화를 열거나 문서를 제출하세요.',
  },
  too_many_turns: {
    sentence: '이 대화에는 차례를 더 쓸 수 없습니다[[(최대 {max}개)]].',
    hint: '중요한 차례를 인용하는 새 대화를 여세요.',
  },
  not_gated: {
    sentence: '이 문서에는 게이트가 없어 판정이 필요하지 않습니다.',
    hint: '판정하지 마세요. 할 말이 있으면 의견을 남기세요.',
  },
  reason_missing: {
    sentence: '작성자가 무엇을 해야 할지 알 수 있도록 이 판정에는 사유가 필요합니다.',
    hint: '무엇이 잘못되었고 어떻게 되어야 하는지 쓰세요.',
  },
  response_missing: {
    sentence:
      '새 개정은 열려 있는 모든 사유에 응답해야 합니다. 아직 응답이 없는 사유가 있습니다[[({reasons})]].',
    hint: '열린 사유마다 `{ "reason_id", "text", "done" }`을 `responses`에 추가하세요.',
  },
  held_not_found: {
    sentence: '보류된 이 판정은 이미 적용되었거나 취소되었거나 무효가 되었습니다.',
    hint: '문서를 다시 읽고 지금 상태를 확인하세요.',
  },
};
