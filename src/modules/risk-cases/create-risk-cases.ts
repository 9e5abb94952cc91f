import { type ActingDatabase, actAs, Invalid, NotFound } from '../../platform/index.ts'
import { foldEmail } from '../accounts/index.ts'
import { actingAs, permit } from '../permissions/index.ts'
import {
  addOffer,
  addSeat,
  closeCases,
  findCase,
  findMember,
  listCases,
  listOffers,
  listOwnSeats,
  listPictures,
  listSeats,
  removeClosedBefore,
  removeOffer,
  removeSeat,
} from './case-store.ts'
import { putDemoCase } from './demo.ts'
import { invitePeople } from './invite.ts'
import { makeDuePictures } from './make-pictures.ts'
import { openCase } from './open-case.ts'
import { addParticipation, removeParticipation } from './participation-store.ts'
import { CaseRefused } from './refused.ts'
import type { OfferKind, RiskCase } from './risk-case.ts'
import type { RiskCases } from './risk-cases.ts'
import { circleNames, namesOf, showCircle, showOffers, showPicture } from './show.ts'
import { takePart } from './take-part.ts'
import { asProgram, caseOfCode, findTerm, isOpen, type RiskCasesParts, todayOf, withCircle, withOpenCircle } from './work.ts'

const dayMs = 86_400_000
/** Plans to more of them are slow, and nobody reads them. */
const mostOffers = 60

