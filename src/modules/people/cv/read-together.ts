import type { Mention } from '../../../engine/reading/index.ts'
import { labelReader, type TextReader, textsReadFor } from '../../reading/index.ts'
import { type Catalogue, readingDictionary } from '../../skills/index.ts'
import type { ProfileProposal } from './proposal.ts'

/** What a running text of a CV names; undefined: by labels, here. */
export type MentionsOf = (text: string) => readonly Mention[] | undefined

/**
 * Reads a CV with its running texts read by what they mean, in a thread. Nothing of it is kept. Where texts cannot be read so at this moment, labels do: a person
 * is waiting.
 */
export async function readTogether(
  read: (mentionsOf: MentionsOf) => ProfileProposal,
  catalogue: Catalogue,
  texts: Pick<TextReader, 'read'> | undefined,
): Promise<ProfileProposal> {
  const labels = labelReader(readingDictionary(catalogue))
  const readSkills = await textsReadFor((noting) => read((text) => noting(text, { of: 'cv' })), {
    labels,
    readTexts: texts && ((asked) => texts.read(catalogue, asked, { keep: false })),
  }).catch(() => labels)
  return read((text) => readSkills(text, { of: 'cv' }))
}
