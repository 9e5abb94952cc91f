import type { ActingDatabase } from '../../platform/index.ts'
import { demoEducator } from '../organisations/index.ts'
import { contentOf, emptyContent } from './content.ts'
import type { DeskChangeName, DeskProgramme, DeskSkill } from './desk-programme.ts'
import type { ProgrammeDeskParts } from './parts.ts'
import { addChange, saveRow } from './programme-desk-store.ts'

/** The text of the draft in the demo. */
export const demoText = `Eerste stappen in systeembeheer (demo)

In deze verzonnen cursus leer je Linux beheren. Je werkt met PowerShell en je leert SQL.`

/** What its text names, as the reader reads it: a test compares. Nothing is read within the transaction of the demo world. */
export const demoProposals: readonly DeskSkill[] = [
  ['system-administration', 'systeembeheer'],
  ['linux', 'Linux beheren'],
  ['powershell', 'PowerShell'],
  ['sql', 'SQL'],
].map(([id, words = '']) => ({ skill: `schakel:skill/${id}`, level: 2, from: 'text', words, isConfirmed: false }))

/** What the demo educator teaches stands on its desk; one more programme is a draft, read from a text, of which nobody confirmed the skills. */
export async function putDemo(
  { clock, trainings }: Pick<ProgrammeDeskParts, 'clock' | 'trainings'>,
  inside: ActingDatabase,
): Promise<void> {
  const now = clock.now()
  const { organisation } = demoEducator
  const put = async (row: Pick<DeskProgramme, 'id' | 'state' | 'content'>, changes: readonly DeskChangeName[]) => {
    await saveRow(inside, { ...row, organisation, demo: true, version: changes.length }, now)
    for (const what of changes) await addChange(inside, { id: row.id, organisation }, { what, at: now })
  }
  const programmes = await trainings.ofOrganisation(inside, organisation)
  const taught = await trainings.taughtIn(
    inside,
    programmes.map(({ id }) => id),
  )
  for (const { programme, offerings } of taught) {
    await put({ id: programme.id, state: 'published', content: contentOf(programme, offerings, true) }, ['created', 'published'])
  }
  if (programmes.length === 0) return
  const [title = '', , ...body] = demoText.split('\n')
  const content = { ...emptyContent, title: { nl: title }, description: { nl: body.join('\n') }, outcomes: demoProposals }
  await put({ id: 'demo-programme-draft', state: 'draft', content }, ['created'])
}
