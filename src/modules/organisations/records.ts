import { z } from 'zod'
import { type ActingDatabase, actAs, asTask, Invalid, NotFound } from '../../platform/index.ts'
import { actingAs, permit } from '../permissions/index.ts'
import type { Lapse } from './checks.ts'
import { type Context, onOrganisation, signedIn } from './context.ts'
import { changedFieldsSchema, organisationFieldsSchema } from './organisation.ts'
import type { CloseHook, OrganisationRecords } from './organisations.ts'
import { Refused } from './refused.ts'
import type { TieStore } from './tie-store.ts'

const pageSize = 20

export interface RecordParts {
  readonly lapse: Lapse
  readonly tieStore: TieStore
  readonly hooks: CloseHook[]
  /** Ends all that an organisation has open, in a task. */
  readonly end: (task: ActingDatabase, organisation: string) => Promise<void>
}

/** Organisations themselves: found, founded, changed, closed. */
export function createRecords(context: Context, { lapse, tieStore, hooks, end }: RecordParts): OrganisationRecords {
  const { db, clock, ids, store, memberStore, regions } = context
  const regionOf = (placeName: string | undefined): string | undefined =>
    placeName === undefined ? undefined : regions.findMunicipality(placeName)?.region

  async function refuseTaken(inside: ActingDatabase, registerNumber: string | undefined, own?: string): Promise<void> {
    const other = registerNumber === undefined ? undefined : await store.findByRegister(inside, registerNumber)
    if (other && other.id !== own) throw new Refused('registerTaken')
  }

  return {
    find: (id, inside) => store.find(inside ?? db, id),

    async show(actor, id) {
      permit(actor, 'organisation.read', { kind: 'organisation', id, organisation: id })
      const found = await store.find(db, id)
      if (!found || found.closed) throw new NotFound('organisation', id)
      if (!found.isAwaited || (actor.kind === 'account' && actor.administrator)) return found
      const above = (await tieStore.list(db, id)).map(({ parent }) => parent)
      const isInviter = actor.kind === 'account' && actor.memberships.some(({ organisation }) => above.includes(organisation))
      if (!isInviter) throw new NotFound('organisation', id)
      return found
    },

    findMany: (all, inside) => store.findMany(inside ?? db, all),

    async list({ text, kind, cursor, limit = pageSize }) {
      const after = cursor === undefined ? undefined : readCursor(cursor)
      const found = await store.list(db, { text, kind, after, limit: limit + 1 })
      const items = found.slice(0, limit)
      const last = items.at(-1)
      return found.length > limit && last ? { items, next: cursorOf(last) } : { items }
    },

    async mine(actor) {
      if (actor.kind !== 'account') return []
      const roles = new Map(actor.memberships.map((one) => [one.organisation, one.roles]))
      const found = await store.findMany(db, [...roles.keys()])
      return found.map((one) => ({ ...one, roles: roles.get(one.id) ?? [] }))
    },

    membershipsOf: (inside, account) => memberStore.membershipsOf(inside, account),

    async create(actor, fields) {
      const { account } = signedIn(actor)
      permit(actor, 'organisation.create', { kind: 'account', id: 'own', person: account })
      const parsed = parse(organisationFieldsSchema, fields)
      return actAs(db, actingAs(actor), async (inside) => {
        await refuseTaken(inside, parsed.registerNumber)
        const [id, now] = [ids.next(), clock.now()]
        // What somebody of the demo founds goes with the demo.
        const demo = await memberStore.isDemo(inside, account)
        await store.insert(
          inside,
          { ...rowOf(parsed), id, kind: parsed.kind, demo, region: regionOf(parsed.placeName) },
          { now, isOpen: true },
        )
        await asTask(inside, 'found-organisation', (task) =>
          memberStore.add(task, { organisation: id, account, roles: ['owner'] }, now),
        )
        return id
      })
    },

    change: (actor, id, fields) =>
      onOrganisation(context, actor, 'organisation.change', id, async (inside, before) => {
        const parsed = parse(changedFieldsSchema, fields)
        await refuseTaken(inside, parsed.registerNumber, id)
        await store.update(inside, { ...rowOf(parsed), id, region: regionOf(parsed.placeName) })
        await lapse(inside, signedIn(actor).account, before, parsed)
      }),

    close: (actor, id) =>
      onOrganisation(context, actor, 'organisation.close', id, (inside) =>
        asTask(inside, 'close-organisation', (task) => end(task, id)),
      ),

    onClose(hook) {
      hooks.push(hook)
    },
  }
}

/** @throws Invalid, naming each field that cannot be kept. */
function parse<Schema extends z.ZodType>(schema: Schema, fields: unknown): z.output<Schema> {
  const parsed = schema.safeParse(fields)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => ({ where: issue.path.join('.'), message: issue.message }))
  throw new Invalid('organisation', 'These fields cannot be kept. Change the fields named.', problems)
}

function rowOf({ name, registerNumber, placeName, website, about }: z.output<typeof changedFieldsSchema>) {
  return { name, registerNumber, placeName, website, about }
}

function cursorOf({ name, id }: { readonly name: string; readonly id: string }): string {
  return Buffer.from(JSON.stringify([name, id])).toString('base64url')
}

const cursorSchema = z.tuple([z.string(), z.string()])

/** @throws Invalid */
function readCursor(cursor: string): readonly [string, string] {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw new Invalid('cursor', 'This is not the `next` of a page before. Ask without a cursor for the first page.')
  }
}
