import type { Mention } from '../../../engine/reading/index.ts'
import type { TextReader } from '../../reading/index.ts'
import type { Catalogue } from '../../skills/index.ts'
import type { ProfileProposal } from './proposal.ts'

/** What a running text of a CV names; undefined: by labels, here. */
export type MentionsOf = (text: string) => readonly Mention[] | undefined

/**
 * Reads a CV with its running texts read by what they mean, in a thread: it is gone through once to learn which texts it has, and again with what was read of them. Nothing of it
 * is kept. Where texts cannot be read so at this moment, labels do: a person is waiting.
 */
export async function readTogether(
  read: (mentionsOf: MentionsOf) => ProfileProposal,
  catalogue: Catalogue,
  texts: Pick<TextReader, 'read'> | undefined,
): Promise<ProfileProposal> {
  const asked = new Set<string>()
  const byLabels = read((text) => {
    if (text.trim() !== '') asked.add(text)
    return undefined
  })
  if (!texts || asked.size === 0) return byLabels
  const all = [...asked]
  const found = await texts
    .read(
      catalogue,
      all.map((text) => ({ text, options: { of: 'cv' as const } })),
      { keep: false },
    )
    .catch(() => undefined)
  if (!found) return byLabels
  const mentions = new Map(all.map((text, at) => [text, found[at]]))
  return read((text) => mentions.get(text))
}
