import type { Texts } from '../texts.ts';

export const closing: Texts['closing'] = {
  title: '{group} 최종 승인',
  intro:
    '서버가 자체 기록을 바탕으로 작성한 문서입니다. 무엇이 제출되었고 누가 판정했으며 사람이 읽지 않은 것이 무엇인지 보여 줍니다.',
  documents_heading: '문서',
  verdicts_heading: '판정',
  criteria_heading: '인수 기준과 주장',
  assumptions_heading: '아무도 확인하지 않은 가정',
  questions_heading: '질문과 답변',
  unread_heading: '사람이 읽지 않은 문서',
  unread_intro: '정책으로 승인된 문서입니다. 승인하기 전에 읽어 보세요.',
  column_document: '문서',
  column_type: '유형',
  column_title: '제목',
  column_revision: '개정',
  column_state: '상태',
  column_verdict: '판정',
  column_by: '판정자',
  column_at: '시각(UTC)',
  column_criterion: '기준',
  column_claims: '주장',
  column_evidence: '증거',
  column_tasks: '작업',
  column_question: '질문',
  column_answer: '답변',
  not_read_by_person: '사람이 읽지 않음',
  own_work: '본인 작업',
  unmet: '충족하는 주장이 없음',
  none: '없음.',
  approve_means:
    '승인하면 {group} 그룹이 완료됩니다. 잘못된 점이 있으면 승인하지 말고 해당 문서를 다시 여세요.',
};
