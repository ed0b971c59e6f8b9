import type { Texts } from '../texts.ts';
import { callerRefusals } from './caller-refusals.ts';
import { definitionRefusals } from './definitions.ts';

export const refusals: Texts['refusals'] = {
  ...callerRefusals,
  ...definitionRefusals,
  revision_replaced: {
    sentence:
      '読んだのは第{seen}版ですが、その後に第{latest}版が提出されました。判定は実際に読んだ版に対してだけ有効です。',
    hint: '二つの版の差分を読み、第{latest}版について判定してください。',
  },
  revision_in_review: {
    sentence: 'この版は判定待ちです。',
    hint: '先に判定してください。誰も読めないものは判定できません。その後で抹消してください。',
  },
  changed_meanwhile: {
    sentence:
      '同じタイミングで別の人がこのグループを変更しました。送った内容は保存されていません。',
    hint: 'グループを読み直し、同じ呼び出しを繰り返してください。',
  },
  not_head: {
    sentence:
      '進められるのはシーケンスの現在のステップだけですが、この文書またはステップはそれに当たりません。[[現在はステップ{head}です。]]',
    hint: '`continue`を呼び出して（人はグループを開いて）現在のステップを確認し、その作業をしてください。',
  },
  wrong_type: {
    sentence:
      'ここで提出すべき種類と違います。[[提出すべき種類：{expected}。]][[送られた種類：{type}。]]',
    hint: '提出すべき種類の文書を出すか、`type`を省略してください。サーバーが把握しています。`continue`を呼び出せば、何を出す番かがわかります。',
  },
  wrong_group: {
    sentence: '指定したグループ、または書き込めるグループに属していないものです。',
    hint: '自分のグループのIDを使ってください。アクセスできるものは`find`で確認できます。',
  },
  wrong_predecessor: {
    sentence:
      '先行文書として指定した文書[[（{predecessor}）]]は、このステップの直前の文書ではありません。',
    hint: '現在のステップの直前の文書を指定するか、省略してください。サーバーが把握しています。',
  },
  awaiting_verdict: {
    sentence:
      'このステップにはすでにレビュー中の文書があり[[（{document}）]]、判定を待っています。',
    hint: '`await_verdict`を呼び出してください。レビュー中の版を差し替えるには、その文書を`document_id`に指定して提出してください。',
  },
  state_forbids: {
    sentence: '「{state}」の文書に対して、この操作[[（{verb}）]]はできません。',
    hint: '文書を読み直し、いま可能な操作から選んでください。',
  },
  sequence_changed: {
    sentence:
      '読んだ後にシーケンスが変更されました[[（読んだバージョン{seen}、現在のバージョン{latest}）]]。',
    hint: 'シーケンスを読み直し、新しいバージョンに対して変更を作り直して送ってください。',
  },
  sequence_undecided: {
    sentence: 'このグループのステップがまだ決まっていないため、書くべきステップがありません。',
    hint: '人がプリセットまたはステップを選ぶまで待ってください。',
  },
  sequence_decided: {
    sentence: 'このグループのステップはすでに決まっています。',
    hint: '代わりに、シーケンスの未着手の部分を現在のバージョンに対して編集してください。',
  },
  sequence_invalid: {
    sentence:
      'このステップの並びはシーケンスにできません。[[{type}はステップにできません。]][[ステップ{step}は重複しているか、すでに進んでいるか、種類が違います。]][[ステップは最大{steps_max}個です。]]',
    hint: 'ステップにできる種類を指定し、未着手のステップの`id`は元の種類のまま使ってください。報告書と最終承認はサーバーが追加するので除いてください。',
  },
  no_change: {
    sentence: '直前の版と一字一句同じ内容で、その版にはすでに判定が出ています。',
    hint: '理由が求める点を直してから提出してください。理由がわからなければ`clarify`で質問してください。もう一度繰り返すと実行が一時停止します。',
  },
  group_closed: {
    sentence:
      'このグループは閉じられています[[（{state}）]]。読むことはできますが、変更はできません。',
    hint: 'ここで終了してください。完了したグループを再開できるのはメンテナーだけです。',
  },
  project_archived: {
    sentence:
      'プロジェクトはアーカイブされています[[：{project}]]。閲覧はできますが、何も変更できません。',
    hint: 'ここで終了してください。アーカイブはプロジェクトのメンテナーが解除できます。',
  },
  too_many_tokens: {
    sentence: '有効なトークンが多すぎます[[（上限{limit}件）]]。',
    hint: '不要になったトークンを失効させてから、もう一度発行してください。',
  },
  thread_open: {
    sentence: '自分が付けた必須（must）コメントが未解決のため、承認できません。',
    hint: 'スレッドを解決するか、修正を依頼してください。',
  },
  thread_resolved: {
    sentence: 'このコメントは解決済みのため、返信できません。',
    hint: 'さらに伝えることがあれば、新しいコメントを付けてください。',
  },
  thread_not_author: {
    sentence: 'コメントを対応済みにできるのは文書の作成者だけです。',
    hint: '返信してください。自分が付けたコメントなら解決にしてください。',
  },
  thread_not_yours: {
    sentence: 'このコメントを解決できるのは、付けた本人かメンテナーだけです。',
    hint: '返信してください。自分の文書なら対応済みにしてください。',
  },
  comments_too_many: {
    sentence: 'ここにはこれ以上コメントを付けられません[[（最大{max}件）]]。',
    hint: '片付いたものを解決し、残りを一つのコメントにまとめてください。',
  },
  already_reviewed: {
    sentence: '第{revision}版はすでに判定済みで、その後の変更はありません。',
    hint: '次の版を待つか、ここで終了してください。',
  },
  stale_predecessor: {
    sentence: 'この文書が依拠している文書に再確認が必要です[[（{predecessor}）]]。',
    hint: '先にその文書を再確認または修正してください。',
  },
  not_stale: {
    sentence: '再確認が必要な文書ではないため、確認することはありません。',
    hint: '文書を読み直して先に進んでください。',
  },
  stale_documents: {
    sentence: '再確認が必要な文書があるため、最終承認はまだできません[[（{documents}）]]。',
    hint: '該当する文書をすべて再確認または修正してから承認してください。',
  },
  unfinished_documents: {
    sentence: '承認されていない文書があるため、最終承認はまだできません[[（{documents}）]]。',
    hint: '該当する文書を判定するか、取り下げるか、仕上げてから承認してください。',
  },
  closing_is_approve_only: {
    sentence: '最終承認の文書はサーバーが作成するため、承認以外の操作はできません。',
    hint: '誤りがあれば、その文書の承認を取り消して開き直してください。最終承認の文書は作り直されます。',
  },
  root_not_withdrawable: {
    sentence: 'ルート文書はグループ全体の土台なので、取り下げられません。',
    hint: 'よりよい版を提出するか、メンテナーにグループの破棄を依頼してください。',
  },
  gate_not_yours: {
    sentence:
      'ゲートを誰が開くかを決められるのはメンテナーだけです。作業計画や作成者には決められません[[（ステップ{type}）]]。',
    hint: 'ステップから`gate`を除いて送ってください。種類ごとのゲートが適用されます。',
  },
  gate_unsatisfiable: {
    sentence: '[[ステップ{type}の]]ゲートは、判定できる人が足りず、誰にも開けられません。',
    hint: '承認数を減らすか、ロールを広げるか、先にメンバーを追加してください。',
  },
  contradicted: {
    sentence:
      'この文書の主張に、事実と異なるものをサーバーが見つけました。ポリシーでは承認できず、人の判定が必要です。',
    hint: '事実と異なるとされた主張を読み、自分で判定するか修正を依頼してください。',
  },
  too_many_documents: {
    sentence: 'このグループには、この種類の文書をこれ以上追加できません[[（最大{max}件）]]。',
    hint: '既存の文書の新しい版に含めるか、省いてください。',
  },
  not_a_conversation: {
    sentence: '{document}は会話ではないため、発言を追加できません。',
    hint: '`submit`でタイプCHを指定して会話を開くか、文書を提出してください。',
  },
  too_many_turns: {
    sentence: 'この会話には、これ以上発言を追加できません[[（最大{max}件）]]。',
    hint: '重要な発言を引用する新しい会話を開いてください。',
  },
  not_gated: {
    sentence: 'この文書にはゲートがなく、判定は不要です。',
    hint: '判定はせず、伝えたいことがあればコメントしてください。',
  },
  reason_missing: {
    sentence: '作成者が何をすべきかわかるように、この判定には理由が必要です。',
    hint: '何が問題で、どうあるべきかを書いてください。',
  },
  response_missing: {
    sentence:
      '新しい版では、未回答の理由すべてに回答が必要です。まだ回答のない理由があります[[（{reasons}）]]。',
    hint: '理由ごとに`{ "reason_id", "text", "done" }`を`responses`に追加してください。',
  },
  held_not_found: {
    sentence: '保留中だったこの判定は、すでに適用、取り消し、または無効になっています。',
    hint: '文書を読み直して現在の状態を確認してください。',
  },
};
