import type { Catalogue } from '../../skills/index.ts'
import { withoutPerson } from '../cv/read-cv-text.ts'
import { parseResume } from '../cv/resume-shape.ts'
import type { CvContent } from './read-content.ts'
import { readCvFile } from './read-cv-file.ts'

/** What stands in a CV, without what is never read: fit to be carried to the step where the person confirms it. */
export type OpenedCv = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'resume'; readonly resume: object }

/**
 * Opens a CV file (`readCvFile`), or text that was pasted, and leaves out personal data at once: of text it is blanked, of a resume only the
 * fields that are read are left.
 *
 * @param cv the bytes of a file, its path, or text
 * @throws UnreadableCv with the reason
 * @throws Invalid, naming each place of a resume whose shape is wrong
 */
export async function openCv(
  cv: Uint8Array | { readonly path: string } | { readonly text: string },
  catalogue: Catalogue,
): Promise<OpenedCv> {
  const content: CvContent = 'text' in cv ? cv : await readCvFile('path' in cv ? cv.path : cv)
  return 'text' in content
    ? { kind: 'text', text: withoutPerson(content.text, catalogue) }
    : { kind: 'resume', resume: parseResume(content.resume) }
}
