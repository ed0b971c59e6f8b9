import type { Texts } from '../texts.ts';

export const closing: Texts['closing'] = {
  title: '{group}の最終承認',
  intro:
    'サーバーが自らの記録から作成した文書です。何が提出され、誰が判定し、人が読んでいないものは何かを示します。',
  documents_heading: '文書',
  verdicts_heading: '判定',
  criteria_heading: '受け入れ基準と主張',
  assumptions_heading: '誰も確認していない前提',
  questions_heading: '質問と回答',
  unread_heading: '人が読んでいない文書',
  unread_intro: 'ポリシーで承認された文書です。承認の前に読んでください。',
  column_document: '文書',
  column_type: '種類',
  column_title: '題名',
  column_revision: '版',
  column_state: '状態',
  column_verdict: '判定',
  column_by: '判定者',
  column_at: '日時（UTC）',
  column_criterion: '基準',
  column_claims: '主張',
  column_evidence: '証拠',
  column_tasks: 'タスク',
  column_question: '質問',
  column_answer: '回答',
  not_read_by_person: '人は読んでいない',
  own_work: '本人の作業',
  unmet: '満たす主張なし',
  none: 'なし。',
  approve_means:
    '承認すると{group}は完了します。誤りがあれば承認せず、その文書を開き直してください。',
};
