import { Link, type LoaderFunctionArgs, type MetaDescriptor, useLoaderData } from 'react-router'
import { starterSkillId } from '../../modules/skills/index.ts'
import { FactsBand } from '../components/facts-band/facts-band.tsx'
import { Icon } from '../components/icon/icon.tsx'
import { InitiativeAside } from '../components/initiative-facts/initiative-aside.tsx'
import { Entry, Figures, ForWhom, Phases, Tracks, WhatItDoes, WhoPays } from '../components/initiative-facts/initiative-facts.tsx'
import { Where } from '../components/initiative-list/initiative-list.tsx'
import { siteContext } from '../context.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { initiativeJsonLd, initiativeView } from '../search/initiative-view.ts'
import { lostPage } from '../search/near-pages.ts'
import { pageMeta } from '../shell/page-meta.ts'
import { definitionsIn } from '../what-works/names.ts'
import { OutcomesSection } from '../what-works/outcomes-section.tsx'
import { handoverWords } from '../words/handover.ts'
import { initiativesWords } from '../words/initiatives.ts'
import { useLanguage } from '../words/use-words.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const { modules, origin } = site
  const language = languageOfPath(pageUrl(request).pathname)
  const found = modules.initiatives.find(params.initiative ?? '')
  if (!found) throw await lostPage(site, request)
  const { catalogue, today } = await modules.residents.current()
  const initiative = initiativeView(modules.initiatives, found, language, {
    skill: (id) => catalogue.label(starterSkillId(id), language),
    region: (code) => modules.regions.find(code)?.name ?? code,
  })
  const rule = found.finance && (await modules.rules.find(found.finance.rule, today))
  const outcomes = found.training && (await modules.outcomes.of({ kind: 'initiative', id: found.id }))
  const kits = await modules.handover.published({ initiative: found.id })
  return {
    initiative,
    outcomes: outcomes?.series.length === 0 ? undefined : outcomes,
    definitions: definitionsIn(modules.outcomes.definitions, language),
    hasKits: kits.length > 0,
    rule: rule && { title: rule.title[language], checkedOn: rule.checkedOn },
    jsonLd: initiativeJsonLd(initiative, origin + pathTo('initiative', language, { initiative: found.id }), language),
  }
}

type Loaded = Exclude<Awaited<ReturnType<typeof loader>>, Response>

const titles = pageMeta<(typeof initiativesWords)['nl'], Loaded>(
  initiativesWords,
  (words, loaded) => loaded?.initiative.name ?? words.name,
  (words, loaded) => loaded?.initiative.what.value ?? words.description,
)

export function meta(given: Parameters<typeof titles>[0]): MetaDescriptor[] {
  const { jsonLd } = (given.loaderData ?? {}) as Partial<Loaded>
  return [...titles(given), ...(jsonLd ? [{ 'script:ld+json': jsonLd as never }] : [])]
}

export default function InitiativePage() {
  const { initiative, rule, outcomes, definitions, hasKits } = useLoaderData<typeof loader>()
  const language = useLanguage()
  const words = initiativesWords[language]
  const { name, kind, pillars, regions } = initiative
  return (
    <div className="wrap">
      <div className="head">
        <Link className="crumb" to={pathTo('initiatives', language)}>
          <Icon name="left" />
          {words.all}
        </Link>
        <p className="eyebrow">{words.kinds[kind]}</p>
        <h1>{name}</h1>
        <WhatItDoes initiative={initiative} />
      </div>
      <FactsBand
        facts={[
          { name: words.facets.kind, value: words.kinds[kind] },
          { name: words.where, value: <Where regions={regions.value} most={2} /> },
          { name: words.facets.pillar, value: pillars.map((one) => words.pillars[one]).join('; ') },
        ]}
      />
      <div className="grid g-main mt7">
        <div className="stack-7">
          <ForWhom initiative={initiative} />
          <Entry initiative={initiative} />
          <Phases initiative={initiative} />
          <Tracks initiative={initiative} />
          <WhoPays initiative={initiative} rule={rule} />
          {outcomes ? <OutcomesSection outcomes={outcomes} definitions={definitions} /> : null}
          <Figures initiative={initiative} />
          {hasKits ? (
            <p>
              <Link to={`${pathTo('kits', language)}?${new URLSearchParams({ initiative: initiative.id })}`}>
                {handoverWords[language].list.of(name)}
              </Link>
            </p>
          ) : null}
        </div>
        <InitiativeAside initiative={initiative} />
      </div>
    </div>
  )
}
