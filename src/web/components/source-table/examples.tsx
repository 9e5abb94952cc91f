import type { Example } from '../example.ts'
import { Licence, SourceTable } from './source-table.tsx'

export const examples: readonly Example[] = [
  {
    title: 'SourceTable',
    view: () => (
      <SourceTable
        label="Bronnen (voorbeeld)"
        sources={[
          {
            ...{ id: 'wages', name: 'Uurlonen', gives: 'Wat mensen verdienen in een groep beroepen.', publisher: 'CBS' },
            ...{ edition: '2024', licence: 'CC BY 4.0', licenceUrl: 'https://creativecommons.org/licenses/by/4.0/' },
            ...{ attribution: 'Bron: CBS StatLine', checkedOn: '2026-11-23', certainty: 'seen' },
          },
          {
            ...{ id: 'rules', name: 'Regels', gives: 'Bedragen en grenzen.', licence: 'Op wetten rust geen auteursrecht' },
            checkedOn: '2026-11-23',
          },
        ]}
      />
    ),
  },
  { title: 'Licence', view: () => <Licence licence="CC BY 4.0" attribution="Bron: CBS StatLine" /> },
]
