import type { LoaderFunctionArgs } from 'react-router'
import {
  admissionStates,
  educatorReasons,
  monthsFrom,
  nextStep,
  reasonAfterPlace,
  stepKinds,
  stopReasons,
} from '../../modules/enrolments/index.ts'
import { isPermitted } from '../../modules/permissions/index.ts'
import { NotFound, todayInAmsterdam } from '../../platform/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { enrolmentWords } from '../words/enrolments.ts'
import { doneOf } from './act.ts'

async function opened({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const url = pageUrl(request)
  return { site, actor, url, language: languageOfPath(url.pathname), done: doneOf(url) }
}

/** Months to wish for. */
const monthsShown = 12

/** The actor's own, with who gives it. */
export async function loadOwn(args: LoaderFunctionArgs) {
  const { site, actor, language } = await opened(args)
  const all = await site.modules.enrolments.mine(actor)
  const names = await namesOf(
    site,
    all.map(({ organisation }) => organisation),
  )
  const line = (one: (typeof all)[number]) => ({
    id: one.id,
    about: enrolmentWords[language].about(
      one.programmeTitle[language],
      names.get(one.organisation) ?? enrolmentWords[language].gone,
    ),
    startsOn: one.startsOn,
    wishedMonth: one.wishedMonth,
    state: one.state,
    isQuiet: one.isQuiet,
    ...(one.heldUntil === undefined ? {} : { heldUntil: one.heldUntil }),
  })
  return {
    open: all.filter(({ endedAt }) => endedAt === undefined).map(line),
    ended: all.filter(({ endedAt }) => endedAt !== undefined).map(line),
  }
}

async function namesOf(site: SiteContext, organisations: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await site.modules.organisations.findMany([...new Set(organisations)])
  return new Map(found.map(({ id, name }) => [id, name]))
}

/** Before somebody applies: the start, what they go through, and what they can show. */
export async function loadApplying(args: LoaderFunctionArgs) {
  const { site, actor, url, language } = await opened(args)
  const [offering, startsOn] = [url.searchParams.get('offering') ?? '', url.searchParams.get('start') ?? '']
  const { offered, open, admission } = await site.modules.enrolments.beforeApplying(actor, { offering, startsOn })
  const [account, organisation, { catalogue }] = await Promise.all([
    site.modules.accounts.find(actor),
    site.modules.organisations.find(offered.organisation ?? ''),
    site.modules.residents.current(),
  ])
  return {
    ...{ offering, startsOn, open, admission },
    months: startsOn === '' ? monthsFrom(todayInAmsterdam(site.clock.now()), monthsShown) : [],
    programme: { id: offered.programme, title: offered.title[language] },
    organisation: organisation?.name ?? enrolmentWords[language].gone,
    ...(offered.placeName === undefined ? {} : { placeName: offered.placeName }),
    isOnline: offered.isOnline,
    email: account.email,
    name: account.name ?? '',
    asks: offered.prerequisites.map(({ skill }) => catalogue.label(skill, language)),
  }
}

/** One enrolment, for the person or for the educator. */
export async function loadEnrolment(args: LoaderFunctionArgs) {
  const { site, actor, language, done } = await opened(args)
  const view = await site.modules.enrolments.get(actor, args.params.enrolment ?? '')
  const { enrolment, side } = view
  const isInAdmission = admissionStates.includes(enrolment.state)
  const next = nextStep(view.steps.map(({ outcome }) => outcome ?? 'open'))
  const [organisation, { catalogue }] = await Promise.all([
    site.modules.organisations.find(enrolment.organisation),
    site.modules.residents.current(),
  ])
  return {
    view,
    done,
    title: enrolment.programmeTitle[language],
    organisation: organisation?.name ?? enrolmentWords[language].gone,
    // Lists of the modules go along as data: what is imported by a page goes to browsers whole.
    reasons: {
      stop: stopReasons.filter((reason) => side === 'educator' || reason !== 'notComing'),
      decline: enrolment.state === 'enrolled' ? [reasonAfterPlace] : educatorReasons,
    },
    isInAdmission,
    nextStep: isInAdmission && next !== undefined ? view.steps[next]?.number : undefined,
    skills: enrolment.skills?.map(({ skill, has }) => ({ skill, has, label: catalogue.label(skill, language) })),
    mayBadge:
      side === 'educator' &&
      enrolment.state === 'completed' &&
      isPermitted(actor, 'badge.issue', {
        kind: 'organisation',
        id: enrolment.organisation,
        organisation: enrolment.organisation,
      }),
    asksOnce: side === 'person' && (await site.modules.outcomes.isToBeAsked(actor, enrolment.id)),
    ...(side === 'person' ? { ownEmail: (await site.modules.accounts.find(actor)).email } : {}),
  }
}

/** A start with its people, for members of its educator. Somebody else gets no such page. @throws NotFound */
export async function loadStart(args: LoaderFunctionArgs) {
  const { site, actor, language, done } = await opened(args)
  const { organisation: id = '', offering = '', start: startsOn = '' } = args.params
  const organisation = (await site.modules.organisations.mine(actor)).find((one) => one.id === id)
  if (!organisation) throw new NotFound('organisation', id)
  const view = await site.modules.enrolments.getStart(actor, { organisation: id, offering, startsOn })
  const appliedOn = Object.fromEntries(view.people.map((one) => [one.id, todayInAmsterdam(one.appliedAt)]))
  return { view, done, organisation, title: view.title[language], kinds: stepKinds, appliedOn }
}
