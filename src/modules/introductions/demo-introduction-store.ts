import type { ActingDatabase, DateText } from '../../platform/index.ts'
import { addReplyRecord, markAnswered, type ReplyRecord } from './reply-store.ts'

export interface DemoVacancy {
  readonly id: string
  readonly title: string
  readonly organisation: string
}

/** Open vacancies on the desks of demo organisations, the newest of each first. */
export async function listDemoVacancies(inside: ActingDatabase): Promise<DemoVacancy[]> {
  return inside.query<DemoVacancy & Record<string, unknown>>(
    `select id, title, organisation from vacancy where demo and state = 'published' and organisation in (select id from organisation where demo)
      order by organisation, published_on desc, id`,
  )
}

/** A question of the past and its answer, without a person. */
export async function addPastReply(inside: ActingDatabase, one: ReplyRecord, answeredOn: DateText | undefined): Promise<void> {
  await addReplyRecord(inside, one)
  if (answeredOn !== undefined) await markAnswered(inside, one.id, answeredOn)
}

export async function markDemoRead(inside: ActingDatabase, id: string, at: number): Promise<void> {
  await inside.query('update introduction set read_at = $2::timestamptz where id = $1', [id, new Date(at).toISOString()])
}
