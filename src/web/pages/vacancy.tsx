import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  type MetaDescriptor,
  useActionData,
  useLoaderData,
} from 'react-router'
import type { WhyNotView } from '../../modules/planning/index.ts'
import { toJobPosting, type VacancyRecord } from '../../modules/vacancies/index.ts'
import { readQuestion } from '../asked.ts'
import { Alert } from '../components/alert/alert.tsx'
import { AskToMeet, type AskWrong, StandsStill } from '../components/ask-to-meet/ask-to-meet.tsx'
import { ClosedVacancy } from '../components/closed-vacancy/closed-vacancy.tsx'
import { FactsBand, Unknown } from '../components/facts-band/facts-band.tsx'
import { tallyGates } from '../components/gates/tally.ts'
import { Icon } from '../components/icon/icon.tsx'
import { PoolEffect } from '../components/pool-effect/pool-effect.tsx'
import { SkillTable } from '../components/skill-table/skill-table.tsx'
import { VacancyTerms } from '../components/vacancy-terms/vacancy-terms.tsx'
import { siteContext } from '../context.ts'
import { EndingEvidence } from '../credentials/ending-evidence.tsx'
import { evidenceDays } from '../credentials/evidence-ends.ts'
import { isEmptyProfile } from '../draft.ts'
import { askToMeet, meetingOf } from '../introduction/meeting.ts'
import { pathTo } from '../paths.ts'
import { likeVacancies } from '../search/like-vacancies.ts'
import { lostPage } from '../search/near-pages.ts'
import { pageMeta, shortened } from '../shell/page-meta.ts'
import { summaryOf } from '../vacancy-summary.ts'
import { centsText, dateText, euroText } from '../words/format.ts'
import { fundingWords } from '../words/funding.ts'
import { poolEffectWords } from '../words/pool-effect.ts'
import { skillWords } from '../words/skills.ts'
import { useLanguage } from '../words/use-words.ts'
import { vacanciesWords } from '../words/vacancies.ts'
import { vacancyWords } from '../words/vacancy.ts'

/** So long the page waits for counts of people: all else on it needs no engine, and must not be held up when much is asked. */
const patienceMs = 3_000

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const { modules } = site
  const question = await readQuestion(site, request)
  const { language, trial, url } = question
  const record = await modules.vacancies.find(params.vacancy ?? '')
  if (!record) throw await lostPage(site, request)
  const catalogue = await modules.skills.catalogue()
  const nameOf = (id: string): string => catalogue.label(id, language)
  const isEmpty = isEmptyProfile(trial.profile)
  const isOpen = record.state === 'published'
  // A vacancy that was published after the index was built has no answer yet; and without these two the page is still worth showing.
  const [fit, poolEffect] = await Promise.all([
    isOpen && !isEmpty ? modules.planning.whyNot(question.asked, record.id).catch(() => undefined) : undefined,
    isOpen
      ? modules.poolEffects
          .effect({ vacancy: record.id, language, signal: AbortSignal.any([request.signal, AbortSignal.timeout(patienceMs)]) })
          .catch(() => undefined)
      : undefined,
  ])
  const loaded = {
    record,
    // What was withdrawn is not shown any more; what closed is, for who had it open.
    isWithdrawn: record.state === 'withdrawn',
    like: isOpen ? undefined : await likeVacancies(site, record, catalogue, language),
    summary: fit?.vacancy ?? summaryOf(record, catalogue, (code) => modules.regions.find(code)?.name, language),
    labels: record.requirements.map(({ skill }) => nameOf(skill)),
    fit,
    poolEffect,
    isOpen,
    isEmpty,
    days: await evidenceDays(site, request),
    meeting: await meetingOf(site, request, record),
    // Pages of a demo ask search engines to stay away, so nothing invented is listed as a job.
    jobPosting: isOpen
      ? { url: `${site.origin}${url.pathname}`, ...toJobPosting(record, { skill: nameOf, occupation: nameOf }) }
      : undefined,
  }
  return data(loaded, { status: loaded.isWithdrawn ? 410 : 200 })
}

/** What its one button does. */
export const intents = { ask: askToMeet }

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await request.formData()
  if (form.get('intent') !== 'ask') throw data('This form is not known.', { status: 400 })
  return intents.ask({ site: context.get(siteContext), request, form, vacancy: params.vacancy ?? '' })
}

type Loaded = Awaited<ReturnType<typeof loader>>['data']

