import type { letter as en } from '../en/letter.ts'
import type { Same } from '../words.ts'

/** What every letter says in the same way, in Dutch: at home in Belgium and the Netherlands. */
export const letter: Same<typeof en> = {
  to: 'Aan: {recipient}',
  date: 'Datum: {date}, {time} uur (Brussel, {offset})',
  reference: 'Referentie: {reference}',
  ipfs: 'IPFS-gateways',
  hostOf: 'De hostingprovider van {host}',
  registrarOf: 'De registrar van {domain}',

  headings: {
    where: 'Waar de inhoud staat',
    what: 'Wat het is',
    why: 'Waarom het illegaal is',
    ask: 'Wat ik vraag',
    statement: 'Verklaring',
    sender: 'Gegevens',
    signature: 'Contact en handtekening',
    before: 'Wat voorafging',
    data: 'Om welke persoonsgegevens het gaat',
  },

  address: 'Adres {number} van {count}:',
  object: 'Object op dit adres: {ids}',
  keyLeftOut: 'De sleutel van deze link staat hier niet bij. Alleen de hostingdienst krijgt die.',
  found: 'Ik heb dit adres gevonden via een openbare melding van {date}.',
  foundMany: 'Ik heb deze adressen gevonden via openbare meldingen van {date}.',
  sameFile: 'Die melding noemt precies hetzelfde bestand.',
  samePicture: 'Die melding noemt een beeld dat er hetzelfde of bijna hetzelfde uitziet.',
  again:
    'Ik vroeg al eerder om dezelfde inhoud te verwijderen, op {date} (referentie {reference}). Ze was weg. Nu staat ze er opnieuw.',

  crime:
    'Een intiem beeld verspreiden zonder toestemming van de persoon die te zien is, is strafbaar, bijvoorbeeld volgens {rule}.',
  crimeOfMinors: 'De verspreiding ervan is ook strafbaar volgens {rule}.',
  directive:
    'Artikel 5 van Richtlijn (EU) 2024/1385 verplicht elke lidstaat om het delen van intiem materiaal zonder toestemming van de persoon die te zien is strafbaar te stellen.',
  category: 'Categorie, zoals de transparantiedatabank van de EU die noemt:',

  parent: 'Ik ben ouder of voogd van de persoon die te zien is, en ik treed voor die persoon op.',
  agent: 'Ik treed op voor de persoon die te zien is, met diens toestemming.',
  actsFor: '{organisation} treedt op voor de persoon die te zien is, met diens toestemming.',
  organisation: 'Organisatie: {organisation}',

  sentBefore: 'Ik stuurde u dit verzoek op {date} (referentie {reference}).',
  sentBeforeTo: 'Ik stuurde dit verzoek op {date} (referentie {reference}). Ontvanger: {about}.',
  sentBeforeToThem: 'Ik stuurde dit verzoek op {date} naar de aanbieder van de dienst (referentie {reference}).',
  refused: 'Het werd geweigerd op {date}.',
  silent: 'Ik kreeg geen antwoord.',

  name: 'Naam: {name}',
  mail: 'E-mail: {mail}',
  contact: 'Contact: {contact}',
  signature: 'Handtekening: {name}',
  ownWords: 'In mijn eigen woorden: “{words}”',

  gaps: {
    name: 'je naam',
    mail: 'je e-mailadres',
    contact: 'je e-mailadres of telefoonnummer',
    minorName: 'je naam',
    minorMail: 'je e-mailadres',
    minorContact: 'je e-mailadres of telefoonnummer',
    adultName: 'naam van de volwassene die tekent',
    adultMail: 'e-mailadres van de volwassene die tekent',
    adultContact: 'e-mail of telefoon van de volwassene die tekent',
    organisation: 'naam van de organisatie',
    sentBefore: 'dag waarop het verzoek verstuurd werd',
    answer: 'je antwoord',
  },

  questions: {
    organisation: 'Welke organisatie treedt op voor wie te zien is?',
    name: 'Wat is de naam van wie tekent?',
    sentBefore: 'Op welke dag werd het verzoek verstuurd? Schrijf bijvoorbeeld 2026-11-20.',
  },
}
