import type { ComparedGroup, OutcomeSubject } from '../../../modules/outcomes/index.ts'
import type { Example } from '../example.ts'
import { OutcomeCompare } from './outcome-compare.tsx'

const subject = (id: string): OutcomeSubject => ({
  ...{ kind: 'programme', id, name: { nl: `Opleiding ${id}`, en: `Programme ${id}` }, by: 'Voorbeeld', demo: true },
})
const cells = (started: number, completed: number) => [
  { code: 'started' as const, state: 'shown' as const, count: started, isAtLeast: false },
  { code: 'completed' as const, state: 'shown' as const, count: completed, of: started, isAtLeast: false },
]
const group: ComparedGroup = {
  ...{ definition: '1', period: 'startYear' },
  columns: (['A', 'B'] as const).map((id, at) => ({
    subject: subject(id),
    series: {
      ...{ from: at === 0 ? 'counted' : 'reported', definition: '1', period: 'startYear', year: 2024, isRunning: false },
      ...{
        cells: cells(70, 60 - at * 10),
        ...(at === 0 ? {} : { source: { nl: 'Eigen telling', en: 'Own count' }, saidOn: '2026-11-01' }),
      },
    },
  })),
  rows: (['started', 'completed'] as const).map((code, at) => ({
    code,
    cells: [cells(70, 60)[at], cells(70, 50)[at]].flatMap((cell) => (cell ? [cell] : [])),
  })),
}

export const examples: readonly Example[] = [
  {
    title: 'OutcomeCompare',
    view: () => <OutcomeCompare group={group} names={{ started: 'Begonnen', completed: 'Afgerond' }} />,
  },
]
