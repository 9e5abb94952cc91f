import type { AskedSkillView, CurriculumView, OutcomeView } from '../../modules/programme-demand/index.ts'
import { AskedBars } from '../components/asked-bars/asked-bars.tsx'
import { StackedTable } from '../components/stacked-table/stacked-table.tsx'
import { numberText } from '../words/format.ts'
import { programmeDemandWords } from '../words/programme-demand.ts'
import { skillWords } from '../words/skills.ts'
import { useLanguage } from '../words/use-words.ts'

const lackingShown = 12
const taughtShown = 8

/** Whether most of the vacancies that ask it have it taught as they ask it. */
export const isTaught = ({ taught, tooLow, near, missing }: AskedSkillView): boolean => taught >= tooLow + near + missing

const asking = ({ essential, plus }: AskedSkillView): number => essential + plus

/** What vacancies ask that is not taught enough, what is taught, and what nobody asks. */
export function AgainstDemand({ view }: { readonly view: CurriculumView }) {
  const language = useLanguage()
  const words = programmeDemandWords[language].demand
  const lacking = view.asked.filter((one) => !isTaught(one))
  const taught = view.asked.filter(isTaught)
  const most = Math.max(1, ...view.asked.map(asking))
  return (
    <>
      <section aria-labelledby="lacking">
        <h2 id="lacking">{words.lacking}</h2>
        {lacking.length === 0 ? (
          <p>{words.lackingNone}</p>
        ) : (
          <>
            <p>{words.lackingText}</p>
            <Key />
            <div className="card mt4">
              <AskedBars skills={lacking.slice(0, lackingShown)} most={most} />
            </div>
            {lacking.length > lackingShown ? <p className="small mt4">{words.more(lacking.length - lackingShown)}</p> : null}
          </>
        )}
      </section>
      <section aria-labelledby="taught">
        <h2 id="taught">{words.taught}</h2>
        <p>{taught.length === 0 ? words.taughtNone : words.taughtText}</p>
        {taught.length === 0 ? null : (
          <div className="card mt4">
            <AskedBars skills={taught.slice(0, taughtShown)} most={most} />
          </div>
        )}
      </section>
      <Unasked outcomes={view.outcomes} />
      <section>
        <details className="twin">
          <summary>{words.table}</summary>
          <AskedTable asked={view.asked} />
          <OutcomeTable outcomes={view.outcomes} />
        </details>
        <p className="note mt4">{words.kinship}</p>
      </section>
    </>
  )
}

function Key() {
  const words = programmeDemandWords[useLanguage()].demand
  return (
    <ul className="legend mt4" aria-label={words.key}>
      <li>
        <span className="pool-key asked-must" aria-hidden="true" />
        {words.essential}
      </li>
      <li>
        <span className="pool-key asked-plus" aria-hidden="true" />
        {words.plus}
      </li>
    </ul>
  )
}

/** What is taught and no vacancy asks; and what is only asked higher. */
function Unasked({ outcomes }: { readonly outcomes: readonly OutcomeView[] }) {
  const language = useLanguage()
  const words = programmeDemandWords[language].demand
  const unasked = outcomes.filter(({ asked, askedHigher }) => asked + askedHigher === 0)
  const higher = outcomes.filter(({ asked, askedHigher }) => asked === 0 && askedHigher > 0)
  return (
    <section aria-labelledby="unasked">
      <h2 id="unasked">{words.unasked}</h2>
      <p>{unasked.length === 0 ? words.unaskedNone : words.unaskedText}</p>
      {unasked.length === 0 ? null : (
        <ul className="textlist mt4">
          {unasked.map(({ skill, label, near }) => (
            <li key={skill}>
              <strong>{label}</strong>
              {near > 0 ? <span className="note"> {words.unaskedNear(numberText(near, language))}</span> : null}
            </li>
          ))}
        </ul>
      )}
      {higher.length === 0 ? null : (
        <>
          <h3 className="h4 mt5">{words.higherTitle}</h3>
          <ul className="textlist mt4">
            {higher.map(({ skill, label, askedHigher }) => (
              <li key={skill}>{words.higher(label, numberText(askedHigher, language))}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function AskedTable({ asked }: { readonly asked: readonly AskedSkillView[] }) {
  const language = useLanguage()
  const words = programmeDemandWords[language].demand
  const { skill, ...counts } = words.columns
  const keys = ['essential', 'plus', 'taught', 'tooLow', 'near', 'missing'] as const
  return (
    <StackedTable
      caption={words.caption}
      columns={[{ title: skill }, ...keys.map((key) => ({ title: counts[key], look: 'r' as const }))]}
      rows={asked.map((one) => ({ key: one.skill, cells: [one.label, ...keys.map((key) => numberText(one[key], language))] }))}
    />
  )
}

function OutcomeTable({ outcomes }: { readonly outcomes: readonly OutcomeView[] }) {
  const language = useLanguage()
  const { outcomesColumns: columns, outcomesCaption } = programmeDemandWords[language].demand
  const { levels } = skillWords[language]
  return (
    <div className="mt5">
      <StackedTable
        caption={outcomesCaption}
        columns={[
          { title: columns.skill },
          { title: columns.level },
          ...[columns.asked, columns.higher, columns.near].map((title) => ({ title, look: 'r' as const })),
        ]}
        rows={outcomes.map(({ skill, label, level, asked, askedHigher, near }) => ({
          key: skill,
          cells: [
            label,
            levels[level as keyof typeof levels] ?? String(level),
            ...[asked, askedHigher, near].map((count) => numberText(count, language)),
          ],
        }))}
      />
    </div>
  )
}
