import type { guides as en } from '../en/guides.ts'
import type { Same } from '../words.ts'

/** Stap voor stap door het formulier van een site. */
export const guides: Same<typeof en> = {
  open: 'Open deze pagina: {form}',
  write: 'Schrijf naar dit adres: {email}',
  unknown: 'Zoek op de site een contactpagina, een wettelijke vermelding of een meldformulier.',
  paste: 'Vul de velden in. Elk antwoord staat hieronder klaar. Laat weg wat het formulier niet vraagt.',
  attach: 'Voeg geen bestand toe. De antwoorden zijn genoeg.',
  missing: 'Er ontbreekt nog iets. Beantwoord eerst de vragen, of verstuur wat er staat.',
  send: 'Verstuur het. Noteer het nummer of het tijdstip dat je te zien krijgt.',
  after: 'Zeg daarna hier dat het verstuurd is. Vanaf dan houden wij de tijd in het oog.',
  back: 'Je kunt hier stoppen en later terugkomen. Er vertrekt niets zolang jij het niet verstuurt.',

  fields: {
    option: 'Welke keuze je aanduidt',
    link: 'Link van de inhoud',
    links: 'Links van de inhoud, één per regel',
    place: 'Om het te vinden',
    explanation: 'Wat het is, en waarom het illegaal is',
    request: 'Wat je vraagt',
    statement: 'Verklaring',
    name: 'Naam',
    mail: 'E-mailadres',
    contact: 'Hoe ze je bereiken',
    signature: 'Handtekening',
    role: 'Voor wie je optreedt',
    country: 'Land',
    law: 'Wet',
    category: 'Categorie',
    subject: 'Onderwerp',
    everything: 'Omschrijving, of de hele brief',
    reference: 'Je eigen referentie',
    query: 'De naam die gezocht werd',
  },

  options: {
    takeItDown: 'TAKE IT DOWN',
    intimate: 'Intieme beelden zonder toestemming',
    illegal: 'Illegale inhoud, Europese Unie',
    dsa: 'Digitaledienstenverordening (Digital Services Act)',
    underage: 'Wie te zien is, is jonger dan 18',
    privacy: 'Privacy',
  },
  noName: 'Laat de naam leeg. De wet vraagt er hier geen.',
}
