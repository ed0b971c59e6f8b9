import type { Texts } from '../texts.ts';
import { definitionFaults } from './definitions.ts';

export const wholeInput: Texts['wholeInput'] = '入力';

export const faults: Texts['faults'] = {
  ...definitionFaults,
  unknown_key: {
    message: '`{path}`：不明なキーです。',
    fix: '削除してください。[[`{nearest}`の間違いではありませんか。]][[使えるキー：{known}。]]',
  },
  missing: {
    message: '`{path}`：必須の項目がありません。',
    fix: '`{path}`を追加してください[[（{expected}）]]。',
  },
  wrong_type_of_value: {
    message: '`{path}`：値の型が違います。',
    fix: '正しい型の値[[（{expected}）]]を送ってください。',
  },
  too_long: {
    message: '`{path}`：長すぎます[[（最大{max}文字）]]。',
    fix: '主張を示す部分を残して短くしてください。ログ全体は`POST /api/v1/attachments`に送り、そのIDを`attachment`に記してください。',
  },
  too_short: {
    message: '`{path}`：空か、短すぎます[[（{min}文字以上）]]。',
    fix: '内容を書いてください。',
  },
  too_many_items: {
    message: '`{path}`：項目が多すぎます[[（最大{max}件）]]。',
    fix: '減らしてください。',
  },
  not_one_of: {
    message: '`{path}`：使える値ではありません。',
    fix: '[[`{nearest}`の間違いではありませんか。]]一覧にあるものを指定してください[[：{allowed}]]。',
  },
  malformed: {
    message: '`{path}`：形式が正しくありません[[（{format}）]]。',
    fix: 'サーバーが返した値または項目の説明のとおりに書いてください[[：{expected}]]。',
  },
  not_a_number: {
    message: '`{path}`：数値でなければなりません。',
    fix: '引用符を付けずに数値を送ってください。',
  },
  out_of_range: {
    message: '`{path}`：範囲外です。',
    fix: '範囲内の値を送ってください。[[最小{min}。]][[最大{max}。]]',
  },
  claim_missing: {
    message: '報告書には主張が一つ以上必要ですが、ありません。',
    fix: '`claims: [{ "statement", "meets", "evidence" }]`を追加してください。行ったこと、わかったことごとに一項目です。',
  },
  evidence_missing: {
    message: '`{path}`：証拠がないか、noteだけです。noteだけでは証明になりません。',
    fix: 'commit、diff、command、test_run、urlのいずれかを追加してください。例：実行したコマンドと終了コード、出力。',
  },
  response_missing: {
    message: '未回答の理由{reason}への回答がありません。',
    fix: '`responses`に{reason}への`{ "reason_id", "text", "done" }`を追加し、何を変えたか、または変えない理由を書いてください。',
  },
  reason_unknown: {
    message: '`{path}`：この文書で未回答の理由ではありません。',
    fix: '[[未回答の理由：{open}。]]IDは割り当て（assignment）の`reasons`から取ってください。',
  },
  reason_missing: {
    message: 'この判定には理由が必要です。',
    fix: '`{path}`に、何が問題でどうあるべきかを書いてください。',
  },
  anchor_unknown: {
    message: '`{path}`が指す箇所がありません。その版に該当する文言、行、主張がありません。',
    fix: 'その版の文言をそのまま引用するか、行番号または主張の番号を指定してください。',
  },
  criterion_unknown: {
    message: '`{path}`：存在しない受け入れ基準です。',
    fix: '[[次のいずれかを指定してください：{known}。]]`R.1`はルートの1番目、`T.2`は回答中の指示文書の2番目の基準です。それ以外は`0004-T.2`のように書きます。',
  },
  cite_unknown: {
    message: '`{path}`：引用した文書または会話の発言が見つかりません。',
    fix: '`find`でIDを確認するか、削除してください。',
  },
  secret_found: {
    message: '`{path}`：トークン、鍵、パスワードなどの秘密情報が含まれているようです。',
    fix: '`***`のように伏せて送り直してください。本物の秘密情報なら、人に伝えて変更してもらってください。そうでなければ、メンテナーが管理画面で許可できます。',
  },
  field_invalid: {
    message: '`{path}`：この種類のフィールド定義に合いません[[（{rule}）]]。',
    fix: '`read`に種類のコードを`id`として渡し、フィールドと制限を確認してください。',
  },
  control_character: {
    message: '`{path}`：保存できない制御文字が含まれています。',
    fix: '制御文字を削除してください。改行とタブは使えます。',
  },
  unstorable: {
    message: '`{path}`：保存できない文字（孤立サロゲートまたはU+0000）が含まれています。',
    fix: '削除し、絵文字などの途中で文字列を切らずに、正しいUnicodeを送ってください。',
  },
  depth_exceeded: {
    message: '`{path}`：入れ子が深すぎます[[（最大{max}段）]]。',
    fix: '構造を浅くしてください。',
  },
  option_unknown: {
    message: '`{path}`：この質問の選択肢ではありません。',
    fix: '選択肢[[（1～{max}）]]から選ぶか、`text`で回答してください。',
  },
  agrees_missing: {
    message: '前提が付いた質問ですが、その前提が正しいかどうかが回答にありません。',
    fix: '`agrees: true`または`agrees: false`を追加してください。',
  },
  step_unknown: {
    message: '`{path}`：このシーケンスにないステップです。',
    fix: 'シーケンスを読み直し、その中のステップの`id`を使ってください。',
  },
  type_unknown: {
    message: '`{path}`：このプロジェクトにない文書の種類です。',
    fix: '[[{nearest}の間違いではありませんか。]]一覧にあるものを指定してください[[：{allowed}]]。',
  },
  preset_unknown: {
    message: '`{path}`：このプロジェクトにないプリセットです。',
    fix: '[[{nearest}の間違いではありませんか。]]一覧にあるものを指定してください[[：{allowed}]]。',
  },
  question_unknown: {
    message: '`{path}`：このグループにない質問です。',
    fix: '`clarify`または`continue`が返した`question_id`を使ってください。',
  },
  type_not_a_root: {
    message: '`{path}`：グループを開ける種類ではありません。',
    fix: 'ルート系列の種類でグループを開いてください[[：{allowed}]]。',
  },
  type_not_a_step: {
    message: '`{path}`：ステップにできない種類です。',
    fix: '除いてください。[[ステップにできる種類：{allowed}。]]報告書と最終承認はサーバーが追加します。',
  },
  answer_empty: {
    message: '回答が空です。',
    fix: '`option`か`text`、または両方を指定してください。',
  },
  person_unknown: {
    message: '`{path}`：ここにアカウントのない人です。',
    fix: 'ユーザー名を確認するか、管理者にアカウントの作成を依頼してください。',
  },
  taken: {
    message: '`{path}`：すでに使われています。',
    fix: '別のものを選んでください。',
  },
  not_unique: {
    message: '`{path}`：同じ項目が二つあります。',
    fix: 'それぞれ異なるものにしてください。',
  },
  combination: {
    message: '`{path}`：種類{kind}の証拠には使えない項目です。',
    fix: '削除してください。[[{kind}で使える項目：{allowed}。]]',
  },
  password_common: {
    message: '広く使われているか、名前やアドレスに近く、推測されやすいパスワードです。',
    fix: '関連のない単語を四つ以上並べるなど、より長いものにしてください。',
  },
  content_altered: {
    message: '`{path}` が届いた内容と一致しません。送信の途中で内容が変わっています。',
    fix: '内容はシェルを通さず UTF-8 の JSON 文字列として送り、最後の変更のあとで値を計算してください。',
  },
  member_misplaced: {
    message: '`{path}` はこの操作の項目ではなく、操作 {action} の項目です。',
    fix: 'この項目を外すか、操作 {action} を使ってください。',
  },
  password_wrong: {
    message: '現在のパスワードと一致しません。',
    fix: 'サインインに使ったパスワードを入力してください。',
  },
  code_wrong: {
    message: 'コードが正しくないか、すでに使われています。',
    fix: 'アプリの次のコードを待つか、バックアップコードを使ってください。',
  },
  address_refused: {
    message: '`{path}` はここから呼び出せるアドレスではありません。',
    fix: 'パスワードを含まない、公開インターネット上の http または https のアドレスを指定してください。社内のホストは管理者が FLOWGATE_OUTGOING_HOSTS で許可できます。',
  },
  password_same: {
    message: '現在のパスワードと同じです。',
    fix: '別のパスワードを選んでください。',
  },
  second_factor_on: {
    message: 'このアカウントにはすでに二段階認証が設定されています。',
    fix: '別のものを設定するには、先に無効にしてください。',
  },
  second_factor_off: {
    message: 'このアカウントには二段階認証がありません。',
    fix: 'することはありません。',
  },
  enrolment_over: {
    message: '設定を始めてから時間が経ちすぎたか、ほかの場所でやり直されました。',
    fix: '最初からやり直すと、新しい QR コードが表示されます。',
  },
  deactivated: {
    message: 'このアカウントは無効になっています。',
    fix: '先に再び有効にしてください。',
  },
  attachment_unknown: {
    message: '`{path}`：このグループに自分でアップロードしたものではありません。',
    fix: '`POST /api/v1/attachments`でアップロードし、応答のIDを記してください。',
  },
  attachment_unfinished: {
    message: '`{path}`：まだすべて届いていません[[（受信済み{received}バイト）]]。',
    fix: '先に残りを送ってください。',
  },
  hash_mismatch: {
    message: '`{path}`：届いたバイト列のハッシュではありません。',
    fix: 'もう一度アップロードしてください。',
  },
  test_run_unreadable: {
    message: '`{path}`：テスト結果として読めません[[（形式：{format}）]]。',
    fix: 'テストツールが書いたまま、文書型宣言がなく、テストを一件以上含むレポートを送ってください。',
  },
  repository_unknown: {
    message: '`{path}`：リポジトリ用フォルダーにある読み取り可能なクローンではありません。',
    fix: 'そこにクローンを置き、フォルダー名を記してください。',
  },
};
