import type { Example } from '../example.ts'
import { TriAnswer } from './tri-answer.tsx'

export const examples: readonly Example[] = [
  {
    title: 'TriAnswer',
    view: () => (
      <div className="tri">
        <TriAnswer skill="sample-1" label="Werken met Excel" source="Hoort bij boekhouding" answer="yes" />
        <TriAnswer skill="sample-2" label="Software inrichten" source="Hoort bij boekhouding" answer="little" />
        <TriAnswer skill="sample-3" label="Gegevens opvragen met SQL" source="Vaak gevraagd" answer="no" />
        <TriAnswer skill="sample-4" label="Software testen" source="Vaak gevraagd" />
      </div>
    ),
  },
]