export function createRiskCases(parts: RiskCasesParts): RiskCases {
  const { db, clock, ids } = parts
  const task = { task: 'risk-cases' } as const

  /** What a link opens: a case that is open. @throws NotFound, without the code */
  const invitedTo = async (code: string): Promise<RiskCase> => {
    const id = caseOfCode(parts, code)
    const one = id === undefined ? undefined : await actAs(db, task, (program) => findCase(program, id))
    if (!one || !isOpen(parts, one)) throw new NotFound('case', '')
    return one
  }

  return {
    async mine(actor) {
      const account = actor.kind === 'account' ? actor.account : ''
      permit(actor, 'case.list', { kind: 'account', id: '', person: account })
      return actAs(db, actingAs(actor), async (inside) => {
        const cases = await listCases(inside)
        const seats = new Set(await listOwnSeats(inside, account))
        const names = await namesOf(
          parts,
          inside,
          cases.map(({ organisation }) => organisation),
        )
        return cases.map((one) => ({
          ...one,
          organisationName: names.get(one.organisation) ?? '',
          as: seats.has(one.id) ? ('circle' as const) : ('taking' as const),
        }))
      })
    },
    open: (actor, asked) => openCase(parts, actor, asked),
    async look(actor, id, language) {
      const read = await withCircle(parts, actor, 'case.read', id, async ({ inside, one, seat }) => ({
        one,
        organisationName: (await namesOf(parts, inside, [one.organisation])).get(one.organisation) ?? '',
        isLead: seat.isLead,
        circle: await showCircle(parts, inside, one, seat),
        offers: await listOffers(inside, id),
        pictures: await listPictures(inside, id),
      }))
      const { one, organisationName, isLead, circle, offers, pictures } = read
      return {
        ...one,
        ...{ as: 'circle', organisationName, isLead, circle },
        offers: await showOffers(parts, offers, { language, today: todayOf(parts) }),
        picture: await showPicture(parts, pictures, language),
      }
    },
    seat: (actor, id, email) =>
      withOpenCircle(parts, actor, 'case.change', id, async ({ inside }) => {
        const folded = foldEmail(email)
        await asProgram(inside, async (program) => {
          const member = folded === undefined ? undefined : await findMember(program, folded)
          // The same for an address that nobody has: who has an account is not told.
          if (!member) throw new Invalid('email', 'There is no member of an organisation with this address.')
          await addSeat(program, id, { id: ids.next(), ...member, isLead: false }, clock.now())
        })
      }),
    unseat: (actor, id, seat) => withCircle(parts, actor, 'case.change', id, ({ inside }) => leaveSeat(inside, id, seat)),
    leaveCircle: (actor, id) => withCircle(parts, actor, 'case.read', id, ({ inside, seat }) => leaveSeat(inside, id, seat.id)),
    async putOn(actor, id, { kind, target }) {
      // Who may not is told so first; what is public is asked outside a transaction.
      await withOpenCircle(parts, actor, 'case.offer', id, async () => {})
      if (!(await isThere(parts, kind, target))) throw new Invalid('target', 'There is no such vacancy or course that is open.')
      await withOpenCircle(parts, actor, 'case.offer', id, ({ inside, seat }) =>
        asProgram(inside, async (program) => {
          if ((await listOffers(program, id)).length >= mostOffers) {
            throw new Invalid('target', `A case has at most ${mostOffers} vacancies and courses. Take one off first.`)
          }
          await addOffer(program, id, { kind, target, organisation: seat.organisation }, clock.now())
        }),
      )
    },
    takeOff: (actor, id, offer) =>
      withOpenCircle(parts, actor, 'case.offer', id, ({ inside }) =>
        asProgram(inside, (program) => removeOffer(program, id, offer)),
      ),
    invite: (actor, id, asked) => invitePeople(parts, actor, id, asked),
    close: (actor, id) =>
      withCircle(parts, actor, 'case.change', id, async ({ inside }) => {
        await asProgram(inside, (program) => closeCases(program, { id }, clock.now()))
      }),

    async openInvitation(code) {
      const one = await invitedTo(code)
      return actAs(db, task, async (program) => ({
        title: one.title,
        organisationName: (await namesOf(parts, program, [one.organisation])).get(one.organisation) ?? '',
        circle: await circleNames(parts, program, one.id),
        endsOn: one.endsOn,
      }))
    },
    async join(actor, code) {
      const account = actor.kind === 'account' ? actor.account : ''
      permit(actor, 'case.join', { kind: 'case', id: '', person: account })
      const { id } = await invitedTo(code)
      await actAs(db, task, (program) => addParticipation(program, id, account, todayOf(parts)))
      return id
    },
    // Also of one that is not there: whether it was, is nobody's business.
    async leave(actor, id) {
      const account = actor.kind === 'account' ? actor.account : ''
      permit(actor, 'case.join', { kind: 'case', id: '', person: account })
      await actAs(db, actingAs(actor), (inside) => removeParticipation(inside, id, account))
    },
    take: (actor, id, asked) => takePart(parts, actor, id, asked),

    makePictures: () => makeDuePictures(parts),
    async keepHouse() {
      const days = await findTerm(parts, 'case-kept-days')
      return actAs(db, task, async (program) => {
        await closeCases(program, { endedBefore: todayOf(parts) }, clock.now())
        return days === undefined ? 0 : removeClosedBefore(program, clock.now() - days * dayMs)
      })
    },
    async organisationCloses(inside, organisation) {
      await closeCases(inside, { organisation }, clock.now())
    },
    putDemo: (inside) => putDemoCase(parts, inside),
  }
}

/** Two leads who leave at once follow each other, so that one stays. @throws CaseRefused `lastLead` */
function leaveSeat(inside: ActingDatabase, id: string, seat: string): Promise<void> {
  return asProgram(inside, async (program) => {
    await findCase(program, id, true)
    const leads = (await listSeats(program, id)).filter(({ isLead }) => isLead)
    if (leads.length === 1 && leads[0]?.id === seat) throw new CaseRefused('lastLead')
    await removeSeat(program, id, seat)
  })
}

async function isThere(parts: RiskCasesParts, kind: OfferKind, target: string): Promise<boolean> {
  if (kind === 'vacancy') return (await parts.vacancies.publishedOf([target])).length > 0
  return (await parts.trainings.ofIds({ offerings: [target] })).offerings.length > 0
}
