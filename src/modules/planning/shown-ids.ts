import type {
  AskFinding,
  ChangeFinding,
  DoorFinding,
  DoorsFinding,
  GroupFinding,
  MatchesFinding,
  PlanFinding,
  PlansFinding,
  WhyNotFinding,
} from '../engines/index.ts'
import type { ShownIds } from './records-by-id.ts'

/** Gathers the ids of records that a finding names. */
class IdsGathered implements ShownIds {
  readonly vacancies = new Set<string>()
  readonly offerings = new Set<string>()

  plan({ plan }: PlanFinding): void {
    this.vacancies.add(plan.vacancy)
    for (const offering of plan.path) this.offerings.add(offering)
  }

  group({ best, examples, folded }: GroupFinding): void {
    this.plan(best)
    for (const vacancy of examples) this.vacancies.add(vacancy)
    for (const offering of folded.flat()) this.offerings.add(offering)
  }

  change({ examples }: ChangeFinding): void {
    for (const vacancy of examples) this.vacancies.add(vacancy)
  }

  door({ path }: DoorFinding): void {
    for (const offering of path) this.offerings.add(offering)
  }

  ask({ offering }: AskFinding): void {
    this.offerings.add(offering)
  }
}

export function idsInPlan(finding: PlanFinding): ShownIds {
  const ids = new IdsGathered()
  ids.plan(finding)
  return ids
}

export function idsInPlans({ groups, changes, asks }: PlansFinding): ShownIds {
  const ids = new IdsGathered()
  for (const group of groups) ids.group(group)
  for (const change of changes) ids.change(change)
  for (const ask of asks) ids.ask(ask)
  return ids
}

export function idsInDoors({ front, others, changes }: DoorsFinding): ShownIds {
  const ids = new IdsGathered()
  for (const door of [...front, ...others]) ids.door(door)
  for (const change of changes) ids.change(change)
  return ids
}

export function idsInMatches({ matches }: MatchesFinding): ShownIds {
  return { vacancies: new Set(matches.map(({ vacancy }) => vacancy)), offerings: new Set() }
}

export function idsInWhyNot(vacancy: string, { changes, plans }: WhyNotFinding): ShownIds {
  const ids = new IdsGathered()
  ids.vacancies.add(vacancy)
  for (const change of changes) ids.change(change)
  for (const group of plans) ids.group(group)
  return ids
}
