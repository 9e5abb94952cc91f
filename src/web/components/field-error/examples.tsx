import type { Example } from '../example.ts'
import { FieldError } from './field-error.tsx'

export const examples: readonly Example[] = [
  {
    title: 'Fout bij een veld',
    view: () => (
      <div className="field">
        <label className="label" htmlFor="example-postcode">
          Postcode
        </label>
        <FieldError id="example-postcode-e" text="Vul vier cijfers in, bijvoorbeeld 3811." />
        <input className="input" id="example-postcode" defaultValue="38" aria-invalid aria-describedby="example-postcode-e" />
      </div>
    ),
  },
]
