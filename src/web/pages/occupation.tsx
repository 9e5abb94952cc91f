import { data, Link, type LoaderFunctionArgs, type MetaDescriptor, useLoaderData } from 'react-router'
import { wageMonthEuro } from '../../modules/rules/index.ts'
import { type PageQuestion, readQuestion } from '../asked.ts'
import { FactsBand, Unknown } from '../components/facts-band/facts-band.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { Junction, NearTable } from '../components/junction/junction.tsx'
import { RegionTiles } from '../components/region-tiles/region-tiles.tsx'
import { countSkills, SkillStrip } from '../components/skill-strip/skill-strip.tsx'
import { WageRange } from '../components/wage-range/wage-range.tsx'
import { type SiteContext, siteContext } from '../context.ts'
import { isEmptyProfile } from '../draft.ts'
import { pathTo } from '../paths.ts'
import { occupationJsonLd } from '../search/occupation-json-ld.ts'
import { searchLink } from '../search/query.ts'
import { regionTiles } from '../search/region-tiles.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { centsText, dateText, listText, numberText } from '../words/format.ts'
import { occupationWords } from '../words/occupation.ts'
import { occupationsWords } from '../words/occupations.ts'
import { skillWords } from '../words/skills.ts'
import { useLanguage } from '../words/use-words.ts'

/** Hours a week for wages per month: full time in many ICT jobs. */
const monthHours = 36
const doorsDrawn = 4

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const { modules } = site
  const question = await readQuestion(site, request)
  const { language, url } = question
  const occupation = await modules.occupations.find(params.occupation ?? '', language)
  if (!occupation) throw data('There is no such occupation.', { status: 404 })
  const list = pathTo('vacancies', language)
  const { slug, regions, groupWage, vacancyWages } = occupation
  const month = (cents: number | undefined): number | undefined =>
    cents === undefined ? undefined : wageMonthEuro(cents, monthHours)
  return {
    occupation,
    vacancies: searchLink(list, { occupation: [slug] }),
    programmes: searchLink(pathTo('programmes', language), {
      skill: occupation.skills.filter(({ weight }) => weight === 'essential').map(({ skill }) => skill),
    }),
    tiles: regionTiles(
      modules.regions.list(),
      regions.map(({ region, openings }) => ({ value: region, count: openings })),
      (code) => searchLink(list, { occupation: [slug], region: [code] }),
    ),
    months: { group: month(groupWage?.range?.middleCents), vacancies: month(vacancyWages.range?.middleCents) },
    fit: isEmptyProfile(question.draft.profile) ? undefined : await fitOf(site, question, occupation.id),
    jsonLd: occupationJsonLd(occupation, site.origin + url.pathname),
  }
}

/** What the planner says of this person and this occupation: how many jobs fit now, and the one that is nearest, skill by skill. */
async function fitOf({ modules }: SiteContext, { asked }: PageQuestion, occupation: string) {
  const goal = { occupations: [occupation] }
  const { fitNow, matches } = await modules.planning.matches({ ...asked, goal, limit: 1 })
  const [best] = matches
  if (!best) return { fitNow }
  const { skills } = await modules.planning.whyNot(asked, best.vacancy.id)
  return { fitNow, best: best.vacancy, skills: skills.map(({ state }) => ({ state })) }
}

type Loaded = Exclude<Awaited<ReturnType<typeof loader>>, Response>
type Words = (typeof occupationWords)['nl']

const titles = pageMeta<Words, Loaded>(
  occupationWords,
  (words, loaded) =>
    loaded ? (loaded.occupation.ict ? words.metaTitle : words.metaTitleFrom)(loaded.occupation.label) : words.eyebrow,
  (words, loaded, language) => {
    if (!loaded) return undefined
    const { label, description = '', openings } = loaded.occupation
    return words.metaDescription(label, description, occupationsWords[language].open(numberText(openings, language), openings))
  },
)

export function meta(given: Parameters<typeof titles>[0]): MetaDescriptor[] {
  const { jsonLd } = (given.loaderData ?? {}) as Partial<Loaded>
  return [...titles(given), ...(jsonLd ? [{ 'script:ld+json': jsonLd as never }] : [])]
}

