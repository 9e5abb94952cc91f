import { Link } from 'react-router'
import { FactsBand, Unknown } from '../components/facts-band/facts-band.tsx'
import { Junction, NearTable } from '../components/junction/junction.tsx'
import { RegionTiles } from '../components/region-tiles/region-tiles.tsx'
import { WageRange } from '../components/wage-range/wage-range.tsx'
import { pathTo } from '../paths.ts'
import { centsText, dateText, numberText } from '../words/format.ts'
import { occupationWords } from '../words/occupation.ts'
import { skillWords } from '../words/skills.ts'
import { useLanguage } from '../words/use-words.ts'
import type { LoadedOccupation } from './load-occupation.ts'

/** Doors drawn on either side of the junction. */
const doorsDrawn = 4

export function Facts({ loaded: { occupation, fit } }: { readonly loaded: LoadedOccupation }) {
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

export function Skills({ loaded: { occupation } }: { readonly loaded: LoadedOccupation }) {
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

export function Codes({ loaded: { occupation } }: { readonly loaded: LoadedOccupation }) {
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

export function Doors({ loaded: { occupation } }: { readonly loaded: LoadedOccupation }) {
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

export function Wages({ loaded: { occupation, months } }: { readonly loaded: LoadedOccupation }) {
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

export function Regions({ loaded: { occupation, tiles, vacancies } }: { readonly loaded: LoadedOccupation }) {
  const { label, openings, openingsWithoutRegion } = occupation
  const language = useLanguage()
  const words = occupationWords[language]
  const count = (n: number): string => numberText(n, language)
  return (
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
  )
}

export function Programmes({ loaded: { occupation, programmes } }: { readonly loaded: LoadedOccupation }) {
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
