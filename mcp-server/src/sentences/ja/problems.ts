import type { Texts } from '../texts.ts';

export const problems: Texts['problems'] = {
  body_invalid: {
    sentence: 'リクエスト本文が正しいUTF-8のJSONではありません。',
    hint: '`Content-Type: application/json`でJSONオブジェクトを一つ送ってください。',
  },
  token_invalid: {
    sentence: '不明なトークンです。途中で切れているか、別のサーバーのものかもしれません。',
    hint: '受け取ったトークンと見比べてください。`fg_`で始まります。違う場合は、人に新しいトークンを依頼してください。',
  },
  token_missing: {
    sentence: 'このアドレスにはトークンが必要ですが、送られていません。',
    hint: '`Authorization: Bearer fg_…`を送ってください。トークンは、メンテナーがアプリのグループ画面で、貼り付けるコマンドとともに発行します。',
  },
  token_placeholder: {
    sentence: 'トークンの代わりに、展開されていない変数名が届きました。',
    hint: 'クライアントを起動するシェルで変数を設定するか、設定にトークンを直接書いてください。',
  },
  token_revoked: {
    sentence: 'このトークンは人によって失効されました。',
    hint: 'ここで終了してください。続ける必要があれば、人に新しいトークンを依頼してください。',
  },
  token_expired: {
    sentence: 'このトークンは期限切れです。',
    hint: 'ここで終了してください。期限切れのトークンは元に戻せないため、人に新しいトークンを依頼してください。',
  },
  session_expired: {
    sentence: 'セッションが終了しました。',
    hint: 'もう一度サインインしてください。下書きは残っています。',
  },
  not_signed_in: {
    sentence: 'サインインしていません。',
    hint: 'サインインしてから、もう一度操作してください。',
  },
  sign_in_failed: {
    sentence: 'ユーザー名、パスワード、またはコードが正しくありません。',
    hint: '確認してもう一度お試しください。パスワードは管理者が再設定できます。',
  },
  password_change_needed: {
    sentence: '先にパスワードを変更する必要があります。',
    hint: 'アカウント画面で変更すると、ほかのすべてが使えるようになります。',
  },
  second_factor_needed: {
    sentence: '二段階認証が必要ですが、このアカウントには設定されていません。',
    hint: 'アカウント画面で設定してください。認証アプリがあれば1分で終わります。',
  },
  link_invalid: {
    sentence: 'このリンクは無効です。すでに使われたか、期限切れか、途中で切れています。',
    hint: '管理者に新しいリンクを依頼してください。',
  },
  last_admin: {
    sentence: 'このインストールの最後の管理者です。',
    hint: '先にほかの人を管理者にしてください。',
  },
  origin_refused: {
    sentence: '別のオリジンのページからの呼び出しのため、実行しませんでした。',
    hint: 'アプリ自身のアドレスで操作してください。スクリプトは`Origin`なしで`X-FlowGate-Client: NAME`を送ります。',
  },
  host_refused: {
    sentence: '使用されたホスト名では、このサーバーは応答しません。',
    hint: '公開アドレスを使うか、設定の許可ホストに追加してください。',
  },
  not_permitted: {
    sentence: 'この操作を行う権限がありません[[（必要な権限：{needed}）]]。',
    hint: 'プロジェクトのメンテナーに相談してください。',
  },
  not_found: {
    sentence: 'このIDで閲覧できるものはありません。',
    hint: 'IDを確認してください。アクセスできるものは`find`で確認できます。',
  },
  method_not_allowed: {
    sentence: 'このアドレスでは、そのメソッドは使えません[[（使えるもの：{allowed}）]]。',
    hint: '`/api/docs`でアドレスを確認してください。',
  },
  too_large: {
    sentence: 'リクエストが大きすぎます[[（最大{bytes}バイト）]]。何も保存されていません。',
    hint: '内容を短くしてください。長い出力は、主張を示す部分だけを残してください。',
  },
  input_invalid: {
    sentence:
      '入力をこのまま受け付けることはできません[[（エラー{count}件）]]。何も保存されていません。',
    hint: '示されたエラーをすべて直して再送してください。`dry_run`は保存せずに確認だけを行います。',
  },
  too_many: {
    sentence: '短時間に呼び出しが集中しました。',
    hint: 'しばらく[[（{seconds}秒）]]待ってから呼び出してください。',
  },
  unavailable: {
    sentence: '現在サーバーが応答できません。何も保存されていません。',
    hint: 'しばらく[[（{seconds}秒）]]待ってから同じ呼び出しを繰り返してください。同じ内容は一度しか保存されません。',
  },
  setup_link_invalid: {
    sentence: '初期設定リンクが誤っているか、使用済みか、期限切れです。',
    hint: 'サーバーを再起動してください。管理者がいない間は、新しいリンクが表示されます。',
  },
  setup_done: {
    sentence: 'このサーバーにはすでに最初の管理者がいます。',
    hint: 'サインインするか、管理者にアカウントを依頼してください。',
  },
  dry_run_limit: {
    sentence: 'このトークンは成功した事前確認を{max}回すべて使いました。',
    hint: '提出してください。事前確認を通った文書は受け付けられます。必要なら人が新しいトークンを発行できます。',
  },
  webhook_limit: {
    sentence: 'このプロジェクトにはすでにウェブフックが{max}個あり、これ以上は追加できません。',
    hint: '誰も受け取っていないものを削除するか、一つの受信先から転送してください。',
  },
  defect: {
    sentence:
      'サーバー内部で問題が起きました。原因はサーバーログに番号{reference}で記録されています。',
    hint: '一度だけ繰り返してください。再び失敗したら、番号{reference}を人に伝えてここで終了してください。',
  },
  cursor_invalid: {
    sentence: 'このカーソルは無効か、別の一覧のものです。',
    hint: 'カーソルを省いて最初から始めるか、最後に受け取ったカーソルを送ってください。',
  },
  last_maintainer: {
    sentence: '最後のメンテナーです。プロジェクトには一人以上のメンテナーが必要です。',
    hint: '先に別の人をメンテナーにしてください。',
  },
  upload_offset_wrong: {
    sentence: 'アップロードの位置が違います[[（受信済み{offset}バイト）]]。',
    hint: '`HEAD /api/v1/attachments/ID/upload`でどこまで届いたかを確かめ、その続きを送ってください。',
  },
  uploads_too_many: {
    sentence: '文書に記されていないアップロードが多すぎます[[（最大{max}件）]]。',
    hint: '文書に記すか、一日待ってください。記されないものは削除されます。',
  },
};
