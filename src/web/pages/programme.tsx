import { data, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { initiativeIdOf } from '../../modules/initiatives/index.ts'
import type { OfferingRecord } from '../../modules/trainings/index.ts'
import { ShareOf } from '../components/chance/chance.tsx'
import { FactsBand, Unknown } from '../components/facts-band/facts-band.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { siteContext } from '../context.ts'
import { loadDraft } from '../draft.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { pageMeta, shortened } from '../shell/page-meta.ts'
import { cefrText, dateText, euroText, languageName } from '../words/format.ts'
import { planPageWords } from '../words/plan.ts'
import { programmeWords } from '../words/programme.ts'
import { skillWords } from '../words/skills.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const { modules } = site
  const language = languageOfPath(pageUrl(request).pathname)
  const programme = await modules.trainings.findProgramme(params.programme ?? '')
  if (!programme) throw data('There is no such programme.', { status: 404 })
  const [offerings, resident, draft] = await Promise.all([
    modules.trainings.offeringsOf(programme.id),
    modules.residents.current(),
    loadDraft(site, request),
  ])
  const rules = await modules.rules.list(resident.today)
  const named = (skills: readonly { readonly skill: string; readonly level: number }[]) =>
    skills.map(({ skill, level }) => ({
      skill,
      level,
      label: resident.catalogue.label(skill, language),
      isHad: hasSkill(draft.profile.answers[skill], level),
    }))
  const schemes = new Map(offerings.flatMap(({ facts }) => facts.funding.map(({ scheme, euro }) => [scheme, euro] as const)))
  const { facts } = programme
  const initiative = modules.initiatives.find(initiativeIdOf(programme.id) ?? '')
  return {
    initiative: initiative && { id: initiative.id, name: initiative.name[language] },
    isDerived: facts.outcomes.some(({ from }) => from === 'derived'),
    programme: { ...programme, title: programme.title[language], description: programme.description[language] },
    outcomes: named(facts.outcomes),
    prerequisites: named(facts.prerequisites),
    offerings: offerings.map((offering) => ({ ...offering, ...comingStarts(offering, resident.today) })),
    funding: [...schemes].map(([id, euro]) => ({ id, euro, title: rules.find((rule) => rule.id === id)?.title[language] ?? id })),
  }
}

type Loaded = Exclude<Awaited<ReturnType<typeof loader>>, Response>

const mostStarts = 4

function comingStarts({ facts }: OfferingRecord, today: string) {
  const coming = facts.starts.filter(({ date }) => date >= today).sort((a, b) => (a.date < b.date ? -1 : 1))
  return { coming: coming.slice(0, mostStarts), further: Math.max(0, coming.length - mostStarts) }
}

function hasSkill(answer: 'no' | 'little' | 'yes' | number | undefined, level: number): boolean {
  const sure = { no: 0, little: 1, yes: 2 }
  return answer !== undefined && (typeof answer === 'number' ? answer : sure[answer]) >= level
}

export const meta = pageMeta<(typeof programmeWords)['nl'], Loaded>(
  programmeWords,
  (words, loaded) => (loaded ? `${loaded.programme.title}, ${loaded.programme.provider}` : words.about),
  (_words, loaded) => loaded && shortened(`${loaded.programme.provider}. ${loaded.programme.description}`),
)

