import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Cells } from './picture.ts'
import type { Offer, RiskCase, Seat } from './risk-case.ts'

const time = (milliseconds: number): string => new Date(milliseconds).toISOString()

interface CaseRow extends Record<string, unknown> {
  readonly id: string
  readonly organisation: string
  readonly title: string
  readonly opened_at: Date
  readonly asked: number
  readonly ends_on: string
  readonly closed_at: Date | null
}

const columns = 'id, organisation, title, opened_at, asked, ends_on::text as ends_on, closed_at'

const toCase = (row: CaseRow): RiskCase => ({
  id: row.id,
  organisation: row.organisation,
  title: row.title,
  openedAt: row.opened_at.getTime(),
  asked: row.asked,
  endsOn: row.ends_on,
  ...(row.closed_at === null ? {} : { closedAt: row.closed_at.getTime() }),
})

/** As far as the actor's database shows it. `lock`: nobody else changes it in the meantime. */
export async function findCase(inside: ActingDatabase, id: string, lock = false): Promise<RiskCase | undefined> {
  const [row] = await inside.query<CaseRow>(`select ${columns} from risk_case where id = $1 ${lock ? 'for update' : ''}`, [id])
  return row && toCase(row)
}

/** All that the actor's database shows, the newest first. */
export async function listCases(inside: ActingDatabase): Promise<RiskCase[]> {
  return (await inside.query<CaseRow>(`select ${columns} from risk_case order by opened_at desc, id desc`)).map(toCase)
}

/** Of these columns of it a task reads all: open ones. */
export async function listOpenCases(program: ActingDatabase): Promise<RiskCase[]> {
  return (await program.query<CaseRow>(`select ${columns} from risk_case where closed_at is null order by id`)).map(toCase)
}

export async function addCase(program: ActingDatabase, one: Omit<RiskCase, 'asked'>, countsFrom: number): Promise<void> {
  await program.query(
    'insert into risk_case (id, organisation, title, opened_at, ends_on) values ($1, $2, $3, $4::timestamptz, $5::date)',
    [one.id, one.organisation, one.title, time(one.openedAt), one.endsOn],
  )
  await program.query('insert into risk_case_hidden (case_id, counts_from) values ($1, $2)', [one.id, countsFrom])
}

/** Those of these ids, organisations or past their last day that are open. How many. */
export async function closeCases(
  program: ActingDatabase,
  which: { readonly id: string } | { readonly organisation: string } | { readonly endedBefore: DateText },
  at: number,
): Promise<number> {
  const [where, value] =
    'id' in which
      ? ['id = $1', which.id]
      : 'organisation' in which
        ? ['organisation = $1', which.organisation]
        : ['ends_on < $1::date', which.endedBefore]
  const rows = await program.query(
    `update risk_case set closed_at = $2::timestamptz where ${where} and closed_at is null returning id`,
    [value, time(at)],
  )
  return rows.length
}

/** All of it goes: circle, invitations, who took part, pictures. How many. */
export async function removeClosedBefore(program: ActingDatabase, before: number): Promise<number> {
  return (await program.query('delete from risk_case where closed_at < $1::timestamptz returning id', [time(before)])).length
}

interface SeatRow extends Record<string, unknown> {
  readonly id: string
  readonly account: string
  readonly organisation: string
  readonly is_lead: boolean
}

const toSeat = ({ id, account, organisation, is_lead }: SeatRow): Seat => ({ id, account, organisation, isLead: is_lead })

/** The actor's own, as long as they are a member of the organisation for which they sit. */
export async function findOwnSeat(inside: ActingDatabase, caseId: string, account: string): Promise<Seat | undefined> {
  const [row] = await inside.query<SeatRow>(
    `select id, account, organisation, is_lead from risk_case_seat
      where case_id = $1 and account = $2 and organisation = any(acting_organisations())`,
    [caseId, account],
  )
  return row && toSeat(row)
}

/** Cases in whose circle the actor is. */
export async function listOwnSeats(inside: ActingDatabase, account: string): Promise<string[]> {
  const rows = await inside.query<{ case_id: string }>(
    'select case_id from risk_case_seat where account = $1 and organisation = any(acting_organisations())',
    [account],
  )
  return rows.map(({ case_id }) => case_id)
}

