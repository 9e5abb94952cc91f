import { Field } from '../organisation/field.tsx'
import { numberText } from '../words/format.ts'
import { placementGuideWords } from '../words/placement-guides.ts'
import { useLanguage } from '../words/use-words.ts'
import type { LoadedPlacement } from './load-placement.ts'
import type { PlacementWrong } from './placement-action.ts'
import { useFormWrong } from './told.tsx'

/** What guiding takes a week of the supervisor and of the coach: as the dated rule has it, until the parties agree otherwise. */
export function GuideHoursFields({
  form,
  loaded: { guideMinutes },
  wrong,
}: {
  readonly form: 'draft' | 'addendum'
  readonly loaded: LoadedPlacement
  readonly wrong: PlacementWrong | undefined
}) {
  const language = useLanguage()
  const words = placementGuideWords[language]
  const { error, given } = useFormWrong(wrong, form)
  const fields = [
    ['supervisorHours', words.supervisorHours, guideMinutes.supervisorMinutes],
    ['coachHours', words.coachHours, guideMinutes.coachMinutes],
  ] as const
  return (
    <div className="placement-pair">
      {fields.map(([name, label, minutes]) => (
        <Field
          key={name}
          id={`${form}-${name}`}
          name={name}
          label={label}
          hint={words.hint}
          value={given(name, numberText(minutes / 60, language))}
          error={error('guideHours')}
          autoComplete="off"
        />
      ))}
    </div>
  )
}