const titles = pageMeta<(typeof vacancyWords)['nl'], Loaded>(
  vacancyWords,
  (words, loaded) => (loaded ? `${loaded.record.title}, ${loaded.record.employer}` : words.all),
  (words, loaded) => {
    if (!loaded) return undefined
    const { record, isWithdrawn } = loaded
    return isWithdrawn ? words.withdrawnTitle : shortened(`${words.at(record.employer, record.placeName)}. ${record.description}`)
  },
)

export function meta(given: Parameters<typeof titles>[0]): MetaDescriptor[] {
  const { jobPosting, isOpen } = (given.loaderData ?? {}) as Partial<Loaded>
  return [
    ...titles(given),
    ...(isOpen === false ? [{ name: 'robots', content: 'noindex' }] : []),
    ...(jobPosting ? [{ 'script:ld+json': jobPosting as never }] : []),
  ]
}

export default function VacancyPage() {
  const loaded = useLoaderData<typeof loader>()
  const { record, isOpen, isWithdrawn, like, meeting } = loaded
  const language = useLanguage()
  const words = vacancyWords[language]
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('vacancies', language)}>
          <Icon name="left" />
          {words.all}
        </Link>
        <p className="eyebrow">
          {words.at(record.employer, record.placeName)}
          {isOpen ? `. ${record.closesOn ? words.openUntil(dateText(record.closesOn, language)) : words.openUnknown}` : null}
        </p>
        <h1 lang={record.language === language ? undefined : record.language}>{record.title}</h1>
      </div>
      {meeting?.still ? <StandsStill still={meeting.still} /> : null}
      {isOpen || meeting?.still ? null : <ClosedVacancy isWithdrawn={isWithdrawn} closesOn={record.closesOn} like={like} />}
      {isWithdrawn ? null : <Doubts record={record} />}
      {isWithdrawn ? null : <Content loaded={loaded} />}
    </div>
  )
}

/** What its text says that a job would not. */
function Doubts({ record }: { readonly record: VacancyRecord }) {
  const words = vacancyWords[useLanguage()]
  if (!record.doubts) return null
  return (
    <div className="mt4">
      <Alert kind="warn" title={words.doubtTitle}>
        {record.doubts.map(({ reason, words: said }) => (
          <p className="small" key={reason}>
            {words.doubts[reason]} {words.doubtWords} <q lang={record.language}>{said}</q>
          </p>
        ))}
        <p className="small">{words.doubtAsk}</p>
      </Alert>
    </div>
  )
}

function Content({ loaded }: { readonly loaded: Loaded }) {
  const wrong = useActionData<typeof action>() as { readonly wrong: AskWrong } | undefined
  const { record, fit, days } = loaded
  const language = useLanguage()
  const words = vacancyWords[language]
  return (
    <>
      <Facts loaded={loaded} />
      <div className="grid g-main mt7">
        <div className="stack-7">
          <section aria-labelledby="sv">
            <h2 id="sv">{fit ? words.skillsYours : words.skills}</h2>
            {fit ? <EndingEvidence skills={fit.skills} days={days} /> : null}
            {fit ? <SkillTable skills={fit.skills} days={days} /> : <Requirements record={record} labels={loaded.labels} />}
          </section>
          <section aria-labelledby="wd">
            <h2 id="wd">{words.work}</h2>
            <p className="prose mt4" lang={record.language === language ? undefined : record.language}>
              {record.description}
            </p>
          </section>
          <section aria-labelledby="tm">
            <h2 id="tm">{words.terms}</h2>
            <VacancyTerms facts={record.facts} />
            <p className="mt4">
              <Link to={pathTo('money', language)}>{fundingWords[language].link.vacancy}</Link>
            </p>
          </section>
          {loaded.isOpen ? (
            <section aria-labelledby="pe">
              <h2 id="pe">{poolEffectWords[language].title}</h2>
              <PoolEffect view={loaded.poolEffect} />
              <p className="mt4">
                <Link rel="nofollow" to={`${pathTo('vacancyCheck', language)}?${new URLSearchParams({ vacancy: record.id })}`}>
                  {words.check}
                </Link>
              </p>
            </section>
          ) : null}
        </div>
        <aside className="stack-5 stick">
          {loaded.meeting ? <AskToMeet meeting={loaded.meeting} wrong={wrong?.wrong} /> : null}
          <FitCard loaded={loaded} />
          {/* Who can ask to meet need not write to the employer elsewhere. */}
          {loaded.meeting && !record.sourceUrl ? (
            <p className="note">{record.demo ? words.demo : words.source(record.source)}</p>
          ) : (
            <section className="card" aria-labelledby="nx">
              <h2 id="nx" className="h3">
                {words.next}
              </h2>
              <p className="small mt4">{words.nextText}</p>
              {record.sourceUrl ? (
                <p>
                  <a className="btn btn-2 full" href={record.sourceUrl} rel="noopener noreferrer">
                    {words.original}
                  </a>
                </p>
              ) : null}
              <p className="note">{record.demo ? words.demo : words.source(record.source)}</p>
            </section>
          )}
        </aside>
      </div>
    </>
  )
}

