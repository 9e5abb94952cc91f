import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { knobs } from '../../engine/planning/index.ts'
import { transferModel } from '../../engine/taxonomy/index.ts'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { algorithmWords } from '../words/algorithm.ts'
import { dateText, numberText } from '../words/format.ts'
import { howItWorksWords, ruleValueText } from '../words/how-it-works.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { modules } = context.get(siteContext)
  const language = languageOfPath(pageUrl(request).pathname)
  const [resident, isDemo] = await Promise.all([modules.residents.current(), modules.demo.isDemo()])
  const rules = await modules.rules.list(resident.today)
  return {
    isDemo,
    knobs: knobValues(),
    preferences: Object.entries(knobs.preferences).map(([name, { perWeek, perEuro, perChance }]) => ({
      name: name as keyof typeof knobs.preferences,
      week: inPoints(perWeek),
      euro: inPoints(perEuro),
      chance: inPoints(perChance),
    })),
    basis: {
      taxonomy: resident.catalogue.version,
      model: `${resident.transferModel}, ${knobs.version}`,
      data: resident.dataVersion,
      on: resident.today,
      vacancies: resident.vacancyCount,
      offerings: resident.offerings.size,
    },
    rules: rules.map(({ id, title, value, unit, validFrom, checkedOn, certainty, source, sourceUrl, note }) => ({
      id,
      title: title[language],
      value: ruleValueText(value, unit, language),
      isUnknown: value === null,
      validFrom,
      checkedOn,
      certainty,
      source,
      sourceUrl,
      note: note?.[language],
    })),
  }
}

const inPoints = (micro: number): number => (micro / knobs.microPointsOfFit) * 1000

interface Knob {
  readonly name: string
  readonly values: readonly number[]
  /** Shown as `60 van 100`. */
  readonly isShare?: boolean
}

function knobValues(): readonly Knob[] {
  const share = (kinship: number): number => Math.round((kinship / 1200) * 100)
  const { weights } = transferModel
  return [
    { name: 'weights', values: [weights.essential, weights.important, weights.somewhat] },
    { name: 'close', values: [share(transferModel.closeKinship)], isShare: true },
    { name: 'related', values: [share(transferModel.relatedKinship)], isShare: true },
    { name: 'sibling', values: [share(transferModel.siblingKinship)], isShare: true },
    { name: 'siblingOther', values: [share(transferModel.siblingKinshipOther)], isShare: true },
    { name: 'general', values: [share(transferModel.generalForSpecificKinship)], isShare: true },
    { name: 'narrow', values: [transferModel.narrowParentChildren] },
    { name: 'silence', values: [transferModel.answersBeforeSilenceIsNo] },
    { name: 'trainings', values: [knobs.mostTrainings] },
    { name: 'horizon', values: [knobs.horizonWeeks] },
    { name: 'cost', values: [knobs.costStepEuro] },
    { name: 'alike', values: [knobs.alikePercent], isShare: true },
    { name: 'bands', values: knobs.chanceBands.slice(0, 3).map(([percent]) => percent), isShare: true },
    { name: 'shrink', values: [knobs.priorPeople] },
  ]
}

export const meta = pageMeta(
  howItWorksWords,
  (words) => words.title,
  (words) => words.lead,
)

