import { data, type LoaderFunctionArgs } from 'react-router'
import { siteAddresses, termsOn } from '../../modules/introductions/index.ts'
import { todayInAmsterdam, workingDaysUntil } from '../../platform/index.ts'
import type { QueueLine } from '../components/desk-queue/desk-queue.tsx'
import type { DeskLine } from '../components/desk-table/desk-table.tsx'
import type { SiteContext } from '../context.ts'
import { openOrganisation } from '../organisation/org-loader.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { mayOn } from './may-on.ts'
import { reachOf } from './reach.ts'

/** So many vacancies are counted on one page: each is a question about everybody. */
const mostCounted = 12

/** What waits for an answer first, then the vacancies. */
export async function deskLoader(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation, done } = await openOrganisation(args)
  const language = languageOfPath(pageUrl(args.request).pathname)
  const { introductions, vacancyDesk, rules } = site.modules
  const [maySee, mayWrite] = [mayOn(actor, 'vacancy.list', id), mayOn(actor, 'vacancy.write', id)]
  const today = todayInAmsterdam(site.clock.now())
  const terms = await termsOn(rules, today)
  const waiting = mayOn(actor, 'introduction.read', id) ? await introductions.list(actor, { organisation: id, open: true }) : []
  const queue = waiting
    .filter(({ waitsFor }) => waitsFor === 'organisation')
    .map(
      (one): QueueLine => ({
        ...{ id: one.id, handle: one.handle, vacancyTitle: one.vacancyTitle, isNew: one.state === 'proposed' },
        ...(one.askedOn === undefined ? {} : { askedOn: one.askedOn }),
        left: one.dueOn === undefined ? terms.replyWorkingDays : workingDaysUntil(today, one.dueOn, terms.holidays),
        of: terms.replyWorkingDays,
        href: siteAddresses.introduction(one.id, language),
      }),
    )
  const desk = maySee ? await vacancyDesk.list(actor, id) : []
  return data(
    {
      organisation,
      mayWrite,
      maySee,
      mayAnswer: mayOn(actor, 'introduction.read', id),
      queue,
      replyDays: terms.replyWorkingDays,
      rate: await introductions.replyRate({ organisation: id }),
      ...(await linesOf(site, desk, language, args.request.signal)),
      done,
    },
    { headers: { 'cache-control': 'no-store' } },
  )
}

type Desk = Awaited<ReturnType<SiteContext['modules']['vacancyDesk']['list']>>

async function linesOf(
  site: SiteContext,
  desk: Desk,
  language: 'nl' | 'en',
  signal: AbortSignal,
): Promise<{ readonly lines: readonly DeskLine[]; readonly leastPool: number | undefined }> {
  const isCounted = (state: string): boolean => state === 'published' || state === 'paused' || state === 'draft'
  const counted = new Set(desk.filter(({ record }) => isCounted(record.state)).slice(0, mostCounted))
  let leastPool: number | undefined
  const lines = await Promise.all(
    desk.map(async (one): Promise<DeskLine> => {
      const { id, title, state, closesOn, language: written } = one.record
      const [rate, reach] = await Promise.all([
        site.modules.introductions.replyRate({ vacancy: id }),
        counted.has(one) ? reachOf(site, one.record, language, signal) : undefined,
      ])
      if (reach && !reach.counts) leastPool = reach.leastPool
      const [course] = (reach?.counts?.trainings ?? []).toSorted((a, b) => (b.brings[1] ?? 0) - (a.brings[1] ?? 0))
      return {
        ...{ id, title, state, language: written, against: one.against, rate },
        ...(closesOn === undefined ? {} : { closesOn }),
        ...(one.pause ? { silent: one.pause.waiting } : {}),
        ...(reach ? { reach: { now: reach.counts?.now, course: course?.brings } } : {}),
      }
    }),
  )
  return { lines, leastPool }
}
