import { useActionData, useLoaderData } from 'react-router'
import { Answer } from '../choice/answer.tsx'
import { AskForm } from '../choice/ask-form.tsx'
import { Beside } from '../choice/beside.tsx'
import type { OrgWrong } from '../choice/choice-action.ts'
import { choicePageAction } from '../choice/choice-intents.ts'
import { choiceLoader } from '../choice/choice-loader.ts'
import { ScenarioList } from '../choice/scenario-list.tsx'
import { OrgTold } from '../choice/told.tsx'
import { EmptyState } from '../components/empty-state/empty-state.tsx'
import { OrgNav } from '../components/org-nav/org-nav.tsx'
import { pageMeta } from '../shell/page-meta.ts'
import { choiceWords } from '../words/choice.ts'
import { euroText, numberText } from '../words/format.ts'
import { useLanguage } from '../words/use-words.ts'

export const loader = choiceLoader
export const action = choicePageAction
export const headers = () => ({ 'cache-control': 'no-store' })

export const meta = pageMeta(
  choiceWords,
  (words) => words.title,
  (words) => words.lead,
)

/** What a region should open with its money, hours and rooms; what a little more would add; and what was asked before. */
export default function ChooseCohortsPage() {
  const { organisation, scenario, beside, lines, mayAsk, regions, region, seniorLeft, presets, done } =
    useLoaderData<typeof loader>()
  const wrong = useActionData<typeof action>() as OrgWrong | undefined
  const language = useLanguage()
  const words = choiceWords[language]
  const nameOf = (code: string): string => regions.find(({ value }) => value === code)?.text ?? code
  return (
    <div className="wrap">
      <div className="head">
        <OrgNav organisation={organisation} />
        <h1>
          {scenario ? words.found(scenario.answer.placed[0], numberText(scenario.answer.placed[0], language)) : words.title}
        </h1>
        <p className="lead">
          {scenario
            ? words.asked(
                nameOf(scenario.asked.region),
                words.form.aims[scenario.asked.aim],
                euroText(scenario.asked.budgetEuro, language),
              )
            : words.lead}
        </p>
      </div>
      <OrgTold
        wrong={wrong && { title: words.wrongTitle, text: words.wrong[wrong.word as keyof typeof words.wrong] }}
        done={done === 'asked' || done === 'removed' ? words.doneTitle[done] : undefined}
      />
      <div className="stack-6">
        {scenario ? (
          <Answer scenario={scenario} />
        ) : (
          <EmptyState title={words.scenarios.none}>
            <p>{mayAsk ? words.scenarios.noneText : words.lead}</p>
          </EmptyState>
        )}
        {scenario && beside ? <Beside scenario={scenario} beside={beside} organisation={organisation.id} /> : null}
        {lines.length > 0 ? (
          <ScenarioList lines={lines} shown={scenario?.id} organisation={organisation.id} mayRemove={mayAsk} />
        ) : null}
        {mayAsk ? (
          <AskForm
            {...{ regions, seniorLeft, presets, wrong }}
            isFirst={lines.length === 0}
            region={region}
            from={scenario?.asked}
          />
        ) : null}
      </div>
    </div>
  )
}
