import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LANGUAGES = ['en', 'ko', 'ja'] as const;

type Messages = Record<string, unknown>;

function readMessages(language: string): Messages {
  const path = fileURLToPath(new URL(`./messages/${language}.json`, import.meta.url));
  const messages = JSON.parse(readFileSync(path, 'utf8')) as Messages;
  delete messages['$schema'];
  return messages;
}

/** The parameters a message uses, in whatever form it is written (plain or with plural variants). */
function parametersOf(message: unknown): string {
  const names = JSON.stringify(message).matchAll(/\{(\w+)\}/g);
  return [...new Set([...names].map((match) => match[1]))].sort().join(', ');
}

/** Every key that a language lacks, leaves empty, has too many of, or gives other parameters. */
export function faultsInMessages(): string[] {
  const [base, ...others] = LANGUAGES.map((language) => ({
    language,
    messages: readMessages(language),
  }));
  if (!base) return [];
  const faults: string[] = [];
  for (const { language, messages } of others) {
    for (const [key, message] of Object.entries(base.messages)) {
      const translated = messages[key];
      if (translated === undefined || translated === '')
        faults.push(`${language}: ${key} is missing`);
      else if (parametersOf(translated) !== parametersOf(message)) {
        faults.push(`${language}: ${key} must use {${parametersOf(message)}}`);
      }
    }
    for (const key of Object.keys(messages)) {
      if (!(key in base.messages)) faults.push(`${language}: ${key} is not in ${base.language}`);
    }
  }
  return faults;
}

if (import.meta.main) {
  const faults = faultsInMessages();
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
