import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, createIds, type Database } from '../../platform/index.ts'
import type { Actor, OrganisationKind, Role } from '../permissions/index.ts'
import { createHandover, type Handover, type KitContent } from './index.ts'
import { emptyKit } from './kit.ts'
import { afterChoice, contentFrom, differencesOf, fieldsOf } from './kit-fields.ts'

const actor = (account: string, memberships: readonly (readonly [string, OrganisationKind, Role])[] = []): Actor => ({
  ...{ kind: 'account', account, session: `session-${account}`, administrator: false },
  memberships: memberships.map(([organisation, kind, role]) => ({ organisation, kind, roles: [role] })),
})
const lotte = actor('lotte', [['school', 'educator', 'owner']])
const femke = actor('femke', [['school', 'educator', 'coordinator']])
const daan = actor('daan', [['region', 'region', 'owner']])
const yara = actor('yara', [['region', 'region', 'analyst']])
const visitor: Actor = { kind: 'visitor' }

const content: KitContent = {
  title: { nl: 'Werkend leren' },
  summary: { nl: 'Voor mensen zonder diploma.' },
  outline: { nl: 'Acht weken les, dan werk.' },
  phases: [
    { kind: 'school', weeks: 8, schoolDays: 4 },
    { kind: 'workAndSchool', weeks: 18, workDays: 4 },
  ],
  materials: [{ id: 'm1', title: 'Lessen', licence: 'cc-by', url: 'https://voorbeeld.example/lessen' }],
  agreements: ['dual'],
  funding: ['praktijkleren'],
  needs: { rooms: 'Eén lokaal', groupSize: 16, costEuro: 96_000, more: { nl: 'Een begeleider per plek.' } },
  contact: { email: 'info@school.example' },
}

interface World {
  readonly handover: Handover
  readonly db: Database
  readonly made: unknown[]
}

async function setUp(open: () => Promise<Database>): Promise<World> {
  const db = await open()
  onTestFinished(() => db.close())
  let now = Date.parse('2026-11-30T09:00:00Z')
  const clock = { now: () => now++ }
  const kinds: Record<string, OrganisationKind> = { school: 'educator', region: 'region', branch: 'branch' }
  await actAs(db, { task: 'test' }, async (inside) => {
    for (const [id, kind] of Object.entries(kinds))
      await inside.query(`insert into organisation (id, name, kind, created_at) values ($1, $2, $3, now())`, [
        id,
        `Naam ${id}`,
        kind,
      ])
    for (const [id, organisation] of [
      ['lotte', 'school'],
      ['femke', 'school'],
      ['daan', 'region'],
    ]) {
      await inside.query(
        'insert into account (id, email, email_folded, name, created_at, seen_on) values ($1, $2, $2, $1, now(), current_date)',
        [id, `${id}@example.nl`],
      )
      await inside.query(`insert into member values ($1, $2, '{owner}', now())`, [organisation, id])
    }
  })
  const made: unknown[] = []
  const handover = createHandover({
    ...{ db, clock, ids: createIds(clock) },
    organisations: {
      find: async (id) =>
        kinds[id] ? ({ id, kind: kinds[id], name: `Naam ${id}`, demo: false, closed: false } as never) : undefined,
    },
    trainings: {
      ofOrganisation: async (_inside, id) => (id === 'school' ? [{ id: 'p1', title: { nl: 'P', en: 'P' } } as never] : []),
    },
    programmeDesk: {
      create: async (_actor, organisation, given) => {
        made.push({ organisation, given })
        return 'programme-1'
      },
    },
    runBy: async (organisation) => (organisation === 'school' ? ['make-it-work'] : []),
    agreements: ['dual', 'bbl'].map((id) => ({ id, title: { nl: id, en: id }, version: '2026-11-01' })),
    fundingIds: async () => new Set(['praktijkleren', 'slim']),
  })
  return { handover, db, made }
}

/** A kit of the school that was published once. */
async function published({ handover }: World): Promise<string> {
  const id = await handover.create(lotte, 'school', { nl: 'Werkend leren' })
  await handover.change(lotte, { organisation: 'school', id }, content, { programme: 'p1' })
  expect(await handover.publish(lotte, { organisation: 'school', id })).toBe(1)
  return id
}

