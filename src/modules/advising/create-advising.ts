import { actAs, type Clock, type Database, type DateText, todayInAmsterdam } from '../../platform/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import type { RulesService } from '../rules/index.ts'
import type { AdvisedLine } from './advice.ts'
import type { Advising } from './advising.ts'
import { beginAdvising, endAdvising, listAdvised, removeEndedBefore } from './advising-store.ts'
import { demoAdvice } from './demo-advice.ts'
import { listNotes } from './note-store.ts'
import { type OpenParts, openAdvised } from './open-advised.ts'
import { adviserOf, asProgram, isAdvisedBy, withAdvised } from './work.ts'
import { writeNote } from './write-note.ts'

export interface AdvisingParts extends OpenParts {
  readonly db: Database
  readonly clock: Clock
  readonly rules: Pick<RulesService, 'find'>
  readonly suggest: (
    actor: Actor,
    suggestion: { readonly vacancy: string; readonly person: string; readonly organisation: string },
  ) => Promise<string>
  /** The person of the demo says yes, as they would on the page: the hook of that yes begins the advice. */
  readonly agreeInDemo: (inside: Parameters<Advising['putDemo']>[0], account: string, organisation: string) => Promise<void>
}

const dayMs = 86_400_000

export function createAdvising(parts: AdvisingParts): Advising {
  const { db, clock, ids } = parts
  const today = (): DateText => todayInAmsterdam(clock.now())
  return {
    async people(actor) {
      selfOf(actor)
      const organisations = adviserOf(actor)
      if (organisations.length === 0) return []
      return actAs(db, actingAs(actor), async (inside) => {
        const lines = await listAdvised(inside, { organisations })
        const agreed = await asProgram(inside, async (program) => {
          // One after the other: a transaction answers one question at a time.
          const answers: boolean[] = []
          for (const { account, organisation } of lines) answers.push(await parts.agreed(program, account, organisation))
          return answers
        })
        return lines.filter((_line, index) => agreed[index]).map(withoutAccount)
      })
    },
    async mine(actor) {
      const account = selfOf(actor)
      return (await actAs(db, actingAs(actor), (inside) => listAdvised(inside, { account }))).map(withoutAccount)
    },
    open: (actor, handle, asked) => openAdvised(parts, actor, handle, asked),
    addNote: (actor, handle, note) => writeNote(parts, actor, handle, note),
    async suggest(actor, handle, vacancy) {
      const { account, organisation } = await withAdvised(parts, actor, 'advice.suggest', handle, async ({ one }) => one)
      return parts.suggest(actor, { vacancy, person: account, organisation })
    },
    isAdvised: (inside, actor, account) => isAdvisedBy(parts, inside, actor, account),
    async onConsent(inside, { account, given, organisation }) {
      if (organisation === undefined) return
      if (given) await beginAdvising(inside, { account, organisation, handle: numberOf(ids.token()), since: clock.now() })
      else await endAdvising(inside, account, organisation, clock.now())
    },
    async of(inside, account) {
      const found = []
      for (const { notes: _count, lastNoteAt: _last, account: _own, ...one } of await listAdvised(inside, { account })) {
        found.push({ ...one, notes: await listNotes(inside, { account, organisation: one.organisation }) })
      }
      return found
    },
    async keepHouse() {
      const days = (await parts.rules.find('advice-kept-days', today()))?.value
      if (typeof days !== 'number') return 0
      return actAs(db, { task: 'advising' }, (program) => removeEndedBefore(program, clock.now() - days * dayMs))
    },
    putDemo: (inside) => demoAdvice(parts, inside),
  }
}

/** @throws SignInNeeded */
function selfOf(actor: Actor): string {
  const account = actor.kind === 'account' ? actor.account : ''
  permit(actor, 'advice.list', { kind: 'account', id: '', person: account })
  return account
}

const withoutAccount = ({ account: _account, ...line }: AdvisedLine & { readonly account: string }): AdvisedLine => line

/** Eight digits by chance: more than the numbers of profiles in lists and introductions have, so that none means two people. */
function numberOf(token: string): string {
  return String(10_000_000 + (Buffer.from(token, 'base64url').readUIntBE(0, 6) % 90_000_000))
}
