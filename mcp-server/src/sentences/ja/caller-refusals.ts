import type { Texts } from '../texts.ts';

export const callerRefusals = {
  token_spent: {
    sentence:
      'このトークンはすでに文書を1件提出しました。読み取りと判定の受け取りは引き続きできます。',
    hint: '`await_verdict`を呼び出してください。修正を依頼されたら、同じトークンでその`document_id`に再提出できます。',
  },
  token_ended: {
    sentence: 'このトークンは役目を終えました。読み取りはできますが、提出はできません。',
    hint: 'ここで終了してください。続きがあれば、人に新しいトークンを依頼してください。',
  },
  token_not_for_step: {
    sentence:
      'このトークンは、現在のステップ[[（ステップ{head}）]]とは別のステップ用に発行されています。',
    hint: '順番が来るまで待つか、メンテナーにこのステップ用のトークンを依頼してください。',
  },
  token_not_for_type: {
    sentence: 'このトークンでは{type}の文書を提出できません。',
    hint: 'メンテナーに、この種類を含むトークンを依頼してください。',
  },
  scope_missing: {
    sentence: 'このトークンには必要なスコープがありません[[（{scope}）]]。',
    hint: 'この機能を使わずに進めるか、メンテナーにスコープを含むトークンを依頼してください。',
  },
  not_yours: {
    sentence:
      'このステップまたは文書は、別のワーカー、実行、または人の担当です[[（ステップ{step}）]]。',
    hint: '`continue`を呼び出して自分の作業を受け取るか、待ってください。',
  },
  target_reached: {
    sentence: 'このトークンで進める目標ステップは、すでに過ぎています。',
    hint: 'ここで終了してください。さらに進めるには、人に新しいトークンを依頼してください。',
  },
  run_paused: {
    sentence: '実行は一時停止中です。[[{reason}]]再開できるのは人だけです。',
    hint: '`await_verdict`を呼び出してください。再開または中止されると応答します。',
  },
  run_ended: {
    sentence: '実行は終了しました。[[{reason}]]',
    hint: 'ここで終了してください。続けるには、人に新しいトークンを依頼してください。',
  },
  run_not_paused: {
    sentence: 'この実行は一時停止していないため、再開の必要はありません。',
    hint: '実行を読み直して状態を確認してください。',
  },
  own_work: {
    sentence:
      '作成者は自分の作業を判定できません。エージェントも、同じ発行者の作業は判定できません。',
    hint: '判定は別の人に任せてください。',
  },
  four_eyes: {
    sentence:
      'このプロジェクトでは二人の目での確認（four eyes）が必要です。作成した人や、作成者のトークンを発行した人は承認できません。',
    hint: 'プロジェクトの別のレビュアーに依頼してください。',
  },
  already_approved_by_you: {
    sentence: 'この版はすでに承認済みです。残りの承認は別の人が行います。',
    hint: '次の承認は別の人に任せてください。',
  },
  advice_only: {
    sentence: 'このゲートを開けられるのは人だけです。判定は助言としてのみ扱われます。',
    hint: '`review`で判定を送ってください。助言として保存され、人に示されます。',
  },
  may_not_judge: {
    sentence: 'このプロジェクトで判定できるロールではありません。',
    hint: 'レビュアーに判定を依頼するか、メンテナーに`reviewer`ロールを依頼してください。',
  },
  may_not_write: {
    sentence: 'このプロジェクトで文書を書けるロールではありません。',
    hint: 'メンテナーに`author`ロールを依頼してください。',
  },
  may_not_maintain: {
    sentence: 'プロジェクトのメンテナーだけができる操作です。',
    hint: 'メンテナーに依頼してください。',
  },
  role_missing: {
    sentence: 'このゲートで有効なのは、決められたロールの判定だけです[[（{roles}）]]。',
    hint: '該当するロールの人に依頼してください。',
  },
  needs_person: {
    sentence: '人だけができる操作で、トークンではできません。',
    hint: 'アプリで操作するよう人に依頼してください。',
  },
  question_open: {
    sentence:
      '進行を止める質問があります。すべて回答、取り下げ、または却下されるまで、提出も承認もできません。',
    hint: 'その`question_id`を指定して`await_verdict`を呼び出すか、自分の質問なら`clarify`で取り下げてください。',
  },
  question_closed: {
    sentence: 'この質問は、すでに回答、取り下げ、または却下されています。',
    hint: '結果を読んでください。解決しなければ`clarify`で改めて質問してください。',
  },
  questions_too_many: {
    sentence: 'このグループでは、これ以上質問できません[[（最大{max}件）]]。',
    hint: '回答を待つか、`clarify`で質問を取り下げてください。',
  },
  not_your_question: {
    sentence: '別の人の質問なので、取り下げられません。',
    hint: 'そのままにするか、人に却下を依頼してください。',
  },
  agrees_missing: {
    sentence: '前提が付いた質問ですが、その前提が正しいかどうかが回答にありません。',
    hint: '`agrees: true`または`agrees: false`を追加してください。',
  },
  question_not_yours_to_answer: {
    sentence: 'この質問には回答できません。エージェントは同じ発行者の質問に回答しません。',
    hint: '回答は担当者かレビュアーに任せてください。',
  },
  idempotency_key_reused: {
    sentence: 'この冪等キーは、すでに別の内容に使われています。',
    hint: '新しい内容には新しいキーを使ってください。最初の内容をそのまま送れば、そのときの応答が返ります。',
  },
} satisfies Partial<Texts['refusals']>;
