/** For tests: the catalogue of the starter vocabulary, alone or with a few concepts such as a large taxonomy has beside it. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Database } from '../../../platform/index.ts'
import { type Catalogue, createSkills } from '../../skills/index.ts'
import type { ProfileProposal } from './proposal.ts'

const large = 'http://example.org/large/'
/** Preferred and other names, as a large taxonomy lists them: ordinary words among them. */
const concepts: readonly [id: string, type: 'skill' | 'occupation', preferred: string, others: readonly string[]][] = [
  ['chief', 'occupation', 'chief executive officer', ['CEO', 'top manager']],
  ['shift', 'occupation', 'quick service restaurant team leader', ['manager', 'shift leader']],
  ['doctor', 'occupation', 'specialised doctor', ['specialist']],
  ['politics', 'occupation', 'politics lecturer', ['teacher', 'university lecturer']],
  ['dance', 'occupation', 'dance lecturer', ['teacher', 'university lecturer']],
  ['florist', 'occupation', 'florist', ['flower seller']],
  ['power', 'skill', 'electric current', ['current', 'DC circuits']],
  ['english', 'skill', 'English', []],
  ['weld', 'skill', 'weld', ['welding']],
]

/** Fills the record that `open` gives, and closes it. */
export async function catalogueForTests(
  open: () => Promise<Database>,
  options: { readonly withLarge?: boolean } = {},
): Promise<Catalogue> {
  const db = await open()
  try {
    const skills = createSkills({
      db,
      clock: { now: () => Date.parse('2026-11-25T12:00:00Z') },
      ids: { next: () => randomUUID(), token: () => randomUUID() },
      log: { info() {}, warn() {}, error() {} },
    })
    await skills.loadStarter(join(import.meta.dirname, '../../../../data/vocabulary'))
    for (const [id, type, preferred, others] of options.withLarge ? concepts : []) {
      await db.query('insert into concept (id, scheme, type, since_version) values ($1, $2, $3, $4)', [
        large + id,
        'large',
        type,
        '1',
      ])
      for (const [label, kind] of [[preferred, 'preferred'], ...others.map((other) => [other, 'alternative'])]) {
        await db.query('insert into concept_label (concept, language, kind, label) values ($1, $2, $3, $4)', [
          large + id,
          'en',
          kind,
          label,
        ])
      }
    }
    return await skills.catalogue()
  } finally {
    await db.close()
  }
}

/** A proposal as lines to read: what, how well, from which words, where. */
export function linesOf(proposal: ProfileProposal, catalogue: Catalogue): string[] {
  const label = (id: string): string => catalogue.label(id, 'en')
  const { answers, occupations, languages, diplomas, workLevel, experienceYears } = proposal
  return [
    ...answers.map(({ concept, level, words, where }) => `skill ${label(concept)} ${level ?? 'yes'} < ${words} @ ${where}`),
    ...occupations.map(
      ({ concept, from, until, words, where }) =>
        `occupation ${label(concept)}${from ? ` ${from}..${until ?? ''}` : ''} < ${words} @ ${where}`,
    ),
    ...languages.map(({ code, level, words, where }) => `language ${code} ${level} < ${words} @ ${where}`),
    ...diplomas.map(({ level, field, words, where }) => `diploma ${level}${field ? ` in ${field}` : ''} < ${words} @ ${where}`),
    ...(workLevel === undefined ? [] : [`work level ${workLevel}`]),
    ...(experienceYears === undefined ? [] : [`years ${experienceYears}`]),
  ]
}
