import type { Texts } from '../texts.ts';

export const runs: Texts['runs'] = {
  working: {
    happened: '実行は進行中です[[（ステップ{step}）]]。',
    now: '`continue`を呼び出して割り当てを受け取り、進めてください。',
  },
  waiting_for_verdict: {
    happened: '文書[[{document}]]の判定を待っています。',
    now: 'カーソルを渡して`await_verdict`を呼び出してください。',
  },
  question_open: {
    happened: '進行を止める質問があり、回答が来るまでステップは止まっています。',
    now: '`question_id`を渡して`await_verdict`を呼び出してください。',
  },
  checks_running: {
    happened: '提出した文書のチェックが実行中です。',
    now: 'カーソルを渡して`await_verdict`を呼び出してください。',
  },
  sequence_undecided: {
    happened: 'このグループの次のステップがまだ決まっていません。',
    now: '`await_verdict`を呼び出すと、人が決めた時点で応答します。',
  },
  not_yours: {
    happened: 'グループの現在のステップは別の担当になりました。',
    now: '`await_verdict`を呼び出すか、後で`continue`を呼び出してください。',
  },
  paused_by_person: {
    happened: '人が実行を一時停止しました。',
    now: '何も変更せず、再開または中止されるまで`await_verdict`を呼び出してください。',
  },
  clarification_open: {
    happened: '無人作業の前の質問期間がまだ続いています。人が締め切ります。',
    now: '必要なことをいま`clarify`ですべて質問し、`await_verdict`を呼び出してください。',
  },
  checks_failed: {
    happened: '必須チェックが繰り返し失敗したため、人の確認が必要です。',
    now: '実行が再開または中止されるまで`await_verdict`を呼び出してください。',
  },
  step_limit: {
    happened: '実行が許されたステップ数に達しました[[（上限{max}）]]。',
    now: '人が実行を再開または中止するまで`await_verdict`を呼び出してください。',
  },
  revision_limit: {
    happened: '実行がこのステップで提出できる版の数に達しました[[（上限{max}）]]。',
    now: '人が実行を再開または中止するまで`await_verdict`を呼び出してください。',
  },
  time_limit: {
    happened: '実行が許された時間を使い切りました。',
    now: '人が実行を再開または中止するまで`await_verdict`を呼び出してください。',
  },
  no_change: {
    happened: '判定済みの内容が、変更なしで二度提出されました。',
    now: '何が求められているかを`clarify`で質問するか、人が再開するまで`await_verdict`を呼び出してください。',
  },
  target_reached: {
    happened: '目標ステップが承認され、この実行に任された作業はすべて終わりました。',
    now: 'ここで終了してください。',
  },
  rejected: {
    happened: '人が文書を却下しました。やり直しではなく、中止を意味します。',
    now: '理由を読み、作業を指示した側に報告して、ここで終了してください。',
  },
  stopped_by_person: {
    happened: '人が実行を中止しました。',
    now: 'ここで終了してください。',
  },
  token_expired: {
    happened: '実行のトークンが期限切れになりました。',
    now: 'ここで終了してください。人が新しいトークンを発行できます。',
  },
  token_revoked: {
    happened: '人が実行のトークンを失効させました。',
    now: 'ここで終了してください。',
  },
  issuer_lost_right: {
    happened: 'トークンの発行者が必要な権限を失いました。',
    now: 'ここで終了してください。別の人が新しいトークンを発行できます。',
  },
  group_closed: {
    happened: 'グループは完了または破棄されました。',
    now: 'ここで終了してください。',
  },
};
