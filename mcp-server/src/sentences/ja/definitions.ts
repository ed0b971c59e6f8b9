import type { Texts } from '../texts.ts';

export const definitionRefusals = {
  definition_changed: {
    sentence:
      '開いた後にほかの人が変更しました[[（編集したバージョン{seen}、現在のバージョン{latest}）]]。',
    hint: '最新のバージョンを開き、変更をやり直して保存してください。',
  },
  definition_in_use: {
    sentence: '{code}は使用中のため取り除けません。[[使用箇所：{by}。]]',
    hint: '代わりに無効にしてください。新しく作れなくなり、既にあるものはそのまま残ります。これを指定している箇所があれば、先にそこから外してください。',
  },
  built_in_kept: {
    sentence: '{code}は製品に付属するもので、削除できません。',
    hint: '内容を編集するか、誰も使わないようにするなら無効にしてください。',
  },
  too_many_definitions: {
    sentence: '既に{max}個あり、これ以上は作れません。',
    hint: '使われていないものを削除してください。',
  },
} as const satisfies Partial<Texts['refusals']>;

export const definitionFaults = {
  unbounded: {
    message: '`{path}`：ないか、大きすぎます。テキストのフィールドには上限が要ります。',
    fix: '`maxLength`（10,000以下）を加えるか、使える値を`enum`に並べてください。',
  },
  pattern_unsafe: {
    message: '`{path}`：短時間で終わると保証できないパターンです。',
    fix: '`^`と`$`で両端を固定し、`maxLength`を500以下にしてください。先読み・後読み、後方参照、長さの変わるグループの繰り返しは使えません。`^[A-Z]+-[0-9]+$`のようなものなら使えます。',
  },
  required_unknown: {
    message: '`{path}`：定義されていないフィールドを指しています。',
    fix: '`properties`にフィールドを定義するか、`required`から外してください。',
  },
  range_empty: {
    message: '`{path}`：下限より小さく、どの値も当てはまりません。',
    fix: '大きくするか、下限を下げてください。',
  },
  options_uneven: {
    message: '`{path}`：選択肢の数と言葉の数が合いません。',
    fix: '`enum`の値ごとに一つずつ、同じ順に書いてください。',
  },
  not_for_series: {
    message: '`{path}`：この系列のタイプには置けません。',
    fix: '省くかnullにしてください。ゲートは判定を受けるタイプだけに、報告書は指示のタイプだけに付きます。',
  },
  gate_needs_person: {
    message: 'この系列の文書は必ず人が読むため、`{path}`でほかの設定はできません。',
    fix: '`by: "human"`、`unattended: false`にしてください。',
  },
  type_not_a_report: {
    message: '`{path}`：有効な報告書系列のタイプではありません。',
    fix: 'TRなどの報告書タイプを指定するか、先に追加してください。',
  },
  heading_missing: {
    message: '`{path}`：受け入れ基準の見出しがありません。',
    fix: '`criteria_headings`と一字一句同じ見出しをテンプレートに加え、その下に番号付きリストを置いてください。',
  },
} as const satisfies Partial<Texts['faults']>;
