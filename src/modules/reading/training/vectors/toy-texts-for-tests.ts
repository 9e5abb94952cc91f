import type { ConceptTexts, TrainingTexts } from './training-texts.ts'

/** English label, English alternatives, English description | Dutch label, Dutch alternative. Of our own writing. */
const lines = [
  'firewall; packet filter, traffic gate; blocks unwanted traffic from outside | brandmuur; verkeersfilter',
  'passwords; secret words, login keys; secrets with which people log in | wachtwoorden; geheime woorden',
  'network servers; hosting machines, central machines; machines that serve a network | netwerkservers; centrale machines',
  'baking bread; loaf making, dough baking; turning dough into loaves | brood bakken; deeg bakken',
  'painting walls; wall colouring, brush work; putting paint on a wall | muren schilderen; muren verven',
  'cutting hair; hair trimming, barber work; making hair shorter | haar knippen; kapperswerk',
  'spreadsheet; table sheet, calculation grid; cells with formulas in rows | rekenblad; werkblad',
  'database; data store, record keeper; keeps records in tables | gegevensbank; databank',
  'teaching children; class instruction, school lessons; helping pupils learn | kinderen lesgeven; schoollessen',
  'driving trucks; lorry transport, heavy haulage; bringing goods by road | vrachtwagens rijden; zwaar vervoer',
  'nursing; patient care, bedside help; looking after sick people | verplegen; zorg voor patienten',
  'welding; metal joining, torch work; joining metal with heat | lassen; metaal verbinden',
] as const

export function toyTexts(): TrainingTexts {
  return {
    concepts: lines.map((line, at) => {
      const [english = '', dutch = ''] = line.split(' | ')
      return { key: `toy:${at}`, type: 'skill', nl: textsOf(dutch), en: textsOf(english) }
    }),
    sentences: [
      { language: 'en', text: 'the packet filter stops traffic while the data store keeps records of all patient care' },
    ],
  }
}

function textsOf(line: string): ConceptTexts {
  const [label = '', alternatives = '', description] = line.split('; ')
  return { labels: [label], alternatives: alternatives.split(', '), descriptions: description === undefined ? [] : [description] }
}
