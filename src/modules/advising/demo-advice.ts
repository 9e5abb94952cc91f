import type { ActingDatabase, Clock, Ids } from '../../platform/index.ts'
import type { Advising } from './advising.ts'
import { addNote } from './note-store.ts'

interface DemoParts {
  readonly clock: Clock
  readonly ids: Ids
  readonly agreeInDemo: (inside: ActingDatabase, account: string, organisation: string) => Promise<void>
}

/** The demo's person lets the demo's adviser look along; both wrote a note. Plainly made up. */
const demo = {
  person: 'demo-account-robin',
  adviser: 'demo-account-anouk',
  organisation: 'demo-organisation-public',
  notes: [
    ['adviser', 'Voorbeeld: we legden twee routes naast elkaar. Volgende week praten we verder.'],
    ['person', 'Voorbeeld: ik wil het liefst dicht bij huis blijven.'],
  ],
} as const

/** In a task's transaction, after the accounts and organisations of the demo. */
export async function demoAdvice(
  { agreeInDemo, clock, ids }: DemoParts,
  inside: Parameters<Advising['putDemo']>[0],
): Promise<void> {
  const { person, adviser, organisation, notes } = demo
  await agreeInDemo(inside, person, organisation)
  for (const [side, text] of notes) {
    const author = side === 'adviser' ? adviser : person
    await addNote(inside, { account: person, organisation }, { id: ids.next(), side, text, at: clock.now() }, author)
  }
}
