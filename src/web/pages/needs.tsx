import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import type { Need, NeedRelease } from '../../modules/needs/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { Alert } from '../components/alert/alert.tsx'
import { NeedsForm } from '../components/needs-form/needs-form.tsx'
import { ReleaseForm } from '../components/needs-form/release-form.tsx'
import { ReleaseList, type ShownRelease } from '../components/needs-form/release-list.tsx'
import { type SiteContext, siteContext } from '../context.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { needsWords } from '../words/needs.ts'
import { useLanguage } from '../words/use-words.ts'

const doneOf = ['saved', 'released', 'withdrawn'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const { needs } = site.modules
  const url = pageUrl(request)
  const language = languageOfPath(url.pathname)
  const [mine, releases, days, organisation] = await Promise.all([
    needs.read(actor),
    needs.releases(actor),
    needs.releaseDays(),
    findOrganisation(site, url.searchParams.get('organisation')),
  ])
  const named = (need: Need) => ({ id: need.id, label: need[language] })
  const all = needs.groups.flatMap((group) => group.needs)
  const labels = (ids: readonly string[]) => all.filter(({ id }) => ids.includes(id)).map((need) => need[language])
  const chosen = 'ids' in mine ? mine.ids : []
  return {
    problem: 'problem' in mine ? mine.problem : undefined,
    groups: needs.groups.map(({ id, title, needs: some }) => ({ id, title: title[language], needs: some.map(named) })),
    chosen,
    toShow: all.filter(({ id }) => chosen.includes(id)).map(named),
    releases: releases.map((release) => shown(release, labels)),
    days,
    organisation,
    introduction: url.searchParams.get('introduction') ?? undefined,
    done: doneOf.find((one) => url.searchParams.get('done') === one),
  }
}

function shown(
  { id, organisation, introduction, until, needs }: NeedRelease,
  labels: (ids: readonly string[]) => string[],
): ShownRelease {
  return {
    id,
    organisation: organisation.name,
    isForIntroduction: introduction !== undefined,
    until,
    needs: 'ids' in needs ? labels(needs.ids) : undefined,
  }
}

/** Whom it can be shown to, as a link of an introduction or an organisation says it. */
async function findOrganisation({ modules }: SiteContext, id: string | null) {
  const found = id ? await modules.organisations.find(id) : undefined
  return found && !found.closed ? { id: found.id, name: found.name } : undefined
}

interface Asked {
  readonly site: SiteContext
  readonly request: Request
  readonly form: FormData
  readonly language: Language
}

interface Refused {
  readonly wrong: 'ids' | 'until'
}

const done = (language: Language, what: (typeof doneOf)[number]): Response =>
  redirect(`${pathTo('needs', language)}?done=${what}`)
const chosenIn = (form: FormData): string[] => form.getAll('need').map(String)

/** What each button does. What was chosen stands in the form only, never in an address. */
export const intents: Readonly<Record<string, (asked: Asked) => Promise<Response | ReturnType<typeof data<Refused>>>>> = {
  async set({ site, request, form, language }) {
    await site.modules.needs.set(await actorOf(site, request), chosenIn(form))
    return done(language, 'saved')
  },

  async release({ site, request, form, language }) {
    const introduction = form.get('introduction')
    try {
      await site.modules.needs.release(await actorOf(site, request), {
        organisation: String(form.get('organisation')),
        ...(introduction === null ? {} : { introduction: String(introduction) }),
        until: String(form.get('until')),
        ids: chosenIn(form),
      })
    } catch (error) {
      if (!isNamed(error, 'Invalid')) throw error
      return data({ wrong: (error as Error & { where: Refused['wrong'] }).where }, { status: 400 })
    }
    return done(language, 'released')
  },

  async withdraw({ site, request, form, language }) {
    await site.modules.needs.withdraw(await actorOf(site, request), String(form.get('release')))
    return done(language, 'withdrawn')
  },
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const intent = String(form.get('intent'))
  const act = Object.hasOwn(intents, intent) ? intents[intent] : undefined
  if (!act) throw data('This form is not known.', { status: 400 })
  return act({ site: context.get(siteContext), request, form, language: languageOfPath(pageUrl(request).pathname) })
}

export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  needsWords,
  (words) => words.title,
  (words) => words.description,
)

export default function NeedsPage() {
  const {
    problem,
    groups,
    chosen,
    toShow,
    releases,
    days,
    organisation,
    introduction,
    done: what,
  } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | undefined
  const words = needsWords[useLanguage()]
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="stack-6">
        {what && !refused ? <Alert kind="ok" title={words[what]} isNew /> : null}
        <Alert kind="info" title={words.safeTitle}>
          {words.safe.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Alert>
        {problem ? (
          <Alert kind="error" title={words.problemTitle} isNew>
            <p>{words.problem[problem]}</p>
          </Alert>
        ) : (
          <section aria-labelledby="choose">
            <h2 id="choose" className="h3">
              {words.choose}
            </h2>
            <div className="mt4">
              <NeedsForm groups={groups} chosen={chosen} />
            </div>
          </section>
        )}
        {organisation && !problem ? (
          <ReleaseForm
            organisation={organisation}
            introduction={introduction}
            needs={toShow}
            days={days}
            wrong={refused?.wrong}
          />
        ) : null}
        <ReleaseList releases={releases} />
      </div>
    </div>
  )
}
