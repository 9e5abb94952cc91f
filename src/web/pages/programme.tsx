import { Link, useLoaderData } from 'react-router'
import type { Language } from '../../modules/skills/index.ts'
import { Alert } from '../components/alert/alert.tsx'
import { ShareOf } from '../components/chance/chance.tsx'
import { FactsBand, Unknown } from '../components/facts-band/facts-band.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { factsQuery } from '../funding/facts-query.ts'
import { pathTo } from '../paths.ts'
import { AdmissionSection, ForWhomSection, PaysCard, PhasesSection } from '../programme/details.tsx'
import { type LoadedProgramme, loadProgramme } from '../programme/load-programme.ts'
import { Offerings } from '../programme/offerings.tsx'
import { SkillLines } from '../programme/skill-lines.tsx'
import { pageMeta, shortened } from '../shell/page-meta.ts'
import { OutcomesSection } from '../what-works/outcomes-section.tsx'
import { cefrText, euroText, languageName, numberText } from '../words/format.ts'
import { fundingWords } from '../words/funding.ts'
import { planPageWords } from '../words/plan.ts'
import { programmeWords } from '../words/programme.ts'
import { teachingWords } from '../words/teaching.ts'
import { useLanguage } from '../words/use-words.ts'
import { whatWorksWords } from '../words/what-works.ts'

export const loader = loadProgramme

export const meta = pageMeta<(typeof programmeWords)['nl'], LoadedProgramme>(
  programmeWords,
  (words, loaded) => (loaded ? `${loaded.programme.title}, ${loaded.programme.provider}` : words.about),
  (_words, loaded) => loaded && shortened(`${loaded.programme.provider}. ${loaded.programme.description}`),
)

/** More than a year in weeks looks exact, and is not. */
function lengthText(weeks: number, language: Language): string {
  const words = programmeWords[language]
  const halfYears = Math.round(weeks / 26)
  return halfYears <= 2 ? words.weeksValue(weeks) : words.yearsValue(numberText(halfYears / 2, language))
}

export default function ProgrammePage() {
  const loaded = useLoaderData<typeof loader>()
  const { programme, knownFacts, outcomes, prerequisites, funding, initiative, isDerived, isRead, details, award } = loaded
  const { facts } = programme
  const language = useLanguage()
  // The language of its texts, where it is not that of the page.
  const textIn = facts.textIn === language ? undefined : facts.textIn
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
        <h1 lang={textIn}>{programme.title}</h1>
        <p className="lead lines" lang={textIn}>
          {programme.description}
        </p>
        {programme.withdrawn ? <Alert kind="warn" title={teachingWords[language].programme.gone} /> : null}
        {textIn ? <p className="note">{teachingWords[language].programme.onlyIn[textIn]}</p> : null}
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
            value: facts.weeks === undefined ? unknown : lengthText(facts.weeks, language),
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
          { name: words.award, value: award ?? unknown, note: award ? undefined : words.ask },
        ]}
      />
      <div className="grid g-main mt7">
        <div className="stack-7">
          <section aria-labelledby="out">
            <h2 id="out">{words.outcomes}</h2>
            <SkillLines skills={outcomes} />
            {isDerived ? <p className="note mt4">{words.derived}</p> : null}
            {isRead ? <p className="note mt4">{words.read}</p> : null}
          </section>
          <section aria-labelledby="pre">
            <h2 id="pre">{words.prerequisites}</h2>
            {prerequisites.length > 0 ? (
              <SkillLines skills={prerequisites} showsHad />
            ) : (
              <p className="mt4">{initiative ? words.prerequisitesUnknown : words.noPrerequisites}</p>
            )}
          </section>
          <PhasesSection details={details} title={programme.title} />
          <ForWhomSection details={details} />
          <AdmissionSection details={details} />
          <section aria-labelledby="off">
            <h2 id="off">{words.offerings}</h2>
            <Offerings loaded={loaded} />
          </section>
          {loaded.reached ? <OutcomesSection outcomes={loaded.reached} definitions={loaded.definitions} /> : null}
        </div>
        <aside className="stack-5 stick">
          <section className="card card-ink" aria-labelledby="fig">
            <h2 id="fig" className="h3">
              {words.figures}
            </h2>
            <div className="mt4">
              {loaded.reached && !facts.completion && !facts.placement ? (
                <p>
                  <a href="#outcomes">{whatWorksWords[language].section.title}</a>
                </p>
              ) : (
                <>
                  <ShareOf figure={facts.completion} words={plan.completion} name={plan.completionName} />
                  <ShareOf figure={facts.placement} words={plan.placement} name={plan.placementName} />
                </>
              )}
            </div>
          </section>
          <PaysCard details={details} />
          <section className="card" aria-labelledby="fun">
            <h2 id="fun" className="h3">
              {words.funding}
            </h2>
            {funding.length === 0 ? <p className="small mt4">{words.noFunding}</p> : null}
            <p className="small">
              <Link to={`${pathTo('money', language)}${factsQuery(knownFacts, undefined)}`} rel="nofollow">
                {fundingWords[language].link.programme}
              </Link>
            </p>
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
