import type { Texts } from '../texts.ts';

/** What the server saw, one sentence each. Paths and names are data: they stand in code marks. */
export const findings: Texts['findings'] = {
  file_intact: '提出されたバイト列のままです（{sha}）。',
  file_broken: '提出されたバイト列ではなくなっています。',
  clone_unreadable: '連携リポジトリを読めませんでした。',
  commit_elsewhere: '連携先とは別のリポジトリにあります。',
  commit_missing: '連携リポジトリにコミット{sha}はありません。',
  commit_abandoned: 'コミット{sha}を含むブランチはもうありません。',
  commit_moved_on:
    'コミット{sha}のファイル{files}件が、その後ブランチで変わりました[[（例：`{path}`）]]。',
  commit_found: 'コミット{sha}があります。変更ファイル{files}件、追加{added}行、削除{deleted}行。',
  diff_unreadable: 'パッチとして読めません。',
  diff_without_commit: '比べるべきコミットが示されていません。',
  diff_matches: '示されたコミットの変更と一致します（ファイル{files}件）。',
  diff_differs: '`{path}`について、示されたコミットと内容が違います。',
  seen_on_other_commit: 'CIは{sha}で実行しましたが、この報告が示すコミットではありません。',
  command_seen: 'CIが{sha}で同じコマンドを実行し、終了コードは{exit}でした。',
  command_differs: 'CIも{sha}で同じコマンドを実行しましたが、終了コードは{exit}でした。',
  tests_unreadable: 'テスト結果として読めません。',
  tests_fail_in_ci: 'CIでは{sha}でテスト{total}件中{failed}件が失敗しました。',
  tests_seen: 'CIが{sha}でテスト{total}件を実行しました。成功{passed}件、失敗{failed}件。',
  check_tests_failed: 'CIの{sha}でテスト{total}件中{failed}件が失敗しました。',
  check_tests_incomplete: '{sha}でのCIのテスト実行が途中で終わっています。',
  check_command_failed: 'CIの{sha}で{name}が終了コード{exit}で終わりました。',
  check_no_commit: '連携リポジトリにあるコミットが一つも示されていません。',
  check_no_diff: '差分が提出されていません。',
  files_list_missing: 'ファイルが変わっていますが、`changed_paths`に何も書かれていません。',
  file_out_of_scope: 'タスクの範囲外にある`{path}`が変わりました。',
  file_not_changed: '`{path}`を変更したとありますが、変わっていません。',
  file_not_claimed: '`{path}`が変わりましたが、書かれていません。',
  claim_is_contradicted: '主張{claim}は事実と異なります。',
  claim_is_outdated: '主張{claim}の根拠はその後変わりました。',
  claim_is_unverified: '主張{claim}の根拠はエージェントの申告のみです。',
  criterion_changed: '基準{criterion}の内容がその後変わりました。',
};

export const checks: Texts['checks'] = {
  tests_pass: 'CIでテストが成功',
  commands_pass: 'CIでコマンドが成功',
  commit_exists: '示されたコミットが存在',
  diff_applies: '差分がコミットと一致',
  files_match: '示されたファイルが実際の変更と一致',
  claims_verified: 'すべての主張が検証済み',
};

export const standings: Texts['standings'] = {
  verified: '検証済み',
  contradicted: '事実と相違',
  unverified: 'エージェントの申告',
  outdated: '古い状態に基づく',
};

export const evidenceKinds: Texts['evidenceKinds'] = {
  commit: 'コミット',
  diff: '差分',
  command: 'コマンド',
  test_run: 'テスト実行',
  file: 'ファイル',
  url: 'アドレス',
  note: 'メモ',
};