export default function HowItWorksPage() {
  const { isDemo, basis } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = howItWorksWords[language]
  return (
    <div className="wrap">
      <div className="head">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
      </div>
      <div className="stack-7">
        <section aria-labelledby="steps">
          <h2 id="steps">{words.steps}</h2>
          <ol className="textlist mt4">
            {words.stepList.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="never" className="card card-ink">
          <h2 id="never">{words.never}</h2>
          <p className="mt4">{words.neverLead}</p>
          <ul className="textlist">
            {words.neverList.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
          <p>
            <Link to={pathTo('algorithm', language)}>{algorithmWords[language].fromHow}</Link>
          </p>
        </section>
        <Knobs />
        <Preferences />
        <Rules />
        <section aria-labelledby="versions">
          <h2 id="versions">{words.versions}</h2>
          <dl className="dl card mt4">
            {(
              [
                [words.versionRows.taxonomy, basis.taxonomy],
                [words.versionRows.model, basis.model],
                [words.versionRows.data, basis.data],
                [
                  words.versionRows.counts,
                  words.countsText(numberText(basis.vacancies, language), numberText(basis.offerings, language)),
                ],
                [words.versionRows.on, dateText(basis.on, language)],
              ] as const
            ).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="stored">
          <h2 id="stored">{words.stored}</h2>
          <p className="mt4">
            {words.storedText} <Link to={pathTo('yourData', language)}>{words.storedLink}</Link>
          </p>
        </section>
        <section aria-labelledby="demo">
          <h2 id="demo">{words.demo}</h2>
          <p className="mt4">{isDemo ? words.demoText : words.notDemo}</p>
        </section>
        <section aria-labelledby="wrong">
          <h2 id="wrong">{words.wrong}</h2>
          <p className="mt4">{words.wrongText}</p>
        </section>
      </div>
    </div>
  )
}

function Knobs() {
  const { knobs: all } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = howItWorksWords[language]
  return (
    <section aria-labelledby="knobs">
      <h2 id="knobs">{words.knobs}</h2>
      <p className="mt4">{words.knobsLead}</p>
      <div className="scroll">
        <table className="stacked">
          <caption className="vh">{words.knobs}</caption>
          <thead>
            <tr>
              <th scope="col">{words.knobColumns.what}</th>
              <th scope="col">{words.knobColumns.value}</th>
              <th scope="col">{words.knobColumns.why}</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ name, values, isShare }) => (
              <tr key={name}>
                <th scope="row">{words.knobRows[name]?.[0]}</th>
                <td data-l={words.knobColumns.value} className="num nowrap">
                  {values
                    .map((value) => (isShare ? words.of100(numberText(value, language)) : numberText(value, language)))
                    .join(', ')}
                </td>
                <td data-l={words.knobColumns.why}>{words.knobRows[name]?.[1]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Preferences() {
  const { preferences } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = howItWorksWords[language]
  const { prefColumns: columns } = words
  return (
    <section aria-labelledby="prefs">
      <h2 id="prefs">{words.preferences}</h2>
      <p className="mt4">{words.preferencesLead}</p>
      <div className="scroll">
        <table className="stacked">
          <caption className="vh">{words.preferences}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.name}</th>
              {(['week', 'euro', 'chance'] as const).map((column) => (
                <th scope="col" className="r" key={column}>
                  {columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preferences.map((one) => (
              <tr key={one.name}>
                <th scope="row">{words.prefNames[one.name]}</th>
                {(['week', 'euro', 'chance'] as const).map((column) => (
                  <td className="r" key={column} data-l={columns[column]}>
                    {numberText(one[column], language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Rules() {
  const { rules } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = howItWorksWords[language]
  const { ruleColumns: columns } = words
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">{words.rules}</h2>
      <p className="mt4">{words.rulesLead}</p>
      <section className="scroll" aria-label={words.rules}>
        <table className="stacked">
          <caption className="vh">{words.rules}</caption>
          <thead>
            <tr>
              {(['rule', 'value', 'from', 'checked', 'sure', 'source'] as const).map((column) => (
                <th scope="col" key={column}>
                  {columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.id}>
                <th scope="row">
                  {rule.title}
                  {rule.note ? (
                    <>
                      <br />
                      <span className="note">{rule.note}</span>
                    </>
                  ) : null}
                </th>
                <td data-l={columns.value}>{rule.isUnknown ? <span className="unk">{rule.value}</span> : rule.value}</td>
                <td data-l={columns.from}>{dateText(rule.validFrom, language)}</td>
                <td data-l={columns.checked}>{dateText(rule.checkedOn, language)}</td>
                <td data-l={columns.sure}>{words.certainty[rule.certainty]}</td>
                <td data-l={columns.source} lang="en">
                  {rule.sourceUrl ? <a href={rule.sourceUrl}>{rule.source}</a> : rule.source}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}
