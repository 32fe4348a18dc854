import type { tida as En } from '../en/tida.ts'
import type { Same } from '../words.ts'

export const tida = {
  title: 'Amerikaanse wet: TAKE IT DOWN Act',
  gives: 'Ze moeten de foto binnen 48 uur verwijderen, en proberen ook bekende identieke kopieën te verwijderen.',
  exposes:
    'De site krijgt de naam en de contactgegevens van wie tekent. Voor een foto van vóór 18 jaar is dat een ouder, voogd of andere volwassene. De brief noemt dan niet wie te zien is.',
  because: 'Deze wet geeft een korte termijn, 48 uur, en gaat goed samen met de andere wetten.',
  rule: 'Deze wet geeft 48 uur vanaf de ontvangst van een geldig verzoek, nachten en weekends meegerekend.',
  questions: {
    'tida.signature':
      'Wat is je volledige naam? Die staat onder de brief als handtekening. De site die je aanschrijft, leest hem.',
    'tida.signature.minor':
      'Welke volwassene tekent voor jou? Schrijf de volledige naam van die persoon. Laat je eigen naam weg.',
    'tida.signature.parent': 'Wat is je volledige naam? Je tekent voor je kind. Schrijf de naam van je kind niet op.',
    'tida.signature.agent':
      'Wat is de volledige naam van wie tekent? De site leest hem. Schrijf de naam van wie te zien is niet op.',
    'tida.contact': 'Hoe kunnen ze je bereiken? Een mailadres is genoeg.',
    'tida.contact.minor': 'Hoe kunnen ze de volwassene bereiken die tekent? Een mailadres is genoeg.',
    'tida.contact.parent': 'Hoe kunnen ze je bereiken? Een mailadres is genoeg.',
    'tida.contact.agent': 'Hoe kunnen ze bereiken wie tekent? Een mailadres is genoeg.',
    'tida.authority.minor':
      'Wie is die volwassene voor jou: een ouder, een voogd, een advocaat, iemand anders die voor jou mag optreden?',
    'tida.authority.agent':
      'In welke rol treed je op, bijvoorbeeld als advocaat of voor een organisatie? Schrijf de naam van wie te zien is niet op.',
    'tida.digitalforgery':
      'Is het een echte foto, of is ze door een computer gemaakt of veranderd? Deze wet geldt voor beide. Je mag dit leeg laten.',
  },
  gaps: {
    'tida.digitalforgery': 'echt of door een computer gemaakt',
    'tida.signature': 'je naam',
    'tida.signature.minor': 'naam van de volwassene die tekent',
    'tida.signature.parent': 'je naam',
    'tida.signature.agent': 'naam van wie tekent',
    'tida.contact': 'je e-mailadres of telefoonnummer',
    'tida.contact.minor': 'e-mail of telefoon van de volwassene die tekent',
    'tida.contact.parent': 'je e-mailadres of telefoonnummer',
    'tida.contact.agent': 'e-mail of telefoon van wie tekent',
    'tida.authority.minor': 'ouder, voogd, advocaat of andere gemachtigde volwassene',
    'tida.authority.agent': 'advocaat, organisatie of andere gemachtigde',
  },
  choices: {
    'tida.digitalforgery:real': 'Het is een echte foto of video.',
    'tida.digitalforgery:made': 'Het beeld is door een computer gemaakt of veranderd (digitale vervalsing).',
  },
  steps: {
    reminder: {
      title: 'Ze eraan herinneren',
      what: 'De 48 uur zijn voorbij. Een korte brief zegt dat, met het nummer en de dag van de eerste brief.',
    },
    ftc: {
      title: 'Klacht indienen bij de FTC, de Amerikaanse autoriteit',
      what: 'De FTC ziet toe op deze wet. Haar formulier is gratis en staat open voor iedereen. Ze treedt op tegen bedrijven en lost geen individuele gevallen op.',
    },
  },
  letter: {
    subject: 'Verwijderverzoek, TAKE IT DOWN Act (referentie {reference})',
    title: 'Verwijderverzoek voor een intieme afbeelding',
    law: 'Amerikaanse wet TAKE IT DOWN Act, 47 U.S.C. 223a',
    what: 'Het gaat om een intieme afbeelding (“intimate visual depiction”). Ik ben daarop te zien.',
    'what.agent':
      'Het gaat om een intieme afbeelding (“intimate visual depiction”). Daarop is een herkenbare persoon te zien namens wie ik mag optreden. Ik noem die persoon niet bij naam.',
    'what.minor':
      'Het gaat om een intieme afbeelding (“intimate visual depiction”) van een persoon die jonger was dan 18 jaar toen het beeld gemaakt werd: materiaal van seksueel misbruik van kinderen. Ik treed op voor de persoon die te zien is en noem die persoon niet bij naam.',
    'what.minor.agent':
      'Het gaat om een intieme afbeelding (“intimate visual depiction”) van een persoon die jonger was dan 18 jaar toen het beeld gemaakt werd: materiaal van seksueel misbruik van kinderen. Ik treed op voor de persoon die te zien is en noem die persoon niet bij naam.',
    authority: 'Ik mag optreden voor de persoon die te zien is. Ik treed op als: {answer}',
    'authority.parent': 'Ik mag optreden voor de persoon die te zien is. Ik treed op als: ouder of voogd',
    forgery: 'De wet geldt zowel voor echte beelden als voor digitale vervalsingen.',
    'forgery.kind': '{answer}',
    goodFaith:
      'Ik ben te goeder trouw van mening dat de afbeelding gepubliceerd is zonder toestemming van de persoon die te zien is.',
    remove:
      'Ik verzoek u de afbeelding zo snel mogelijk te verwijderen, uiterlijk 48 uur na ontvangst van dit verzoek.',
    copies: 'Ik verzoek u ook redelijke inspanningen te doen om bekende identieke kopieën te vinden en te verwijderen.',
    receipt:
      'Ik verzoek u de ontvangst te bevestigen met een nummer van het verzoek. Als u weigert, verzoek ik u de redenen te geven.',
    contact: 'Contact: {answer}',
    signature: '/s/ {answer}',
    'reminder.subject': 'Tweede verzoek, TAKE IT DOWN Act (referentie {reference})',
    'reminder.title': 'De termijn van 48 uur is verstreken',
    'reminder.law': 'Amerikaanse wet TAKE IT DOWN Act, 47 U.S.C. 223a',
    'reminder.late': 'De wet geeft 48 uur vanaf de ontvangst van een geldig verzoek. De inhoud is nog altijd te zien.',
    'reminder.ask':
      'Ik verzoek u de afbeelding nu te verwijderen, samen met bekende identieke kopieën, en dat te bevestigen met het nummer van het verzoek.',
    'reminder.next': 'Als er iets in mijn verzoek ontbreekt, verzoek ik u mij precies te laten weten wat.',
    'ftc.subject': 'Klacht, TAKE IT DOWN Act (referentie {reference})',
    'ftc.title': 'Een platform gaf geen gevolg aan een geldig verwijderverzoek',
    'ftc.law': 'Amerikaanse wet TAKE IT DOWN Act, 47 U.S.C. 223a',
    'ftc.what':
      'Ik vroeg een platform om een intieme afbeelding te verwijderen die gepubliceerd is zonder toestemming van de persoon die te zien is.',
    'ftc.ask':
      'De inhoud is niet binnen 48 uur verwijderd. Ik verzoek u te onderzoeken hoe dit platform met zulke verzoeken omgaat.',
    'ftc.privacy': 'Ik verzoek u mijn naam en contactgegevens niet openbaar te maken.',
    'ftc.name': 'Naam: {answer}',
  },
} satisfies Same<typeof En>
