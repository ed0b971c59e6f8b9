import type { Texts } from '../texts.ts';

export const next: Texts['next'] = {
  submitted_waiting:
    '{document}はレビュー中です。この応答のカーソルと`document_id` "{document}"を渡して`await_verdict`を呼び出してください。承認されるまで次のステップを始めないでください。',
  submitted_approved:
    '{document}は人が読まないままポリシーで承認されました。`continue`を呼び出して次の割り当てを受け取ってください。',
  approved_continue:
    '{document}が承認されました。`continue`を呼び出して次の割り当てを受け取ってください。',
  approved_end: '{document}が承認され、このトークンの役目は終わりました。ここで終了してください。',
  approval_partial:
    '{document}は必要な承認{need}件のうち{have}件を得て、まだレビュー中です。新しいカーソルで`await_verdict`をもう一度呼び出してください。',
  revision_requested_fix:
    '{document}の修正が依頼されました。それぞれの理由が求める点を直し、`document_id` "{document}"と、すべての`reason_id`[[（{reasons}）]]への`responses`を付けて`submit`を呼び出してください。理由がわからなければ`clarify`で質問してください。',
  rejected_end:
    '{document}は却下されました。中止の意味なので、再提出しないでください。理由を作業の指示元に報告し、ここで終了してください。',
  document_withdrawn:
    '{document}は取り下げられ、ステップは空になりました。`continue`を呼び出して、作業があるか確認してください。',
  question_open_wait:
    '進行を止める質問があるため、何も提出できません。この応答のカーソルと`question_id`[[ "{question}"]]を渡して`await_verdict`を呼び出してください。',
  question_answered:
    '質問に回答がありました。`answers`を読んで従ってください。その後、文書の作業を続けるか、`continue`で割り当てを受け取ってください。',
  question_dismissed:
    '質問は回答なしで却下されました。自分で決め、何を前提としたかを書き残し、`continue`で進めてください。',
  nothing_yet:
    'まだ何も起きていません。失敗ではありません。[[{seconds}秒後に]]新しいカーソルで`await_verdict`をもう一度呼び出してください。',
  asked_early:
    'まだ何も起きておらず、案内した時間より早い問い合わせでした。短く何度も待つより、長く一度待つほうが負担が少なくなります。`max_wait_seconds`を省くか、別の作業をするか、ここで終了して後で戻ってください。カーソルがあれば何も見逃しません。新しいカーソルで[[{seconds}秒後に]]`await_verdict`を再度呼び出してください。',
  your_turn:
    '他の人の対応待ちではなく、あなたの作業があります。`continue`を呼び出して割り当てを受け取ってください。',
  token_gone:
    'トークンが失効し、もう何も開けません。あなたを開始した人に報告してください。ここで終了してください。',
  conversation_heard:
    '{document}に他の人が発言しました。`turns`を読んでください（`text`がnullなら`read`で）。言うことがあれば`document_id` "{document}"と`based_on_turn` {newest}を渡して`converse`を呼び出し、作業を続けるか、新しいカーソルで`await_verdict`を再度呼び出してください。',
  target_reached:
    'このトークンの目標ステップが承認され、作業はすべて終わりました。ここで終了してください。',
  group_completed: '最終承認が出て、グループが完了しました。ここで終了してください。',
  group_discarded:
    'グループは破棄され、読み取り専用です。すべての作業をやめ、ここで終了してください。',
  sequence_undecided:
    'このグループのステップはまだ人が決めていません。[[{seconds}秒後に]]カーソルを渡して`await_verdict`を呼び出してください。',
  sequence_propose:
    'このグループのステップはまだ決まっておらず、あなたが提案できます。`read`でルートと種類"WP"を読み、`type` "WP"と`fields`のステップを付けて`submit`を呼び出してください。人が計画を承認するまで、どのステップも始めないでください。',
  plan_revise:
    '計画{document}の修正が依頼されました。`document_id` "{document}"を渡して`await_verdict`を呼び出すと、理由とするべきことがすぐに返ります。',
  clarification_ask:
    '無人作業の前に、人が質問を受け付けます。`read`にあるものをすべて読み、作業全体を考え抜いてください。不明な点は一度の`clarify`でまとめて質問し、カーソルを渡して`await_verdict`を呼び出してください。締め切られるまで何も提出しないでください。',
  clarification_wait:
    '質問期間はまだ続いており、締め切れるのは人だけです。カーソルを渡して`await_verdict`を呼び出してください。その間は何も提出しないでください。',
  run_paused:
    '実行は一時停止中で、再開できるのは人だけです。何も変更せず、カーソルを渡して`await_verdict`を呼び出してください。',
  run_ended:
    '実行は終了しました。`run.message`の内容を作業の指示元に報告し、ここで終了してください。',
  dry_run_valid:
    'このまま提出すれば受け付けられます。何も保存されていません。まったく同じ引数で`submit`を呼び出してください。',
  dry_run_invalid:
    'このままでは拒否されます（エラー{count}件）。何も保存されていません。`problems`をすべて直し、`dry_run`または`submit`をもう一度呼び出してください。',
  memo_stored: 'メモ{document}を保存しました。承認は不要です。自分の割り当てを続けてください。',
  clarify_registered_blocking:
    '質問を登録し、ステップを止めました。この応答のカーソルと`question_id`[[ "{question}"]]を渡して`await_verdict`を呼び出してください。その間、推測したり提出したりしないでください。',
  clarify_registered_open:
    '質問を登録しました。進行は止まりません。示した前提に基づいて割り当てを続けてください。前提は次に提出する文書に記録されます。',
  clarify_answered: '回答を保存しました。質問者に伝わります。自分の作業を続けてください。',
  clarify_withdrawn: '質問を取り下げました。`continue`を呼び出して進めてください。',
  assignment_submit:
    '`read`にあるものをすべて読み、`guide`と`template`に従って{type}を書いてください。`dry_run`で確認し、`{tool}`で提出してください。決め手となる点が不明なら、推測せず`clarify`で質問してください。',
  assignment_revise:
    '{document}を修正してください。`reasons`の各項目が求める点を直し、`document_id` "{document}"と、すべての`reason_id`への回答を付けて`submit`を呼び出してください。',
  assignments_choose:
    '`assignments`から一つ選び、その`group`を渡して`continue`を呼び出してください。',
  waiting_for_people:
    '人が動くまで作業はありません。[[{seconds}秒後に]]カーソルを渡して`await_verdict`を呼び出してください。',
  not_yours:
    'このグループの現在のステップは別の担当です。[[{seconds}秒後に]]`continue`をもう一度呼び出すか、待つものがなければここで終了してください。',
  token_spent_wait:
    '{document}は提出済みで、このトークンではほかに提出できません。`document_id` "{document}"を渡して`await_verdict`を呼び出してください。',
  read_more: '続きがあります。同じ引数に`offset` {offset}を加えて`read`を呼び出してください。',
  read_complete: 'これで全部です。割り当てを続けてください。',
  find_more: '続きがあります。同じ引数とこの応答のカーソルで`find`を呼び出してください。',
  find_complete: 'これで全部です。`read`に`id`を渡して開いてください。',
  find_nothing:
    'アクセスできる範囲に該当するものがありません。別の言葉を使うか、条件を減らしてください。',
  conversation_opened:
    '会話{document}を開きました。`document_id` "{document}"を渡して`converse`を呼び出し、発言してください。同じidとカーソルで`await_verdict`を呼び出すと、次の発言が届きます。',
  converse_turn:
    '発言{turn}を保存しました。`newer_turns`があれば読んでください。次の発言を待つなら`document_id` "{document}"を渡して`await_verdict`を呼び出し、そうでなければ割り当てを続けてください。',
  converse_newer:
    '発言{turn}を保存し、印を付けました。読んでいない他の人の発言がありました。`newer_turns`を読み（`text`がnullなら`read`で）、言うことが変わるなら`based_on_turn` {newest}を渡してもう一度発言してください。次の発言を待つなら`document_id` "{document}"を渡して`await_verdict`を呼び出し、そうでなければ割り当てを続けてください。',
  review_given:
    '判定が記録され、有効になりました。`continue`を呼び出して次のレビュー対象を受け取るか、ここで終了してください。',
  review_advice:
    '判定は助言として保存され、決定は人が行います。`continue`を呼び出して次のレビュー対象を受け取るか、ここで終了してください。',
  reviews_choose:
    '`reviews`の最初の文書を担当してください。その`document_id`で`read`を呼び出して本文と主張を読み、`part` "summary"でコメントを読みます。型コードで`read`を呼び出して指針も読み、それに照らして判断し、その`revision`で`review`を呼び出してください。そのままでよければapprove、直すべき点があれば一点ごとに指摘を一つ付けてrequest_revision、作業を止めるべきときだけrejectです。自分では何も変更しないでください。',
  reviews_none:
    'レビュー待ちの文書はありません。[[`group` "{group}"とこの回答のカーソルを渡して`await_verdict`を呼び出してください。]]後で`continue`を呼び出し直すか、ここで終了しても構いません。',
  review_wait: '変化がありました。`continue`を呼び出して、レビュー待ちの文書を受け取ってください。',
  review_stopped:
    '以前の差し戻しと同じ判定のため助言として保存され、人が決定します。この文書についてはここで終了してください。',
  comments_open:
    'まだレビュー中の{document}にレビュアーがコメントしました。`reasons`を読んでください。答えるには、`document_id` "{document}"、本文全体、`reason_id`ごとに一件の`responses`を渡して`submit`を呼び出してください。',
};
