import { decodeLetters } from './decode-letters.ts'
import { resumeOfCandidate } from './europass-candidate.ts'
import { resumeOfPassport } from './europass-passport.ts'
import { Refused } from './refusal.ts'
import { xmlTree } from './xml-tree.ts'

/**
 * A Europass CV in the fields of a JSON Resume, as far as those are read: the XML of before 2020 (`SkillsPassport`) and that of now, in which
 * HR Open's `Candidate` is used.
 * @throws Refused when it is another XML, or damaged
 */
export function europassOf(xml: string): object {
  const root = xmlTree(xml)
  if (root.name === 'SkillsPassport') return resumeOfPassport(root)
  if (root.name === 'Candidate') return resumeOfCandidate(root)
  throw new Refused('xml')
}

/** The same from a file within a file; undefined when it is none that can be read. */
export function europassIn(bytes: Uint8Array): object | undefined {
  try {
    return europassOf(decodeLetters(bytes))
  } catch (error) {
    if (error instanceof Refused && error.reason !== 'tooMuch') return undefined
    throw error
  }
}
