import type { PhraseList } from './phrase-list.ts'

export const licences: PhraseList = {
  field: 'licences',
  phrases: [
    ['In het bezit van rijbewijs B', ['B', 'rijbewijs B']],
    ['Rijbewijs B is vereist', ['B', 'Rijbewijs B']],
    ['BE-rijbewijs', ['BE', 'BE-rijbewijs']],
    ['B-rijbewijs', ['B', 'B-rijbewijs']],
    ['een geldig rijbewijs', ['B', 'rijbewijs']],
    ['rijbewijs (categorie C)', ['C', 'rijbewijs (categorie C']],
    ["a valid driver's license", ['B', "driver's license"]],
    ['Driving licence B', ['B', 'Driving licence B']],
    ['VCA is een pre', ['VCA', 'VCA']],
    ['rijbewijs B en VCA', ['B', 'rijbewijs B'], ['VCA', 'VCA']],
    ['Geen rijbewijs nodig', ['B', 'rijbewijs']],
    ['een bewijs van deelname'],
    ['vitamine B en C'],
    ['software driver license key'],
    ['VCAM'],
    ['je rijdt op het bewijs'],
  ],
}

export const ownTransport: PhraseList = {
  field: 'ownTransport',
  phrases: [
    ['in bezit van een auto', [true, 'in bezit van een auto']],
    ['Je hebt eigen vervoer', [true, 'hebt eigen vervoer']],
    ['eigen auto', [true, 'eigen auto']],
    ['in het bezit van rijbewijs B en een auto', [true, 'in het bezit van rijbewijs B en een auto']],
    ['You have your own car', [true, 'have your own car']],
    ['een auto van de zaak'],
    ['je hebt een auto van de zaak'],
    ['een leaseauto'],
    ['Reis je met eigen vervoer? Dan krijg je een vergoeding'],
    ['goed te bereiken met openbaar vervoer'],
  ],
}

export const certificateOfConduct: PhraseList = {
  field: 'certificateOfConduct',
  phrases: [
    ['Je hebt een VOG', [true, 'VOG']],
    ['Een VOG-verklaring is vereist', [true, 'VOG']],
    ['Verklaring Omtrent het Gedrag', [true, 'Verklaring Omtrent het Gedrag']],
    ['Verklaring Omtrent Gedrag (VOG)', [true, 'Verklaring Omtrent Gedrag (VOG)']],
    ['certificate of good conduct', [true, 'certificate of good conduct']],
    ['certificate of conduct', [true, 'certificate of conduct']],
    ['een vogel'],
    ['onze gedragscode'],
    ['VOGELS kijken'],
  ],
}

export const screening: PhraseList = {
  field: 'screening',
  phrases: [
    ['Een veiligheidsonderzoek door de AIVD', ['state', 'veiligheidsonderzoek']],
    ['een verklaring van geen bezwaar', ['state', 'verklaring van geen bezwaar']],
    ['Je krijgt een VGB', ['state', 'VGB']],
    ['security clearance', ['state', 'security clearance']],
    ['AIVD-screening', ['state', 'AIVD-screening']],
    ['pre-employment screening', ['employer', 'pre-employment screening']],
    ['Een (pre)employment screening maakt deel uit van de procedure', ['employer', '(pre)employment screening']],
    ['Een screening maakt deel uit van de procedure', ['employer', 'screening']],
    ['a background check', ['employer', 'background check']],
    ['antecedentenonderzoek', ['employer', 'antecedentenonderzoek']],
    ['referenties en (online) screening, bijvoorbeeld via databanken', ['employer', 'screening']],
    ['Een betrouwbaarheidsonderzoek maakt deel uit van de procedure', ['employer', 'betrouwbaarheidsonderzoek']],
    ['een goede geboortescreening voor kinderen'],
    ['de betrouwbaarheid van systemen'],
    ['screening van patiënten'],
    ['cv-screening is je werk'],
    ['screening van data'],
    ['high-throughput screening is used'],
    ['onderzoek naar veiligheid'],
  ],
}
