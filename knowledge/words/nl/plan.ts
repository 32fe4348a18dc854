import type { plan as en } from '../en/plan.ts'
import type { Same } from '../words.ts'

/** Waarom elk op zijn plaats in het plan komt: telkens één zin. */
export const plan: Same<typeof en> = {
  when: {
    first: 'Eerst',
    now: 'Nu',
    'if-silent': 'Als ze niet antwoorden of weigeren',
    'after-removal': 'Als het weg is',
  },

  why: {
    talk: 'Eerst iemand om mee te praten, en jij beslist wat er daarna gebeurt.',
    hotline: 'Zij vragen het aan de site, en een naam is niet nodig.',
    police: 'De politie kan een site doen handelen, en je mag iemand meebrengen die je vertrouwt.',
    takeItDown: 'Dezelfde foto wordt op veel sites tegelijk geblokkeerd, en de foto blijft op je toestel.',
    stopncii: '{place} doet mee: dezelfde foto wordt daar geblokkeerd, en de foto blijft op je toestel.',
    childSafety: 'De site moet het bekijken, en een naam is niet nodig.',
    flagger: 'Sites moeten haar meldingen eerst behandelen, en ze kan er een voor je schrijven.',
    search: 'Mensen vinden de pagina via {name}, en vragen kost niets.',
    host: 'De pagina staat op hun machines, en zij kunnen ze blokkeren als de site zwijgt.',
    network: 'Zij staan voor de site en geven de melding door aan wie de site host.',
    registrar: 'Zij kunnen alleen iets doen als hun voorwaarden of een rechter dat zeggen, dus ze komen laat.',
    archive: 'Dit is een kopie, en die blijft als de pagina zelf weg is.',
    archiveLater: 'Er kan een kopie in het archief blijven als de pagina zelf weg is.',
    outdated: 'De zoekmachine kan nog tonen wat al weg is, en dit wist dat.',
    court:
      'Een rechter kan iedereen bevelen het binnen enkele uren te verwijderen, dus het dossier ligt klaar voor je advocaat.',
    prosecutor: 'Via de politie kan het parket het ontoegankelijk laten maken.',
    authority: 'Deze autoriteit kan de site bevelen iets te doen.',
  },

  title: {
    help: 'Praten en hulp',
    hotline: 'Melden zonder naam',
    police: 'Politie',
    hashes: 'Blokkeren met een vingerafdruk',
    flagger: 'Een organisatie laten schrijven',
    search: 'De zoekmachine aanschrijven',
    outdated: 'Zoekresultaten wissen',
    archive: 'Het archief aanschrijven',
  },

  name: {
    host: 'Het bedrijf dat {host} host',
    registrar: 'De registrar van {domain}',
    court: 'De voorzitter van de rechtbank van eerste aanleg, via een advocaat',
    police: 'De procureur des Konings, via een politiezone naar keuze',
    localPolice: 'De lokale politie',
    authority: 'De autoriteit van het land',
  },

  exposes: {
    nothing: 'Ze krijgen het adres, en niets over jou.',
    police: 'Je vertelt alleen wat je wilt vertellen.',
    hashes: 'Ze krijgen de vingerafdruk van de foto, en nooit de foto.',
  },
}
