import type { Texts } from '../texts.ts';

export const headlines: Texts['headlines'] = {
  document: '{type}[[（{answers}への回答）]]、第{revision}版。',
  report:
    '{type}[[（{answers}への回答）]]、第{revision}版：主張{claims}件[[、事実と相違{contradicted}件]][[、検証済み{verified}件]][[、証拠あり{evidenced}件]][[、古い状態に基づく{outdated}件]][[、エージェントの申告のみ{attested}件]]。',
  closing:
    '{type}、第{revision}版：このグループの文書{documents}件[[、人が読んでいないもの{unread}件]][[、要再確認{stale}件]]。',
  criteria: '受け入れ基準{criteria}件。',
  criteria_none: '受け入れ基準がありません。',
  responses: '理由{reasons}件中{answered}件に回答。',
  assumptions: '誰も確認していない前提{assumptions}件に基づいています。',
  questions_open: '未回答の質問{questions}件。',
  threads_open: '未解決のスレッド{threads}件。',
  stale: '要再確認[[：承認後に{cause}が変わりました]]。',
  contradicted: 'サーバーが確認した事実と異なる主張が{contradicted}件あります。',
  checks_none: 'チェックは設定されていません。',
  own_work: '作成者と承認者が同じ人か、承認者が作成者のトークンを発行しています。',
  not_read_by_person: 'ポリシーで承認され、人は読んでいません。',
  redacted: 'この版の本文は{at}に{who}が抹消しました。理由：{because}',
  redacted_by_age: '終了後の保存期間{days}日を経過',
};

export const attention: Texts['attention'] = {
  asked_to_judge: '判定待ちです',
  resubmitted: '依頼した修正が届きました',
  thread_open: 'コメントが作成者の返答を待っています',
  review_stopped: 'レビューエージェントが堂々巡りです：決定してください',
  revision_requested: '修正を依頼されています',
  rejected: '却下済み：次の対応を決めてください',
  question_open: '回答待ちの質問があります',
  question_answered: '質問に回答がありました',
  stale: '要再確認：確認するか開き直してください',
  step_open: '次のステップに進めます',
  issue_a_token: '進められる人がいません：トークンを発行してください',
  sequence_undecided: 'ステップが決まっていません',
  final_approval: '最終承認待ちです',
  run_paused: '実行が一時停止しています',
  stand_in: '期限切れ：代理で判定してください',
  gate_unsatisfiable: 'このゲートを開ける人がもういません',
};