export default function OccupationPage() {
  const loaded = useLoaderData<typeof loader>()
  const { occupation, tiles, vacancies } = loaded
  const { label, ict, description, alternatives, openings, openingsWithoutRegion } = occupation
  const language = useLanguage()
  const words = occupationWords[language]
  const count = (n: number): string => numberText(n, language)
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('occupations', language)}>
          <Icon name="left" />
          {words.all}
        </Link>
        <p className="eyebrow">{ict ? words.eyebrow : words.eyebrowFrom}</p>
        <h1>{label}</h1>
        {description ? <p className="lead">{description}</p> : null}
        {alternatives.length > 0 ? <p className="note">{words.also(listText(alternatives, language))}</p> : null}
      </div>
      <Facts loaded={loaded} />
      <div className="grid g-main mt7">
        <div className="stack-7">
          <Skills loaded={loaded} />
        </div>
        <aside className="stack-5">
          <FitCard loaded={loaded} />
          <Codes loaded={loaded} />
        </aside>
      </div>
      <Doors loaded={loaded} />
      {ict || openings > 0 ? <Wages loaded={loaded} /> : null}
      {ict || openings > 0 ? (
        <section className="sec" aria-labelledby="regios-t" id="regios">
          <h2 id="regios-t">{words.regions}</h2>
          {openings > 0 ? (
            <>
              <p className="row mt4">
                <Link className="btn btn-2" to={vacancies}>
                  {words.seeVacancies(count(openings))}
                </Link>
              </p>
              <RegionTiles tiles={tiles} unit="vacancies" label={words.regionsMap(label)} />
              {openingsWithoutRegion > 0 ? <p className="note mt4">{words.withoutRegion(count(openingsWithoutRegion))}</p> : null}
            </>
          ) : (
            <p>{words.noVacancies}</p>
          )}
        </section>
      ) : null}
      {ict ? <Programmes loaded={loaded} /> : null}
    </div>
  )
}

function Facts({ loaded: { occupation, fit } }: { readonly loaded: Loaded }) {
  const { ict, openings, groupWage, vacancyWages, skills, programmeCount } = occupation
  const language = useLanguage()
  const words = occupationWords[language]
  const { facts } = words
  // One fact alone makes no band, and its skills stand right under it.
  if (!ict && openings === 0) return null
  const count = (n: number): string => numberText(n, language)
  const middle = groupWage?.range?.middleCents ?? vacancyWages.range?.middleCents
  const wage = {
    name: facts.wage,
    value: middle === undefined ? <Unknown>{words.unknown}</Unknown> : centsText(middle, language),
    note: middle === undefined ? undefined : groupWage?.range ? facts.wageNote : facts.wageVacancies,
  }
  return (
    <FactsBand
      facts={[
        { name: facts.open, value: count(openings), note: facts.openNote },
        wage,
        {
          name: facts.skills,
          value: count(skills.filter(({ weight }) => weight === 'essential').length),
          note: facts.skillsNote,
        },
        ...(ict ? [{ name: facts.programmes, value: count(programmeCount), note: facts.programmesNote }] : []),
        ...(ict && fit
          ? [{ name: facts.yours, value: facts.yoursValue(count(fit.fitNow[1])), note: facts.yoursNote(count(fit.fitNow[0])) }]
          : []),
      ]}
    />
  )
}

