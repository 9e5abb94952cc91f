import { data, redirect } from 'react-router'
import type { VacancyRecord } from '../../modules/vacancies/index.ts'
import { actorOf, signInFirst, signInPath } from '../actor.ts'
import type { AskWrong, Meeting } from '../components/ask-to-meet/ask-to-meet.tsx'
import type { SiteContext } from '../context.ts'
import { isEmptyProfile } from '../draft.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { wrongOf } from './act.ts'

/** How often the organisation of a vacancy answers, and what who looks can do; undefined where it is not of an organisation here. */
export async function meetingOf(site: SiteContext, request: Request, record: VacancyRecord): Promise<Meeting | undefined> {
  const { introductions, organisations } = site.modules
  if (record.organisation === undefined) return undefined
  const organisation = await organisations.find(record.organisation)
  if (!organisation || organisation.closed) return undefined
  const [vacancyRate, organisationRate, pause, what] = await Promise.all([
    introductions.replyRate({ vacancy: record.id }),
    introductions.replyRate({ organisation: organisation.id }),
    record.state === 'paused' ? introductions.pauseOf(record.id) : undefined,
    whatCan(site, request, record),
  ])
  return {
    organisation: { id: organisation.id, name: organisation.name },
    vacancyRate,
    organisationRate,
    ...(record.state === 'paused' ? { still: pause ?? 'paused' } : {}),
    ...what,
    signIn: signInPath(request),
  }
}

async function whatCan(site: SiteContext, request: Request, record: VacancyRecord): Promise<Pick<Meeting, 'can' | 'running'>> {
  const actor = await actorOf(site, request)
  if (actor.kind !== 'account') return { can: record.state === 'published' ? 'signIn' : 'none' }
  const [running] = await site.modules.introductions.list(actor, { vacancy: record.id, open: true }, 1)
  if (running) return { can: 'running', running: running.id }
  if (record.state !== 'published') return { can: 'none' }
  if (actor.memberships.some(({ organisation }) => organisation === record.organisation)) return { can: 'member' }
  const profile = await site.modules.accounts.profileOf(actor)
  return { can: !profile || isEmptyProfile(profile) ? 'profile' : 'ask' }
}

/** Asks to meet, and goes to the introduction. */
export async function askToMeet({
  site,
  request,
  form,
  vacancy,
}: {
  readonly site: SiteContext
  readonly request: Request
  readonly form: FormData
  readonly vacancy: string
}) {
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const language = languageOfPath(pageUrl(request).pathname)
  try {
    const introduction = await site.modules.introductions.propose(actor, { vacancy, message: String(form.get('message') ?? '') })
    return redirect(`${pathTo('introduction', language, { introduction })}?done=asked`)
  } catch (error) {
    const wrong = wrongOf(error)
    const why = (wrong?.notNow ?? wrong?.field) as AskWrong | undefined
    if (why === undefined) throw error
    return data({ wrong: why }, { status: wrong?.notNow ? 409 : 400 })
  }
}
