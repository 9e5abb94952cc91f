import { Form } from 'react-router'
import { Checks, Choice } from '../organisation/field.tsx'
import { numberText } from '../words/format.ts'
import { programmeDemandWords } from '../words/programme-demand.ts'
import { useLanguage } from '../words/use-words.ts'
import type { DemandLoaded } from './demand-loader.ts'
import { wholeCountry } from './whole-country.ts'

/** Occupations that are shown to choose from: those it leads to most, and those that are chosen. */
const occupationsShown = 8

/** The vacancies of which region and of which occupations; and how the occupations were chosen. */
export function DemandForm({ view, regions }: Pick<DemandLoaded, 'view' | 'regions'>) {
  const language = useLanguage()
  const { form, demand: words } = programmeDemandWords[language]
  const shown = view.occupations.filter(({ isChosen }, at) => isChosen || at < occupationsShown)
  if (shown.length === 0) return null
  return (
    <Form method="get" className="stack-4">
      <Checks
        {...{ name: 'occupation', label: words.occupations, hint: words.occupationsHint }}
        choices={shown.map(({ slug, label, teaches, outOf, openings }) => ({
          value: slug,
          text: words.occupation(label, teaches, outOf, numberText(openings, language)),
        }))}
        chosen={shown.flatMap(({ slug, isChosen }) => (isChosen ? [slug] : []))}
      />
      <div className="demand-form">
        <Choice
          {...{ name: 'region', label: form.region, value: view.region?.code ?? wholeCountry }}
          choices={[{ value: wholeCountry, text: form.all }, ...regions]}
        />
        <button className="btn btn-2" type="submit">
          {form.show}
        </button>
      </div>
    </Form>
  )
}