function Skills({ loaded: { occupation } }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = occupationWords[language]
  const { levels } = skillWords[language]
  const byWeight = (['essential', 'important', 'somewhat'] as const)
    .map((weight) => ({ weight, skills: occupation.skills.filter((skill) => skill.weight === weight) }))
    .filter(({ skills }) => skills.length > 0)
  return (
    <section aria-labelledby="skills-t">
      <h2 id="skills-t">{occupation.ict ? words.skills : words.skillsFrom}</h2>
      <p className="note mb4">{byWeight.length > 0 ? words.skillsNote : words.noSkills}</p>
      <div className="grid g3 weights">
        {byWeight.map(({ weight, skills }) => (
          <div key={weight}>
            <h3 className="h4">{words.weights[weight]}</h3>
            <ul className="find">
              {skills.map(({ skill, label, level }) => (
                <li key={skill}>
                  {weight === 'essential' ? <strong>{label}</strong> : label}
                  {level === undefined ? null : <span className="note below">{words.level(levels[level])}</span>}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}

function FitCard({ loaded: { occupation, fit } }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = occupationWords[language]
  if (!occupation.ict) return null
  const count = (n: number): string => numberText(n, language)
  return (
    <section className="card card-ink" aria-labelledby="fit-t">
      <h2 id="fit-t" className="h3">
        {words.fit}
      </h2>
      {fit ? (
        <>
          <p className="small mt4">
            {fit.fitNow[1] > 0 ? words.fitPair(count(fit.fitNow[1]), count(fit.fitNow[0])) : words.fitNone}
          </p>
          {fit.best && fit.skills ? (
            <>
              <p className="small">
                {words.fitBest}{' '}
                <Link to={pathTo('whyNot', language, { vacancy: fit.best.id })}>
                  {fit.best.title}, {fit.best.employer}
                </Link>
              </p>
              <p>
                <SkillStrip skills={fit.skills} />
              </p>
              <p className="note">{skillWords[language].counts(countSkills(fit.skills))}</p>
            </>
          ) : null}
          <p>
            <Link className="btn full" to={searchLink(pathTo('plans', language), { goal: [occupation.id] })}>
              {words.fitRoutes}
            </Link>
          </p>
        </>
      ) : (
        <>
          <p className="small mt4">{words.fitEmpty}</p>
          <p>
            <Link className="btn full" to={pathTo('profile', language)}>
              {words.fitEmptyAction}
            </Link>
          </p>
        </>
      )}
    </section>
  )
}

function Codes({ loaded: { occupation } }: { readonly loaded: Loaded }) {
  const words = occupationWords[useLanguage()]
  if (occupation.codes.length === 0) return null
  return (
    <details className="codes">
      <summary>{words.codes}</summary>
      <dl className="dl small">
        {occupation.codes.map(({ system, code, label, url }) => (
          <div key={`${system} ${code}`}>
            <dt>{words.systems[system]}</dt>
            <dd>
              {url ? (
                <a className="breakable" href={url} rel="noopener noreferrer">
                  {url}
                </a>
              ) : (
                code
              )}
              {label ? <span className="note"> {label}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Doors({ loaded: { occupation } }: { readonly loaded: Loaded }) {
  const { ict, label, from, to } = occupation
  const language = useLanguage()
  const words = occupationWords[language]
  const doorsIn = ict ? from : []
  return (
    <section className="sec" aria-labelledby="deuren-t" id="deuren">
      <h2 id="deuren-t">{ict ? words.doors : words.doorsFrom}</h2>
      <p>{words.doorsNote}</p>
      {ict && from.length === 0 ? <p>{words.noneIn}</p> : null}
      <Junction middle={label} from={mixed(doorsIn)} to={to.slice(0, doorsDrawn)} />
      {doorsIn.length > 0 ? (
        <details className="twin">
          <summary>{words.inTable(doorsIn.length)}</summary>
          <NearTable items={doorsIn} caption={words.in} />
        </details>
      ) : null}
      {to.length > 0 ? (
        <details className="twin" open={!ict}>
          <summary>{words.outTable(to.length)}</summary>
          <NearTable items={to} caption={words.out} />
        </details>
      ) : null}
    </section>
  )
}

/** Of the doors in half other work where there is some: ICT work is always nearer, and would hide where most people come from. */
function mixed<T extends { readonly ict: boolean }>(near: readonly T[]): readonly T[] {
  const other = near.filter(({ ict }) => !ict).slice(0, doorsDrawn / 2)
  const chosen = new Set([...near.filter(({ ict }) => ict).slice(0, doorsDrawn - other.length), ...other])
  return near.filter((one) => chosen.has(one))
}

function Wages({ loaded: { occupation, months } }: { readonly loaded: Loaded }) {
  const { groupWage, vacancyWages } = occupation
  const language = useLanguage()
  const words = occupationWords[language]
  const count = (n: number): string => numberText(n, language)
  const named = words.wageNamed(count(vacancyWages.named), count(vacancyWages.notNamed))
  return (
    <section className="sec" aria-labelledby="loon-t" id="loon">
      <h2 id="loon-t">{words.wages}</h2>
      <div className="card mt4">
        <WageRange
          rows={[
            {
              name: words.wageGroup,
              note: groupWage && words.wageGroupNote(groupWage.groupLabel, groupWage.group),
              range: groupWage?.range,
              monthEuro: months.group,
              why: words.wageNoGroup,
            },
            {
              name: words.wageVacanciesName,
              note: named,
              range: vacancyWages.range,
              monthEuro: months.vacancies,
              why: words.wageFew,
            },
          ]}
        />
      </div>
      <p className="note mt4">
        {words.wageExplain}{' '}
        {groupWage
          ? words.wageSource(groupWage.source, groupWage.from.slice(0, 4), dateText(groupWage.checkedOn, language))
          : null}
      </p>
    </section>
  )
}

function Programmes({ loaded: { occupation, programmes } }: { readonly loaded: Loaded }) {
  const language = useLanguage()
  const words = occupationWords[language]
  return (
    <section className="sec" aria-labelledby="opl-t" id="opleidingen">
      <h2 id="opl-t">{words.programmes}</h2>
      {occupation.programmes.length > 0 ? (
        <>
          <p>{words.programmesNote}</p>
          <ol className="jobs">
            {occupation.programmes.map(({ id, title, provider, demo, teaches, outOf, weeks }) => (
              <li key={id}>
                <div>
                  <h3 className="h3s">
                    <Link to={pathTo('programme', language, { programme: id })}>{title}</Link>
                  </h3>
                  <p className="small">
                    {provider}. {weeks === undefined ? words.weeksAsk : words.weeks(weeks)}. {demo ? words.demo : ''}
                  </p>
                </div>
                <p className="small num">
                  <strong>{words.teaches(teaches, outOf)}</strong>
                </p>
              </li>
            ))}
          </ol>
          <p className="linkrow">
            <Link to={programmes}>{words.allProgrammes}</Link>
          </p>
        </>
      ) : (
        <p>{words.noProgrammes}</p>
      )}
    </section>
  )
}