/** With how each wants to be called; leads first. */
export async function listSeats(program: ActingDatabase, caseId: string): Promise<(Seat & { readonly name?: string })[]> {
  const rows = await program.query<SeatRow & { name: string | null }>(
    `select s.id, s.account, s.organisation, s.is_lead, a.name from risk_case_seat s join account a on a.id = s.account
      where s.case_id = $1 order by s.is_lead desc, s.since, s.id`,
    [caseId],
  )
  return rows.map((row) => ({ ...toSeat(row), ...(row.name === null ? {} : { name: row.name }) }))
}

/** Nothing where they sit in it already. */
export async function addSeat(program: ActingDatabase, caseId: string, seat: Seat, at: number): Promise<void> {
  await program.query(
    `insert into risk_case_seat (id, case_id, account, organisation, is_lead, since) values ($1, $2, $3, $4, $5, $6::timestamptz)
     on conflict (case_id, account) do nothing`,
    [seat.id, caseId, seat.account, seat.organisation, seat.isLead, time(at)],
  )
}

export async function removeSeat(program: ActingDatabase, caseId: string, seat: string): Promise<void> {
  await program.query('delete from risk_case_seat where case_id = $1 and id = $2', [caseId, seat])
}

/** A member of an open organisation by the folded address of their account: with several organisations, the first by name. */
export async function findMember(
  program: ActingDatabase,
  email: string,
): Promise<{ readonly account: string; readonly organisation: string } | undefined> {
  const [row] = await program.query<{ account: string; organisation: string }>(
    `select m.account, m.organisation from member m join account a on a.id = m.account join organisation o on o.id = m.organisation
      where a.email_folded = $1 and o.closed_at is null order by o.name, o.id limit 1`,
    [email],
  )
  return row
}

export async function listOffers(inside: ActingDatabase, caseId: string): Promise<Offer[]> {
  return inside.query<Offer & Record<string, unknown>>(
    'select kind, target, organisation from risk_case_offer where case_id = $1 order by kind desc, added_at, target',
    [caseId],
  )
}

export async function addOffer(program: ActingDatabase, caseId: string, offer: Offer, at: number): Promise<void> {
  await program.query(
    `insert into risk_case_offer (case_id, kind, target, organisation, added_at) values ($1, $2, $3, $4, $5::timestamptz)
     on conflict (case_id, kind, target) do nothing`,
    [caseId, offer.kind, offer.target, offer.organisation, time(at)],
  )
}

export async function removeOffer(program: ActingDatabase, caseId: string, offer: Pick<Offer, 'kind' | 'target'>): Promise<void> {
  await program.query('delete from risk_case_offer where case_id = $1 and kind = $2 and target = $3', [
    caseId,
    offer.kind,
    offer.target,
  ])
}

/** @returns whether this address was not written to before */
export async function addInvitation(program: ActingDatabase, caseId: string, hash: string, on: DateText): Promise<boolean> {
  const rows = await program.query(
    `insert into risk_case_invitation (case_id, address_hash, sent_on) values ($1, $2, $3::date)
     on conflict (case_id, address_hash) do nothing returning case_id`,
    [caseId, hash, on],
  )
  return rows.length > 0
}

/** So many addresses more were given. How many in all. */
export async function addAsked(program: ActingDatabase, caseId: string, more: number): Promise<number> {
  const [row] = await program.query<{ asked: number }>('update risk_case set asked = asked + $2 where id = $1 returning asked', [
    caseId,
    more,
  ])
  return row?.asked ?? 0
}

export interface Picture {
  readonly madeOn: DateText
  readonly cells: Cells
}

/** In the order in which they were made. */
export async function listPictures(inside: ActingDatabase, caseId: string): Promise<Picture[]> {
  const rows = await inside.query<{ made_on: string; cells: Cells }>(
    'select made_on::text as made_on, cells from risk_case_picture where case_id = $1 order by number',
    [caseId],
  )
  return rows.map(({ made_on, cells }) => ({ madeOn: made_on, cells }))
}

/** Vacancies of other employers in the demo world. */
export async function listDemoVacancies(program: ActingDatabase, most: number): Promise<string[]> {
  const rows = await program.query<{ id: string }>(
    `select id from vacancy where demo and state = 'published' and organisation is null order by id limit $1`,
    [most],
  )
  return rows.map(({ id }) => id)
}
