import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, type Database } from '../../platform/index.ts'
import { actingAs } from '../permissions/index.ts'
import { type CohortState, cohortStates, stepsFrom, take } from './steps.ts'
import { type CohortWorld, cohortWorld } from './world-for-tests.ts'

const ranks = (entries: Readonly<Record<string, number | null>>) => new Map(Object.entries(entries))

describe.each(freshDatabases())('cohorts, on $name', { timeout: 120_000 }, ({ open }) => {
  let db: Database
  let world: CohortWorld

  beforeEach(async () => {
    db = await open()
    world = await cohortWorld(db)
  })
  afterEach(async () => db.close())

  /** Both people want Keiland first, and it wants bob. */
  async function ordered() {
    const { cohorts, coach, people, keiland, veenrand } = world
    const at = await world.filled()
    const [k, v] = at.places
    const [ada, bob] = at.persons
    await cohorts.goTo(coach, at.id, 'order')
    await cohorts.orderAsPerson(people.ada, at.id, ranks({ [k]: 1, [v]: 2 }))
    await cohorts.orderAsPerson(people.bob, at.id, ranks({ [k]: 1, [v]: 2 }))
    await cohorts.orderAsEmployer(keiland, { id: at.id, organisation: 'keiland' }, k, ranks({ [bob]: 1, [ada]: 2 }))
    await cohorts.orderAsEmployer(veenrand, { id: at.id, organisation: 'veenrand' }, v, ranks({ [bob]: 1, [ada]: 1 }))
    return at
  }
  async function settled() {
    const at = await ordered()
    await world.cohorts.propose(world.coach, at.id)
    await world.cohorts.settle(world.coach, at.id, 1)
    return at
  }

  test('from joining to a placement: proposed, settled, twice yes', async () => {
    const { cohorts, coach, people, keiland } = world
    const { id, places, persons } = await ordered()
    await cohorts.propose(coach, id)
    const view = await cohorts.look(coach, id, 'nl')
    expect(view.cohort.state).toBe('proposed')
    expect(
      view.pairs.map(({ participant, place, personRank, placeRank }) => [participant, place, personRank, placeRank]),
    ).toEqual(
      expect.arrayContaining([
        [persons[0], places[1], 2, 1],
        [persons[1], places[0], 1, 1],
      ]),
    )
    expect(view.blocking).toEqual([])
    expect(view.unplaced).toEqual([])
    expect(view.proposal).toMatchObject({ number: 1, byHand: false, isStale: false })
    expect(world.recorded.at(-1)).toMatchObject({ what: 'people-shown', about: expect.arrayContaining(['ada', 'bob']) })

    // Nobody sees a proposal before it is settled.
    expect((await cohorts.lookAsPerson(people.bob, id, 'nl')).pairs).toEqual([])
    expect((await cohorts.lookAsEmployer(keiland, { id, organisation: 'keiland' }, 'nl')).pairs).toEqual([])
    await cohorts.settle(coach, id, 1)
    expect(world.mails).toEqual(
      expect.arrayContaining(['cohort-say-yes to ada', 'cohort-say-yes to bob', 'cohort-say-yes to kim']),
    )
    expect((await cohorts.lookAsPerson(people.bob, id, 'nl')).pairs).toHaveLength(1)

    await cohorts.answerAsPerson(people.bob, id, places[0], true)
    expect(world.placements).toEqual([])
    await cohorts.answerAsEmployer(keiland, { id, organisation: 'keiland' }, { participant: persons[1], place: places[0] }, true)
    expect(world.placements).toEqual([
      {
        ...{ person: 'bob', school: 'school', employer: 'keiland', programme: 'beheer', offering: 'beheer-1' },
        ...{ from: '2027-02-15', until: '2027-11-21', hoursPerWeek: 32 },
      },
    ])
    const after = await cohorts.look(coach, id, 'nl')
    expect(after.pairs.find(({ place }) => place === places[0])?.placement).toBe('placement-1')
    expect(world.mails).toContain('cohort-settled to lot')
    // It is no pair to answer any more.
    await expect(cohorts.answerAsPerson(people.bob, id, places[0], false)).rejects.toMatchObject({ reason: 'hasPlacement' })
    await cohorts.start(coach, id)
    expect((await cohorts.look(coach, id, 'nl')).cohort).toMatchObject({ state: 'started', startedWith: 1 })
  })

  test('where who said yes last may not make a placement, the educator does; two at once make one', async () => {
    const { cohorts, coach, people, veenrand } = world
    world.mayPlace = (actor) => actor === coach
    const { id, places, persons } = await settled()
    const pair = { participant: persons[0], place: places[1] }
    await cohorts.answerAsEmployer(veenrand, { id, organisation: 'veenrand' }, pair, true)
    await cohorts.answerAsPerson(people.ada, id, places[1], true)
    expect(world.placements).toEqual([])
    await expect(cohorts.makePlacement(coach, id, { ...pair, until: '2027-02-15' })).rejects.toMatchObject({ where: 'until' })
    const both = await Promise.allSettled([
      cohorts.makePlacement(coach, id, { ...pair, until: '2027-11-21' }),
      cohorts.makePlacement(coach, id, { ...pair, until: '2027-11-21' }),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(world.placements).toHaveLength(1)
  })

  test('somebody else chosen: who would rather have somebody else is shown, and nothing that cannot be is kept', async () => {
    const { cohorts, coach } = world
    const { id, places, persons } = await ordered()
    await cohorts.propose(coach, id)
    const [k, v] = places
    const [ada, bob] = persons
    const other = [
      { person: ada, place: k },
      { person: bob, place: v },
    ]
    await expect(cohorts.changeByHand(coach, id, [...other, { person: bob, place: k }], 1)).rejects.toMatchObject({
      where: 'pairs',
    })
    await cohorts.changeByHand(coach, id, other, 1)
    const view = await cohorts.look(coach, id, 'nl')
    expect(view.blocking).toEqual([{ person: bob, place: k, personGivesUp: v, placeGivesUp: ada }])
    expect(view.proposal).toMatchObject({ number: 2, byHand: true })
    await expect(cohorts.changeByHand(coach, id, other, 1)).rejects.toMatchObject({ reason: 'changedMeanwhile' })
    await expect(cohorts.settle(coach, id, 1)).rejects.toMatchObject({ reason: 'changedMeanwhile' })
  })

  test('what one side says is seen by that side and the educator, and by nobody else', async () => {
    const { cohorts, coach, people, keiland } = world
    const { id, places } = await ordered()
    const seen = JSON.stringify(await cohorts.lookAsEmployer(keiland, { id, organisation: 'keiland' }, 'nl'))
    expect(seen).not.toMatch(/Name of|"ada"|"bob"|example\.nl|lat|52\.09/)
    expect(seen).toContain('Label of linux')
    // Only what the programme asks or teaches.
    expect(seen).not.toContain('poetry')
    expect(world.recorded.at(-1)).toMatchObject({ what: 'people-shown', payload: { people: 2 } })
    const mine = await cohorts.lookAsPerson(people.ada, id, 'nl')
    expect(mine.places.map(({ rank }) => rank).sort()).toEqual([1, 2])
    expect(mine.others).toBe(1)
    // The barrier behind it: rows of the other side do not exist for them.
    const rowsOf = (actor: typeof coach) =>
      actAs(db, actingAs(actor), async (inside) => ({
        people: await inside.query('select person from cohort_person'),
        ranks: await inside.query('select side, place from cohort_rank'),
      }))
    expect((await rowsOf(people.ada)).people).toEqual([{ person: 'ada' }])
    expect((await rowsOf(people.ada)).ranks.map(({ side }) => side)).toEqual(['person', 'person'])
    expect((await rowsOf(keiland)).people).toEqual([])
    expect((await rowsOf(keiland)).ranks).toEqual([
      { side: 'place', place: places[0] },
      { side: 'place', place: places[0] },
    ])
    expect((await rowsOf(world.otherCoach)).ranks).toEqual([])
    expect((await rowsOf(coach)).ranks).toHaveLength(8)
  })

  test('nobody else gets in: another school, an employer that was not asked, a person who did not join', async () => {
    const { cohorts, otherCoach, people, keiland, veenrand } = world
    const { id, places, persons } = await ordered()
    await expect(cohorts.look(otherCoach, id, 'nl')).rejects.toMatchObject({ name: 'NotFound' })
    await expect(cohorts.propose(otherCoach, id)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(cohorts.look(keiland, id, 'nl')).rejects.toMatchObject({ name: 'NotFound' })
    await expect(cohorts.lookAsEmployer(keiland, { id, organisation: 'veenrand' }, 'nl')).rejects.toMatchObject({
      name: 'NotFound',
    })
    await expect(
      cohorts.orderAsEmployer(veenrand, { id, organisation: 'veenrand' }, places[0], ranks({ [persons[0]]: 1 })),
    ).rejects.toMatchObject({ name: 'NotFound' })
    await expect(cohorts.orderAsPerson(people.cas, id, ranks({ [places[0]]: 1 }))).rejects.toMatchObject({ name: 'NotFound' })
    expect(await cohorts.lookAsPerson(people.cas, id, 'nl')).toMatchObject({ places: [], pairs: [], others: 2 })
    await expect(cohorts.countsFor(world.coach, 'table')).rejects.toMatchObject({ name: 'NotFound' })
    await expect(cohorts.lookAsPerson({ kind: 'visitor' }, id, 'nl')).rejects.toMatchObject({ name: 'SignInNeeded' })
  })

  test('only who met can be ordered: noted by one side, it holds once the other says so too', async () => {
    const { cohorts, coach, people, keiland } = world
    const { id, places } = await world.filled()
    await cohorts.join(people.cas, id, world.joining())
    const at = { id, organisation: 'keiland' }
    const cas = (await cohorts.look(coach, id, 'nl')).people.find(({ name }) => name === 'Name of cas')?.id ?? ''
    await cohorts.noteAsPerson(people.cas, id, 'keiland')
    await cohorts.noteAsPerson(people.cas, id, 'keiland')
    const met = async () => (await cohorts.lookAsEmployer(keiland, at, 'nl')).people.find((one) => one.id === cas)?.met
    expect(await met()).toBe('waitsForMe')
    await cohorts.goTo(coach, id, 'order')
    await expect(cohorts.orderAsPerson(people.cas, id, ranks({ [places[0]]: 1 }))).rejects.toMatchObject({ reason: 'notMet' })
    await cohorts.noteAsEmployer(keiland, at, cas)
    expect(await met()).toBe('yes')
    await cohorts.orderAsPerson(people.cas, id, ranks({ [places[0]]: 1 }))
    await cohorts.orderAsPerson(people.cas, id, ranks({ [places[0]]: null }))
    expect(
      (await cohorts.lookAsPerson(people.cas, id, 'nl')).places.find(({ id: place }) => place === places[0])?.rank,
    ).toBeNull()
  })

  test('what is missing stands in words for the educator, in counts for the region, and for the person with the next plan', async () => {
    const { cohorts, coach, people, keiland } = world
    const { id, places } = await ordered()
    await cohorts.goTo(coach, id, 'reopen')
    await cohorts.join(people.cas, id, world.joining({ place: 'Groningen', hoursFrom: 16, hoursTo: 24 }))
    await cohorts.changeOffer(keiland, { id, organisation: 'keiland' }, places[0], { seats: 2, hoursFrom: 36, hoursTo: 40 })
    await cohorts.goTo(coach, id, 'order')
    await cohorts.propose(coach, id)
    const view = await cohorts.look(coach, id, 'nl')
    expect(view.shortages).toEqual([{ region: 'AM01', regionName: 'Region AM01', hours: 24, places: 1 }])
    expect(view.empty).toEqual([{ place: places[1], left: 1 }])
    // Keiland has two seats now, so both who wanted it have it, although its hours do not fit.
    expect(view.pairs.flatMap(({ conditions }) => conditions.map(({ key }) => key))).toEqual(['hours', 'hours'])
    const [missing] = view.unplaced
    expect(missing).toMatchObject({ why: 'terms', wanted: { placeName: 'Groningen', hours: [16, 24] } })
    expect(missing?.seats[0]?.conditions.map(({ key }) => key)).toEqual(['hours', 'place'])
    expect(JSON.stringify(missing?.wanted)).not.toContain('cas')
    // The engine was asked as if cas had done the programme; who was asked already is left out.
    expect(world.asked.at(-1)).toMatchObject({ linux: 2, helpdesk: 'yes' })
    expect(view.near).toEqual([{ organisation: 'nearby', name: 'Dichtbij (demo)', fits: [expect.stringMatching(/^\d{4}$/)] }])

    const counts = await cohorts.countsFor(world.daan, 'table')
    expect(counts).toMatchObject([
      { people: 3, placed: 2, seats: 3, shortages: [{ regionName: 'Region AM01', hours: 24, places: 1 }] },
    ])
    expect(JSON.stringify(counts)).not.toMatch(/ada|bob|cas|handle/)

    await cohorts.settle(coach, id, 1)
    expect(world.mails).toContain('cohort-place-missing to cas')
    const mine = await cohorts.lookAsPerson(people.cas, id, 'nl')
    expect(mine.missing).toMatchObject({ why: 'terms', wanted: { placeName: 'Groningen' } })
    expect(mine.nextPlan).toEqual({ plan: 'plan-1', title: 'Systeembeheerder' })
    expect(mine.pairs).toEqual([])
  })

  test('a no opens it again; what others said stays', async () => {
    const { cohorts, coach, people, veenrand } = world
    const { id, places, persons } = await settled()
    await cohorts.answerAsPerson(people.bob, id, places[0], true)
    await cohorts.answerAsPerson(people.ada, id, places[1], false)
    expect((await cohorts.look(coach, id, 'nl')).unplaced.map(({ participant }) => participant)).toEqual([persons[0]])
    await expect(cohorts.start(coach, id)).rejects.toMatchObject({ reason: 'tooFew' })
    await cohorts.goTo(coach, id, 'orderAgain')
    await cohorts.propose(coach, id)
    const again = await cohorts.look(coach, id, 'nl')
    expect(again.pairs.find(({ participant }) => participant === persons[1])?.personYesAt).toBeDefined()
    // A no is not taken along: the pair is asked anew.
    expect(again.pairs.find(({ participant }) => participant === persons[0])).toMatchObject({
      noBy: undefined,
      personYesAt: undefined,
    })
    await expect(
      cohorts.answerAsEmployer(veenrand, { id, organisation: 'veenrand' }, { participant: persons[0], place: places[1] }, true),
    ).rejects.toMatchObject({ reason: 'wrongState' })
  })

  test('who leaves is gone from everywhere, and a proposal says that it is stale', async () => {
    const { cohorts, coach, people } = world
    const { id, persons } = await ordered()
    await cohorts.propose(coach, id)
    await cohorts.leave(people.bob, id)
    const left = await actAs(db, { task: 'test' }, (inside) =>
      inside.query<{ count: number }>(
        `select ((select count(*) from cohort_person where id = $1) + (select count(*) from cohort_rank where participant = $1)
           + (select count(*) from cohort_meeting where participant = $1) + (select count(*) from cohort_pair where participant = $1))::int as count`,
        [persons[1]],
      ),
    )
    expect(left[0]?.count).toBe(0)
    const view = await cohorts.look(coach, id, 'nl')
    expect(view.proposal?.isStale).toBe(true)
    // Keiland wanted ada too, and has a seat now.
    expect(view.blocking).toMatchObject([{ person: persons[0] }])
  })

  test('what may not be begun, joined or offered is said at its field', async () => {
    const { cohorts, coach, otherCoach, people, keiland } = world
    const asked = {
      organisation: 'school',
      offering: 'beheer-1',
      startsOn: '2027-02-15',
      settleBy: '2027-01-18',
      least: 1,
      most: 1,
    }
    const where = (field: string) => ({ name: 'Invalid', where: field })
    await expect(cohorts.begin(coach, { ...asked, offering: 'x' })).rejects.toMatchObject(where('offering'))
    await expect(cohorts.begin(coach, { ...asked, startsOn: '2027-02-16' })).rejects.toMatchObject(where('startsOn'))
    await expect(cohorts.begin(coach, { ...asked, settleBy: '2027-03-01' })).rejects.toMatchObject(where('settleBy'))
    await expect(cohorts.begin(coach, { ...asked, least: 3 })).rejects.toMatchObject(where('size'))
    await expect(cohorts.begin(otherCoach, { ...asked, organisation: 'otherSchool' })).rejects.toMatchObject(where('offering'))
    const id = await cohorts.begin(coach, asked)
    await expect(cohorts.join(people.ada, id, world.joining({ textVersion: 'older' }))).rejects.toMatchObject(where('text'))
    await expect(cohorts.join(people.ada, id, world.joining({ place: 'Nergens' }))).rejects.toMatchObject(where('place'))
    await expect(cohorts.join(people.ada, id, world.joining({ hoursFrom: 40 }))).rejects.toMatchObject(where('hours'))
    await cohorts.join(people.ada, id, world.joining())
    await expect(cohorts.join(people.bob, id, world.joining())).rejects.toMatchObject({ reason: 'full' })
    await expect(cohorts.invite(coach, id, ['table'])).rejects.toMatchObject(where('organisation'))
    await cohorts.invite(coach, id, ['keiland'])
    await expect(
      cohorts.offer(
        keiland,
        { id, organisation: 'keiland' },
        { seats: 0, hoursFrom: 32, hoursTo: 36, place: 'Utrecht', tasks: 'x' },
      ),
    ).rejects.toMatchObject(where('seats'))
    await expect(cohorts.propose(coach, id)).rejects.toMatchObject({ reason: 'wrongState' })
  })

  test('it ends with time: nobody started it, and then everything about people goes', async () => {
    const { cohorts, coach } = world
    const { id } = await ordered()
    world.day('2027-03-15')
    expect(await cohorts.keepHouse()).toEqual({ lapsed: 0, removed: 0 })
    world.day('2027-03-16')
    expect(await cohorts.keepHouse()).toEqual({ lapsed: 1, removed: 0 })
    expect((await cohorts.look(coach, id, 'nl')).cohort.state).toBe('cancelled')
    world.day('2027-04-13')
    expect((await cohorts.keepHouse()).removed).toBe(0)
    world.day('2027-04-14')
    expect((await cohorts.keepHouse()).removed).toBe(2)
    expect((await cohorts.look(coach, id, 'nl')).people).toEqual([])
  })

  test('two who join at once for the last seat follow each other', async () => {
    const { cohorts, coach, people } = world
    const id = await cohorts.begin(coach, {
      ...{ organisation: 'school', offering: 'beheer-1', startsOn: '2027-02-15', settleBy: '2027-01-18', least: 1, most: 1 },
    })
    const both = await Promise.allSettled([people.ada, people.bob].map((one) => cohorts.join(one, id, world.joining())))
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

test('the machine: every state can be reached, and ends are ends', () => {
  const reached = new Set<CohortState>(['open'])
  for (let before = 0; before !== reached.size; ) {
    before = reached.size
    for (const state of [...reached]) for (const step of stepsFrom(state)) reached.add(take(state, step) as CohortState)
  }
  expect([...reached].sort()).toEqual([...cohortStates].sort())
  for (const end of ['started', 'cancelled'] as const) expect(stepsFrom(end)).toEqual([])
})