describe.each(freshDatabases())('handing over on $name', { timeout: 180_000 }, ({ open }) => {
  test('a kit is drafted, seen by nobody else, and published in versions', async () => {
    const { handover } = await setUp(open)
    await expect(handover.create(visitor, 'school', { nl: 'x' })).rejects.toMatchObject({ name: 'SignInNeeded' })
    await expect(handover.create(daan, 'school', { nl: 'x' })).rejects.toMatchObject({ name: 'NotFound' })
    await expect(handover.create(yara, 'region', { nl: 'x' })).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(handover.create(lotte, 'school', {})).rejects.toMatchObject({ where: 'title' })
    const id = await handover.create(lotte, 'school', { nl: 'Werkend leren' })
    const at = { organisation: 'school', id }
    await expect(handover.publish(lotte, at)).rejects.toMatchObject({ reason: 'notComplete' })
    await expect(handover.get(id)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(handover.kit(daan, { organisation: 'region', id })).rejects.toMatchObject({ name: 'NotFound' })
    const change = (more: Partial<KitContent>, about = {}) => handover.change(lotte, at, { ...content, ...more }, about)
    await expect(change({ funding: ['gone'] })).rejects.toMatchObject({ where: 'funding' })
    await expect(change({ agreements: ['gone'] })).rejects.toMatchObject({ where: 'agreements' })
    await expect(change({ contact: { email: 'geen adres' } })).rejects.toMatchObject({ where: 'email' })
    await expect(
      change({ materials: [{ id: 'm', title: 'x', licence: 'ask', url: 'javascript:alert(1)' }] }),
    ).rejects.toMatchObject({
      where: 'materials',
    })
    await expect(change({}, { initiative: 'foreign' })).rejects.toMatchObject({ where: 'initiative' })
    await expect(change({}, { programme: 'foreign' })).rejects.toMatchObject({ where: 'programme' })
    await change({}, { initiative: 'make-it-work', programme: 'p1' })
    await expect(handover.change(lotte, { ...at, seen: 1 }, content, {})).rejects.toMatchObject({ reason: 'changedMeanwhile' })
    expect(await handover.publish(lotte, at)).toBe(1)
    expect(await handover.get(id)).toMatchObject({ number: 1, organisationName: 'Naam school', content, contacts: [] })
    expect((await handover.published({ initiative: 'make-it-work' })).map((one) => one.id)).toEqual([id])
    expect(await handover.published({ initiative: 'codam' })).toEqual([])
    // A change is seen with the next version only.
    await change({ title: { nl: 'Anders' } })
    expect((await handover.kit(lotte, at)).isAhead).toBe(true)
    expect((await handover.get(id)).content.title).toEqual({ nl: 'Werkend leren' })
    await expect(handover.remove(lotte, at)).rejects.toMatchObject({ reason: 'wrongState' })
    await handover.withdraw(lotte, at)
    await expect(handover.get(id)).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('nobody is a contact but who puts themselves down, and it can be taken back', async () => {
    const world = await setUp(open)
    const { handover, db } = world
    const id = await published(world)
    const at = { organisation: 'school', id }
    await handover.beContact(femke, at, true)
    await handover.beContact(femke, at, true)
    expect((await handover.get(id)).contacts).toEqual([{ name: 'femke', email: 'femke@example.nl' }])
    await expect(handover.beContact(daan, at, true)).rejects.toMatchObject({ name: 'NotFound' })
    await handover.beContact(femke, at, false)
    expect((await handover.get(id)).contacts).toEqual([])
    await handover.beContact(femke, at, true)
    // Who is no member any more is no contact.
    await actAs(db, { task: 'test' }, (inside) => inside.query(`delete from member where account = 'femke'`))
    expect((await handover.get(id)).contacts).toEqual([])
  })

  test('a region takes a kit over as a copy of its own, sees what changed in the original, and chooses field by field', async () => {
    const world = await setUp(open)
    const { handover } = world
    const id = await published(world)
    const kitAt = { organisation: 'school', id }
    await expect(handover.takeOver(visitor, 'region', id)).rejects.toMatchObject({ name: 'SignInNeeded' })
    await expect(handover.takeOver(yara, 'region', id)).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(handover.takeOver(lotte, 'school', id)).rejects.toMatchObject({ reason: 'ownKit' })
    await expect(handover.takeOver(daan, 'region', 'missing')).rejects.toMatchObject({ name: 'NotFound' })
    const copy = await handover.takeOver(daan, 'region', id)
    await expect(handover.takeOver(daan, 'region', id)).rejects.toMatchObject({ reason: 'copyThere' })
    const at = { organisation: 'region', id: copy }
    await expect(handover.copy(lotte, { organisation: 'school', id: copy })).rejects.toMatchObject({ name: 'NotFound' })
    expect(await handover.copy(daan, at)).toMatchObject({
      copy: { kit: id, fromName: 'Naam school', baseNumber: 1, content },
      original: { state: 'published', number: 1 },
      differences: [],
    })
    expect((await handover.get(id)).copies).toBe(1)
    // The region changes its own; the original is as it was.
    const own: KitContent = { ...content, needs: { ...content.needs, rooms: 'Twee lokalen' } }
    await handover.changeCopy(daan, at, own)
    expect((await handover.get(id)).content).toEqual(content)
    // The original changes three fields, and takes a material away.
    const next: KitContent = {
      ...content,
      ...{ title: { nl: 'Werkend leren', en: 'Learning at work' }, materials: [] },
      needs: { ...content.needs, rooms: 'Een zaal', costEuro: 90_000 },
    }
    await handover.change(lotte, kitAt, next, {})
    expect((await handover.copy(daan, at)).differences).toEqual([])
    await handover.publish(lotte, kitAt)
    const { differences } = await handover.copy(daan, at)
    expect(differences.map(({ field, isOwn }) => `${field} ${isOwn}`).sort()).toEqual([
      ...['material/m1 false', 'needs.costEuro false', 'needs.rooms true', 'title.en false'],
    ])
    await handover.choose(daan, at, { taken: ['title.en', 'needs.costEuro', 'summary.nl'], left: ['needs.rooms'] })
    const after = await handover.copy(daan, at)
    expect(after.copy.content).toEqual({
      ...own,
      ...{ title: next.title, needs: { ...own.needs, costEuro: 90_000 } },
    })
    expect(after.differences.map(({ field }) => field)).toEqual(['material/m1'])
    expect(after.copy.baseNumber).toBe(1)
    await handover.choose(daan, at, { taken: ['material/m1'], left: [] })
    expect((await handover.copy(daan, at)).copy).toMatchObject({ baseNumber: 2, content: { materials: [] } })
    // Withdrawn: the copy stays.
    await handover.withdraw(lotte, kitAt)
    expect((await handover.copy(daan, at)).original).toMatchObject({ state: 'withdrawn', number: 2 })
    await expect(handover.toProgramme(daan, at)).rejects.toMatchObject({ reason: 'notEducator' })
    await handover.removeCopy(daan, at)
    await expect(handover.copy(daan, at)).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('an educator makes a draft of a programme of its copy', async () => {
    const world = await setUp(open)
    const { handover, made } = world
    const mila = actor('mila', [['branch', 'branch', 'owner']])
    const id = await handover.create(mila, 'branch', { nl: 'Werkend leren' })
    await handover.change(mila, { organisation: 'branch', id }, content, {})
    await handover.publish(mila, { organisation: 'branch', id })
    const copy = await handover.takeOver(lotte, 'school', id)
    expect(await handover.toProgramme(lotte, { organisation: 'school', id: copy })).toBe('programme-1')
    expect(made).toEqual([
      {
        organisation: 'school',
        given: {
          title: { nl: 'Werkend leren' },
          description: { nl: 'Voor mensen zonder diploma.\n\nAcht weken les, dan werk.' },
          ...{ weeks: 26, phases: content.phases },
        },
      },
    ])
  })

  test('with an organisation that closes its kits are withdrawn, and copies of others stay', async () => {
    const world = await setUp(open)
    const { handover, db } = world
    const id = await published(world)
    const copy = await handover.takeOver(daan, 'region', id)
    await actAs(db, { organisations: [] }, (inside) => handover.organisationCloses(inside, 'school'))
    expect(await handover.published()).toEqual([])
    expect((await handover.copy(daan, { organisation: 'region', id: copy })).original.state).toBe('withdrawn')
    await actAs(db, { task: 'test' }, (inside) => inside.query(`delete from organisation where id = 'school'`))
    expect((await handover.copy(daan, { organisation: 'region', id: copy })).original.state).toBe('gone')
  })
})

describe('a copy beside its original', () => {
  test('fields make up the content, and nothing is lost on the way', () => {
    expect(contentFrom(fieldsOf(content))).toEqual(content)
    expect(contentFrom(fieldsOf(emptyKit))).toEqual(emptyKit)
  })

  test('random edits: what nobody changed is not offered, what was taken is theirs, what was left is mine, the rest stays open', () => {
    let state = 1
    const random = (): number => {
      state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
      return state / 4_294_967_296
    }
    const one = <T>(...choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T
    const x: KitContent['materials'] = [{ id: 'x', title: 'X', licence: 'ask' }]
    const edited = (from: KitContent): KitContent => ({
      ...from,
      title: one(from.title, { nl: one('a', 'b') }, { nl: 'a', en: 'b' }),
      phases: one(from.phases, [], [{ kind: 'work', weeks: 1 + Math.floor(random() * 3) }]),
      materials: one(from.materials, [], [...from.materials, ...x]),
      needs: one(from.needs, { more: {} }, { ...from.needs, rooms: one('a', 'b', 'c') }),
    })
    let offered = 0
    for (let round = 0; round < 1500; round++) {
      const base = content
      const [mine, theirs] = [edited(base), edited(base)]
      const open = differencesOf(base, mine, theirs)
      offered += open.length
      for (const { field } of open) expect(fieldsOf(base).get(field)).not.toEqual(fieldsOf(theirs).get(field))
      const fields = open.map(({ field }) => field)
      const taken = fields.filter(() => random() < 0.4)
      const left = fields.filter((field) => !taken.includes(field) && random() < 0.4)
      const after = afterChoice(base, mine, theirs, { taken, left })
      for (const field of taken) expect(fieldsOf(after.content).get(field)).toEqual(fieldsOf(theirs).get(field))
      for (const [field, value] of fieldsOf(mine)) {
        if (!taken.includes(field)) expect(fieldsOf(after.content).get(field)).toEqual(value)
      }
      const rest = differencesOf(after.base, after.content, theirs).map(({ field }) => field)
      expect(rest.sort()).toEqual(fields.filter((field) => !taken.includes(field) && !left.includes(field)).sort())
    }
    expect(offered).toBeGreaterThan(500)
  })
})
