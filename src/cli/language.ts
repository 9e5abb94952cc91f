import type { Language } from '../modules/skills/index.ts'

/** The language of answers: what --language says, else the terminal's, else Dutch. */
export function languageOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const at = argv.findIndex((word) => word === '--language' || word.startsWith('--language='))
  const asked = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1])
  const terminal = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return (asked ?? terminal).startsWith('en') ? 'en' : 'nl'
}