export default function ProgrammePage() {
  const loaded = useLoaderData<typeof loader>()
  const { programme, outcomes, prerequisites, funding, initiative, isDerived } = loaded
  const { facts } = programme
  const language = useLanguage()
  const words = programmeWords[language]
  const plan = planPageWords[language]
  const unknown = <Unknown>{words.unknown}</Unknown>
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('doors', language)}>
          <Icon name="left" />
          {words.back}
        </Link>
        <p className="eyebrow">
          {programme.provider}. {words.forms[facts.form]}
        </p>
        <h1>{programme.title}</h1>
        <p className="lead">{programme.description}</p>
        {initiative ? (
          <p>
            <Link to={pathTo('initiative', language, { initiative: initiative.id })}>{words.toInitiative(initiative.name)}</Link>
          </p>
        ) : null}
      </div>
      <FactsBand
        facts={[
          {
            name: words.weeks,
            value: facts.weeks === undefined ? unknown : words.weeksValue(facts.weeks),
            note: facts.weeks === undefined ? words.ask : undefined,
          },
          {
            name: words.hours,
            value: facts.hoursPerWeek === undefined ? unknown : words.hoursValue(facts.hoursPerWeek),
            note: facts.hoursPerWeek === undefined ? words.ask : words.hoursNote,
          },
          {
            name: words.language,
            value: facts.language ? `${languageName(facts.language.code, language)} ${cefrText(facts.language.level)}` : unknown,
            note: facts.language ? undefined : words.ask,
          },
          { name: words.award, value: facts.award ?? unknown, note: facts.award ? undefined : words.ask },
        ]}
      />
      <div className="grid g-main mt7">
        <div className="stack-7">
          <section aria-labelledby="out">
            <h2 id="out">{words.outcomes}</h2>
            <SkillLines skills={outcomes} />
            {isDerived ? <p className="note mt4">{words.derived}</p> : null}
          </section>
          <section aria-labelledby="pre">
            <h2 id="pre">{words.prerequisites}</h2>
            {prerequisites.length > 0 ? (
              <SkillLines skills={prerequisites} showsHad />
            ) : (
              <p className="mt4">{initiative ? words.prerequisitesUnknown : words.noPrerequisites}</p>
            )}
          </section>
          <section aria-labelledby="off">
            <h2 id="off">{words.offerings}</h2>
            <Offerings loaded={loaded} />
          </section>
        </div>
        <aside className="stack-5 stick">
          <section className="card card-ink" aria-labelledby="fig">
            <h2 id="fig" className="h3">
              {words.figures}
            </h2>
            <div className="mt4">
              <ShareOf figure={facts.completion} words={plan.completion} name={plan.completionName} />
              <ShareOf figure={facts.placement} words={plan.placement} name={plan.placementName} />
            </div>
          </section>
          <section className="card" aria-labelledby="fun">
            <h2 id="fun" className="h3">
              {words.funding}
            </h2>
            {funding.length === 0 ? <p className="small mt4">{words.noFunding}</p> : null}
            <ul className="plain stack-2 small mt4">
              {funding.map(({ id, title, euro }) => (
                <li key={id}>{words.fundingUpTo(title, euroText(euro, language))}</li>
              ))}
            </ul>
            <p className="note mt4">
              {programme.demo ? words.demo : words.source(initiative ? words.sourceInitiatives : programme.source)}
            </p>
          </section>
        </aside>
      </div>
    </div>
  )
}

function SkillLines({ skills, showsHad = false }: { readonly skills: Loaded['outcomes']; readonly showsHad?: boolean }) {
  const language = useLanguage()
  const words = programmeWords[language]
  const { levels } = skillWords[language]
  return (
    <ul className="find card mt4">
      {skills.map(({ skill, label, level, isHad }) => (
        <li key={skill} className="row between">
          <span>
            <strong>{label}</strong> <span className="note">{words.level(levels[level as 1 | 2 | 3 | 4])}</span>
          </span>
          {showsHad && isHad ? (
            <span className="tag t-have">
              <Icon name="check" />
              {words.have}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Offerings({ loaded: { offerings } }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = programmeWords[language]
  const { columns } = words
  if (offerings.length === 0) return <p className="mt4">{words.noOfferings}</p>
  return (
    <div className="scroll mt4">
      <table className="stacked">
        <caption className="vh">{words.offerings}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.place}</th>
            <th scope="col">{columns.start}</th>
            <th scope="col" className="r">
              {columns.price}
            </th>
          </tr>
        </thead>
        <tbody>
          {offerings.map(({ id, placeName, facts, coming, further }) => (
            <tr key={id}>
              <th scope="row">
                {facts.online ? words.online : (placeName ?? words.unknown)}
                {facts.incomeMonthEuro === undefined ? null : (
                  <span className="note">
                    <br />
                    {words.income(euroText(facts.incomeMonthEuro, language))}
                  </span>
                )}
              </th>
              <td data-l={columns.start}>
                {facts.rolling ? words.rolling : null}
                {facts.rolling || facts.starts.length > 0 ? null : (
                  <span className="unk">
                    {words.unknown}, {words.ask}
                  </span>
                )}
                <ul className="plain">
                  {coming.map(({ date, seats, enrolUntil }) => (
                    <li key={date}>
                      {dateText(date, language)}
                      <span className="note">
                        {seats === undefined ? '' : `, ${words.seatsFree(seats)}`}
                        {enrolUntil ? `, ${words.enrolUntil(dateText(enrolUntil, language))}` : ''}
                      </span>
                    </li>
                  ))}
                </ul>
                {further > 0 ? <span className="note">{words.more(further)}</span> : null}
              </td>
              <td className="r" data-l={columns.price}>
                {facts.feeEuro === undefined ? (
                  <span className="unk">
                    {words.unknown}, {words.ask}
                  </span>
                ) : (
                  euroText(facts.feeEuro, language)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
