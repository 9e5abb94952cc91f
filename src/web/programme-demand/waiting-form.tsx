import { Form } from 'react-router'
import type { OfferingChoice } from '../../modules/programme-demand/index.ts'
import { Choice } from '../organisation/field.tsx'
import { dateText, euroText } from '../words/format.ts'
import { programmeDemandWords } from '../words/programme-demand.ts'
import { useLanguage } from '../words/use-words.ts'
import type { WaitingLoaded } from './waiting-loader.ts'
import { wholeCountry } from './whole-country.ts'

/** Which offering, and the vacancies of which region. */
export function WaitingForm({ view, regions }: Pick<WaitingLoaded, 'view' | 'regions'>) {
  const language = useLanguage()
  const words = programmeDemandWords[language].form
  if (view.offerings.length === 0) return null
  return (
    <Form method="get" className="demand-form">
      <Choice
        {...{ name: 'offering', label: words.offering, value: view.offering?.id }}
        choices={view.offerings.map((one) => ({ value: one.id, text: offeringText(one, language) }))}
      />
      {view.isDual ? null : (
        <Choice
          {...{ name: 'region', label: words.region, value: view.region?.code ?? wholeCountry }}
          choices={[{ value: wholeCountry, text: words.all }, ...regions]}
        />
      )}
      <button className="btn btn-2" type="submit">
        {words.show}
      </button>
    </Form>
  )
}

function offeringText({ online, placeName, rolling, nextStart, feeEuro }: OfferingChoice, language: 'nl' | 'en'): string {
  const words = programmeDemandWords[language].form
  const start = rolling ? words.anyTime : nextStart === undefined ? words.noStart : words.start(dateText(nextStart, language))
  return [online ? words.online : (placeName ?? ''), start, euroText(feeEuro, language)].filter((one) => one !== '').join(', ')
}
