import type { Language } from '../../modules/skills/index.ts'

/** Words in both languages: a word that is missing in one of them does not compile. */
export type Both<Words> = Readonly<Record<Language, Words>>
