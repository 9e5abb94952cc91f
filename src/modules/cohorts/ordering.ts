import { Invalid, NotFound } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import { metKey, metOf } from './assigning-world.ts'
import type { Rank } from './cohort.ts'
import type { CohortsParts } from './parts.ts'
import { listMeetings, listPlaces, setRank } from './person-store.ts'
import { CohortRefused } from './refused.ts'
import { type AtCohort, asProgram, mustBe, withEmployer, withPerson } from './work.ts'

/** What one side says of the other: a rank from 1, equal ones are equally good; null: not this one; undefined: nothing yet. */
export type Stating = ReadonlyMap<string, number | null | undefined>

/** A person orders places of employers they met. Seen by them and the educator only. @throws Invalid at `rank`; CohortRefused */
export async function orderAsPerson(parts: CohortsParts, actor: Actor, id: string, stated: Stating): Promise<void> {
  await withPerson(parts, actor, id, 'changes', async ({ self, ...at }) => {
    if (!self) throw new NotFound('cohort', id)
    await state(
      at,
      'person',
      [...stated].map(([place, rank]) => ({ participant: self.id, place, rank })),
    )
  })
}

/** An employer orders the people it met for one of its places. Seen by it and the educator only. @throws Invalid at `rank`; CohortRefused */
export async function orderAsEmployer(
  parts: CohortsParts,
  actor: Actor,
  at: { readonly id: string; readonly organisation: string },
  place: string,
  stated: Stating,
): Promise<void> {
  await withEmployer(parts, actor, at, 'changes', async ({ employer: _employer, ...held }) => {
    const mine = (await listPlaces(held.inside, at.id)).some(
      ({ id, organisation }) => id === place && organisation === at.organisation,
    )
    if (!mine) throw new NotFound('place', place)
    await state(
      held,
      'place',
      [...stated].map(([participant, rank]) => ({ participant, place, rank })),
    )
  })
}

type Said = Omit<Rank, 'side' | 'rank'> & { readonly rank: number | null | undefined }

async function state({ inside, one, now }: AtCohort, side: Rank['side'], said: readonly Said[]): Promise<void> {
  mustBe(one, 'ordering')
  await asProgram(inside, async (program) => {
    const organisationOf = new Map((await listPlaces(program, one.id)).map(({ id, organisation }) => [id, organisation]))
    const met = metOf(await listMeetings(program, one.id))
    for (const { participant, place, rank } of said) {
      if (!met.has(metKey(participant, organisationOf.get(place) ?? ''))) throw new CohortRefused('notMet')
      if (typeof rank === 'number' && !(Number.isInteger(rank) && rank >= 1 && rank <= 99))
        throw new Invalid('rank', 'A rank is a whole number: 1 is what you would rather have.')
      await setRank(program, { side, participant, place }, rank, now)
    }
  })
}
