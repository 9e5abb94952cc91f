import type { KitContent } from '../../modules/handover/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { todayInAmsterdam } from '../../platform/index.ts'
import type { SiteContext } from '../context.ts'

/** What can be chosen in a kit, by name: agreements and money. */
export async function choicesIn({ modules, clock }: SiteContext, language: Language) {
  const rules = await modules.rules.list(todayInAmsterdam(clock.now()))
  return {
    agreements: modules.handover.agreements.map(({ id, title, version }) => ({ id, title: title[language], version })),
    funding: rules
      .filter(({ funding }) => funding !== undefined)
      .map(({ id, title, checkedOn }) => ({ id, title: title[language], checkedOn })),
  }
}

/** A kit with names in place of ids; a rule that ended keeps its id. */
export async function kitNamed(site: SiteContext, content: KitContent, language: Language) {
  const { agreements, funding } = await choicesIn(site, language)
  const named = <T extends { readonly id: string }>(ids: readonly string[], all: readonly T[]) =>
    ids.map((id) => all.find((one) => one.id === id) ?? { id })
  return {
    ...content,
    agreements: named(content.agreements, agreements) as readonly Partial<(typeof agreements)[number]>[],
    funding: named(content.funding, funding) as readonly Partial<(typeof funding)[number]>[],
  }
}

export type KitNamed = Awaited<ReturnType<typeof kitNamed>>
