import type { Texts } from '../texts.ts';

export const next: Texts['next'] = {
  submitted_waiting:
    '{document} 문서가 검토 중입니다. 이 응답의 커서와 `document_id` "{document}"로 `await_verdict`를 호출하세요. 승인되기 전에는 다음 단계를 시작하지 마세요.',
  submitted_approved:
    '{document} 문서가 사람이 읽지 않은 채 정책으로 승인되었습니다. `continue`를 호출해 다음 일을 받으세요.',
  approved_continue: '{document} 문서가 승인되었습니다. `continue`를 호출해 다음 일을 받으세요.',
  approved_end: '{document} 문서가 승인되었고 이 토큰의 일이 끝났습니다. 여기서 끝내세요.',
  approval_partial:
    '{document} 문서는 필요한 승인 {need}건 가운데 {have}건을 받았고 아직 검토 중입니다. 새 커서로 `await_verdict`를 다시 호출하세요.',
  revision_requested_fix:
    '{document} 문서의 수정이 요청되었습니다. 사유마다 요구하는 내용을 고친 다음, `document_id` "{document}"와 모든 `reason_id`[[({reasons})]]에 대한 `responses`를 담아 `submit`을 호출하세요. 사유가 불분명하면 `clarify`로 물으세요.',
  rejected_end:
    '{document} 문서가 반려되었습니다. 멈추라는 뜻이니 다시 제출하지 마세요. 사유를 작업을 시킨 쪽에 보고하고 여기서 끝내세요.',
  document_withdrawn:
    '{document} 문서가 철회되어 단계가 비었습니다. `continue`를 호출해 할 일이 있는지 확인하세요.',
  question_open_wait:
    '진행을 막는 질문이 열려 있어 제출할 수 없습니다. 이 응답의 커서와 `question_id`[[ "{question}"]]로 `await_verdict`를 호출하세요.',
  question_answered:
    '질문에 답변이 왔습니다. `answers`를 읽고 그대로 따르세요. 그런 다음 문서 작업을 계속하거나 `continue`로 할 일을 받으세요.',
  question_dismissed:
    '사람이 질문을 답변 없이 기각했습니다. 스스로 정하고 무엇을 가정했는지 적은 다음 `continue`로 진행하세요.',
  nothing_yet:
    '아직 아무 일도 없습니다. 실패가 아닙니다. [[{seconds}초 뒤에 ]]새 커서로 `await_verdict`를 다시 호출하세요.',
  asked_early:
    '아직 아무 일도 없으며, 권장 시간보다 일찍 물었습니다. 짧게 여러 번보다 길게 한 번 기다리는 편이 낫습니다. `max_wait_seconds`를 빼거나, 다른 일을 하거나, 여기서 끝내고 나중에 돌아오세요. 커서가 있으면 놓치는 것이 없습니다. 새 커서로[[ {seconds}초 뒤에]] `await_verdict`를 다시 호출하세요.',
  your_turn:
    '다른 사람이 할 일은 없고 당신이 할 일이 있습니다. `continue`를 호출해 배정을 받으세요.',
  token_gone:
    '토큰이 폐기되어 더 이상 아무것도 열 수 없습니다. 당신을 시작한 사람에게 알리세요. 여기서 끝내세요.',
  conversation_heard:
    '{document}에 다른 사람이 글을 썼습니다. `turns`를 읽으세요(`text`가 null이면 `read`로). 할 말이 있으면 `document_id` "{document}"와 `based_on_turn` {newest}로 `converse`를 호출하고, 하던 일을 계속하거나 새 커서로 `await_verdict`를 다시 호출하세요.',
  target_reached: '이 토큰의 목표 단계가 승인되어 일이 모두 끝났습니다. 여기서 끝내세요.',
  group_completed: '최종 승인이 나서 그룹이 완료되었습니다. 여기서 끝내세요.',
  group_discarded: '그룹이 폐기되어 읽기 전용입니다. 모든 작업을 멈추고 여기서 끝내세요.',
  sequence_undecided:
    '이 그룹의 단계를 아직 사람이 정하지 않았습니다. [[{seconds}초 뒤에 ]]커서와 함께 `await_verdict`를 호출하세요.',
  sequence_propose:
    '이 그룹의 단계가 정해지지 않았고, 제안할 수 있는 권한이 있습니다. `read`로 루트와 유형 "WP"를 읽은 다음, `type` "WP"와 `fields`에 담은 단계로 `submit`을 호출하세요. 사람이 계획을 승인하기 전에는 어떤 단계도 시작하지 마세요.',
  plan_revise:
    '제출한 계획 {document}의 수정이 요청되었습니다. `document_id` "{document}"로 `await_verdict`를 호출하면 사유와 할 일을 바로 알려 줍니다.',
  clarification_ask:
    '무인 작업에 앞서 사람이 질문을 받습니다. `read`에 있는 것을 모두 읽고 작업 전체를 생각해 보세요. 불분명한 것은 `clarify` 한 번으로 모두 물은 다음 커서와 함께 `await_verdict`를 호출하세요. 질문 단계가 닫히기 전에는 아무것도 제출하지 마세요.',
  clarification_wait:
    '질문 단계가 아직 열려 있고 사람만 닫을 수 있습니다. 커서와 함께 `await_verdict`를 호출하세요. 그동안 아무것도 제출하지 마세요.',
  run_paused:
    '실행이 일시 중지되었고 사람만 재개할 수 있습니다. 아무것도 바꾸지 말고 커서와 함께 `await_verdict`를 호출하세요.',
  run_ended:
    '실행이 종료되었습니다. `run.message`의 내용을 작업을 시킨 쪽에 보고하고 여기서 끝내세요.',
  dry_run_valid:
    '이대로 제출하면 받아들여집니다. 저장된 것은 없습니다. 똑같은 인수로 `submit`을 호출하세요.',
  dry_run_invalid:
    '이대로는 거부됩니다(오류 {count}건). 저장된 것은 없습니다. `problems`를 모두 고친 다음 `dry_run`이나 `submit`을 다시 호출하세요.',
  memo_stored: '메모를 저장했습니다({document}). 승인은 필요 없습니다. 맡은 일을 계속하세요.',
  clarify_registered_blocking:
    '질문이 등록되어 단계가 멈췄습니다. 이 응답의 커서와 `question_id`[[ "{question}"]]로 `await_verdict`를 호출하세요. 그동안 추측하거나 제출하지 마세요.',
  clarify_registered_open:
    '질문이 등록되었고 진행을 막지 않습니다. 밝힌 가정에 따라 맡은 일을 계속하세요. 가정은 다음에 제출하는 문서에 기록됩니다.',
  clarify_answered: '답변이 저장되었고 질문한 쪽에 전달됩니다. 자신의 일을 계속하세요.',
  clarify_withdrawn: '질문을 철회했습니다. `continue`를 호출해 진행하세요.',
  assignment_submit:
    '`read`에 있는 것을 모두 읽고 `guide`와 `template`에 따라 {type} 문서를 쓰세요. `dry_run`으로 확인한 다음 `{tool}`로 제출하세요. 결정적인 점이 불분명하면 추측하지 말고 `clarify`로 물으세요.',
  assignment_revise:
    '{document} 문서를 수정하세요. `reasons`의 각 항목이 요구하는 것을 고친 다음, `document_id` "{document}"와 모든 `reason_id`에 대한 응답을 담아 `submit`을 호출하세요.',
  assignments_choose: '`assignments`에서 하나를 골라 그 `group`으로 `continue`를 호출하세요.',
  waiting_for_people:
    '사람이 움직일 때까지 할 일이 없습니다. [[{seconds}초 뒤에 ]]커서와 함께 `await_verdict`를 호출하세요.',
  not_yours:
    '이 그룹의 현재 단계는 다른 사람의 몫입니다. [[{seconds}초 뒤에 ]]`continue`를 다시 호출하거나, 기다릴 것이 없으면 여기서 끝내세요.',
  token_spent_wait:
    '{document} 문서를 제출했고 이 토큰으로는 더 제출할 수 없습니다. `document_id` "{document}"로 `await_verdict`를 호출하세요.',
  read_more: '뒷부분이 더 있습니다. 같은 인수에 `offset` {offset}을 더해 `read`를 호출하세요.',
  read_complete: '끝까지 읽었습니다. 맡은 일을 계속하세요.',
  find_more: '결과가 더 있습니다. 같은 인수와 이 응답의 커서로 `find`를 호출하세요.',
  find_complete: '이것이 전부입니다. `read`에 `id`를 주어 하나를 여세요.',
  find_nothing: '접근할 수 있는 범위에 맞는 것이 없습니다. 다른 단어를 쓰거나 조건을 줄이세요.',
  conversation_opened:
    '대화 {document}이(가) 열렸습니다. `document_id` "{document}"로 `converse`를 호출해 할 말을 쓰세요. 같은 id와 커서로 `await_verdict`를 호출하면 다음 차례를 알려 줍니다.',
  converse_turn:
    '{turn}번째 차례가 저장되었습니다. `newer_turns`가 있으면 읽으세요. 다음 차례를 들으려면 `document_id` "{document}"로 `await_verdict`를 호출하고, 아니면 맡은 일을 계속하세요.',
  converse_newer:
    '{turn}번째 차례를 저장하고 표시했습니다. 읽지 않은 다른 사람의 차례가 있었습니다. `newer_turns`를 읽으세요(`text`가 null이면 `read`로). 그 내용으로 할 말이 달라진다면 `based_on_turn` {newest}로 다시 쓰세요. 다음 차례를 들으려면 `document_id` "{document}"로 `await_verdict`를 호출하고, 아니면 맡은 일을 계속하세요.',
  review_given:
    '판정이 기록되어 효력을 갖습니다. `continue`를 호출해 다음 검토할 문서를 받거나 여기서 끝내세요.',
  review_advice:
    '판정이 조언으로 저장되었고 결정은 사람이 합니다. `continue`를 호출해 다음 검토할 문서를 받거나 여기서 끝내세요.',
  reviews_choose:
    '`reviews`의 첫 문서를 맡으세요. 그 `document_id`로 `read`를 호출해 본문과 주장을 읽고, `part` "summary"로 의견을 읽으세요. 유형 코드로 `read`를 호출해 지침도 읽고, 그에 비추어 판단한 뒤 그 `revision`으로 `review`를 호출하세요. 그대로 두어도 되면 approve, 고칠 것이 있으면 하나마다 지적 하나를 달아 request_revision, 일을 멈춰야 할 때만 reject입니다. 직접 고치지는 마세요.',
  reviews_none:
    '검토를 기다리는 문서가 없습니다. [[`group` "{group}"와 이 답의 커서로 `await_verdict`를 호출하세요. ]]나중에 `continue`를 다시 호출하거나 여기서 끝내도 됩니다.',
  review_wait: '변화가 있었습니다. `continue`를 호출해 검토를 기다리는 문서를 받으세요.',
  review_stopped:
    '이전에 돌려보낸 것과 같은 판정이어서 조언으로만 저장되었고, 사람이 결정합니다. 이 문서는 여기서 끝내세요.',
  comments_open:
    '아직 검토 중인 {document} 문서에 검토자가 의견을 남겼습니다. `reasons`를 읽으세요. 답하려면 `document_id` "{document}", 본문 전체, 그리고 `reason_id`마다 `responses` 항목 하나를 넣어 `submit`을 호출하세요.',
};
