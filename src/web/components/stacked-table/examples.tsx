import type { Example } from '../example.ts'
import { StackedTable } from './stacked-table.tsx'

export const examples: readonly Example[] = [
  {
    title: 'StackedTable',
    view: () => (
      <StackedTable
        caption="Vacatures (voorbeeld)"
        columns={[{ title: 'Bron' }, { title: 'Hoeveel', look: 'r' }, { title: 'Nieuwste van', look: 'nowrap' }]}
        rows={[
          { key: 'a', cells: ['Gemeente Voorbeeld', '1.204', '24 november 2026'] },
          {
            key: 'b',
            cells: [
              'Voorbeeldwerk',
              '12',
              <span key="last" className="unk">
                niet bekend
              </span>,
            ],
          },
        ]}
      />
    ),
  },
]