function Facts({ loaded: { record, summary } }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = vacancyWords[language]
  const { to } = vacanciesWords[language]
  const { facts } = record
  const { wageMonthEuro: wage, wageHourCents: cents, hours } = summary
  return (
    <FactsBand
      facts={[
        {
          name: words.wage,
          value: wage ? (
            `${euroText(wage[0], language)} ${to} ${euroText(wage[1], language)}`
          ) : cents ? (
            words.wageHour(centsText(cents[0], language), centsText(cents[1], language))
          ) : (
            <Unknown>{words.unknown}</Unknown>
          ),
          note: wage && hours ? words.wageNote(String(hours[1])) : words.askEmployer,
        },
        {
          name: words.hours,
          value: hours ? (
            hours[0] === hours[1] ? (
              `${hours[1]}`
            ) : (
              `${hours[0]} ${to} ${hours[1]}`
            )
          ) : (
            <Unknown>{words.unknown}</Unknown>
          ),
          note: hours ? words.hoursNote : words.askEmployer,
        },
        {
          name: words.place,
          value: record.placeName ?? <Unknown>{words.unknown}</Unknown>,
          note: facts.remoteShare === undefined ? words.remoteUnknown : words.remote(facts.remoteShare),
        },
        {
          name: words.start,
          value: facts.startFrom ? dateText(facts.startFrom, language) : <Unknown>{words.unknown}</Unknown>,
          note: facts.startFrom ? undefined : words.startUnknown,
        },
        {
          name: words.contract,
          value: facts.contract ? (words.contracts[facts.contract] ?? facts.contract) : <Unknown>{words.unknown}</Unknown>,
          note: facts.contract ? undefined : words.askEmployer,
        },
      ]}
    />
  )
}

function FitCard({ loaded: { record, fit, isEmpty, isOpen } }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = vacancyWords[language]
  if (!isOpen) return null
  if (!fit) {
    return (
      <section className="card card-ink" aria-labelledby="ft">
        <h2 id="ft" className="h3">
          {words.fitTitle}
        </h2>
        {isEmpty ? (
          <>
            <p className="small mt4">{words.fitEmpty}</p>
            <p>
              <Link className="btn full" to={pathTo('profile', language)}>
                {words.fitEmptyAction}
              </Link>
            </p>
          </>
        ) : null}
      </section>
    )
  }
  const { tag, text } = verdict(fit, words)
  return (
    <section className="card card-ink" aria-labelledby="ft">
      <h2 id="ft" className="h3">
        {words.fitTitle}
      </h2>
      <p className="mt4">
        <span className={`tag ${tag.look}`}>
          <Icon name={tag.icon} />
          {tag.text}
        </span>
      </p>
      <p className="small">{text}</p>
      <p>
        <Link className="btn full" to={pathTo('whyNot', language, { vacancy: record.id })}>
          {words.why}
        </Link>
      </p>
    </section>
  )
}

function verdict(fit: WhyNotView, words: (typeof vacancyWords)['nl']) {
  const { shut, unknown } = tallyGates(fit)
  if (shut > 0) return { tag: { look: 't-miss', icon: 'cross', text: words.fitNo }, text: words.fitNoText(shut) } as const
  if (unknown > 0)
    return { tag: { look: 't-shut', icon: 'question', text: words.fitMaybe }, text: words.fitMaybeText(unknown) } as const
  return { tag: { look: 't-have', icon: 'check', text: words.fitNow }, text: words.fitNowText } as const
}

/** What is asked, for who has not said anything yet. */
function Requirements({ record, labels }: { readonly record: VacancyRecord; readonly labels: readonly string[] }) {
  const language = useLanguage()
  const words = vacancyWords[language]
  const skills = skillWords[language]
  return (
    <ul className="find card mt4">
      {record.requirements.map(({ skill, weight, level = 2, words: read }, index) => (
        <li key={`${skill} ${weight}`}>
          <strong>{labels[index]}</strong>
          <span className="note">
            {' '}
            {skills.weights[weight]}, {skills.need(skills.levels[level])}
            {read ? <>, {words.readFrom(read)}</> : null}
          </span>
        </li>
      ))}
    </ul>
  )
}
