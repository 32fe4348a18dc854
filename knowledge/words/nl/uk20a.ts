import type { uk20a as En } from '../en/uk20a.ts'
import type { Same } from '../words.ts'

export const uk20a = {
  title: 'Britse wet: Online Safety Act, artikelen 10(3A) en 20A',
  gives: 'Ze moeten de foto binnen 48 uur na de melding verwijderen, met wat hetzelfde of zo goed als hetzelfde is.',
  exposes: 'De site krijgt te zien hoe degene die meldt te bereiken is. Deze brief noemt niemand.',
  because: 'Deze wet geeft een korte termijn en geldt ook voor kopieën; of ze al bindt, is niet bevestigd.',
  rule: 'Deze wet geeft 48 uur na de melding. De dag waarop deze plicht begint, is niet bevestigd. Misschien geldt ze nog niet.',
  questions: {
    'uk20a.contact': 'Hoe kunnen ze je bereiken? Een mailadres is genoeg.',
    'uk20a.contact.minor':
      'Hoe kunnen ze jou bereiken, of een volwassene die je vertrouwt? Een mailadres is genoeg. Je naam hoeft er niet in te staan.',
    'uk20a.contact.parent': 'Hoe kunnen ze je bereiken? Een mailadres is genoeg.',
    'uk20a.contact.agent': 'Hoe kunnen ze bereiken wie meldt? Een mailadres is genoeg.',
  },
  gaps: {
    'uk20a.contact': 'je e-mailadres of telefoonnummer',
    'uk20a.contact.minor': 'een mailadres, van jou of van een volwassene die je vertrouwt',
    'uk20a.contact.parent': 'je e-mailadres of telefoonnummer',
    'uk20a.contact.agent': 'e-mail of telefoon van wie meldt',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Ze eraan herinneren',
      what: 'De 48 uur zijn voorbij. Een korte brief zegt dat, met het nummer en de dag van de eerste brief.',
    },
    ofcom: {
      title: 'Melden bij Ofcom, de Britse toezichthouder',
      what: 'Ofcom ziet toe op deze wet. Het lost geen individuele gevallen op, maar bekijkt hoe een dienst ermee omgaat.',
    },
  },
  letter: {
    subject: 'Melding van intieme beelden, Online Safety Act 2023 (referentie {reference})',
    title: 'Melding van intieme beelden (“intimate image content”)',
    law: 'Online Safety Act 2023 (Verenigd Koninkrijk), artikelen 10(3A) en 20A, of de gelijklopende plicht van zoekdiensten',
    present:
      'Ik verklaar dat de inhoud hierboven op uw dienst aanwezig is en “intimate image content” is (artikel 66B van de Sexual Offences Act 2003).',
    'present.minor':
      'Ik verklaar dat de inhoud hierboven op uw dienst aanwezig is en “intimate image content” is. De persoon die te zien is, was jonger dan 18 jaar toen het beeld gemaakt werd: het is materiaal van seksueel misbruik van kinderen.',
    standing: 'Ik ben de persoon die te zien is. Ik heb niet ingestemd met het delen ervan.',
    'standing.minor':
      'Ik ben de persoon die te zien is, of ik treed voor die persoon op. Er was geen toestemming om de inhoud te delen.',
    'standing.parent':
      'Ik treed op voor de persoon die te zien is, als ouder of voogd. Er was geen toestemming om de inhoud te delen.',
    'standing.agent':
      'Ik treed op voor de persoon die te zien is, met diens machtiging. Er was geen toestemming om de inhoud te delen.',
    remove: 'Ik verzoek u de inhoud binnen 48 uur na deze melding te verwijderen.',
    same: 'Ik verzoek u ook inhoud te verwijderen die hetzelfde of zo goed als hetzelfde is.',
    receipt: 'Ik verzoek u de ontvangst te bevestigen. Als u niet optreedt, verzoek ik u de redenen te geven.',
    goodFaith: 'Deze melding is te goeder trouw gedaan en is naar mijn beste weten juist.',
    contact: 'Contact: {answer}',
    'reminder.subject': 'Tweede melding van intieme beelden (referentie {reference})',
    'reminder.title': '48 uur na mijn melding',
    'reminder.law': 'Online Safety Act 2023 (Verenigd Koninkrijk), artikelen 10(3A) en 20A',
    'reminder.late': 'Er zijn meer dan 48 uur verstreken sinds mijn melding. De inhoud is nog altijd te zien.',
    'reminder.ask': 'Ik verzoek u de inhoud nu te verwijderen, met wat hetzelfde of zo goed als hetzelfde is.',
    'ofcom.subject': 'Een dienst gaf geen gevolg aan een melding van intieme beelden (referentie {reference})',
    'ofcom.title': 'Een dienst gaf geen gevolg aan een melding',
    'ofcom.law': 'Online Safety Act 2023 (Verenigd Koninkrijk)',
    'ofcom.what':
      'Ik meldde bij een dienst intieme beelden (“intimate image content”). Er was geen toestemming om ze te delen.',
    'ofcom.ask':
      'De dienst heeft de inhoud niet binnen 48 uur verwijderd. Ik verzoek u te onderzoeken hoe die dienst met zulke meldingen omgaat.',
  },
} satisfies Same<typeof En>
