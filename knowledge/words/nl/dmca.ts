import type { dmca as En } from '../en/dmca.ts'
import type { Same } from '../words.ts'

export const dmca = {
  title: 'Amerikaans auteursrecht: 17 U.S.C. 512',
  gives: 'Wie de rechten op een foto heeft, kan die laten verwijderen. Een selfie is van wie hem nam.',
  exposes:
    'Je naam en contactgegevens gaan vaak naar wie de foto plaatste. Ze kunnen ook gepubliceerd worden, bijvoorbeeld door Lumen. Een andere wet, of een organisatie in eigen naam, toont minder.',
  because: 'Deze wet komt als laatste, want ze toont je naam vaak aan wie de foto plaatste.',
  rule: 'Deze wet noemt geen aantal uren of dagen. Ze zegt: onverwijld (“expeditiously”).',
  questions: {
    'dmca.signature':
      'Wat is je volledige naam? Die staat onder de brief als handtekening, en anderen kunnen hem lezen.',
    'dmca.signature.minor': 'Welke volwassene tekent voor jou? Anderen kunnen die naam lezen. Laat je eigen naam weg.',
    'dmca.signature.parent': 'Wat is je volledige naam? Anderen kunnen hem lezen. Schrijf de naam van je kind niet op.',
    'dmca.signature.agent': 'Wat is de volledige naam van wie tekent? Anderen kunnen hem lezen.',
    'dmca.contact': 'Hoe kunnen ze je bereiken? Deze wet vraagt dat, en wie de foto plaatste kan het lezen.',
    'dmca.contact.minor': 'Hoe kunnen ze de volwassene bereiken die tekent? Wie de foto plaatste kan het lezen.',
    'dmca.contact.parent': 'Hoe kunnen ze je bereiken? Wie de foto plaatste kan het lezen.',
    'dmca.contact.agent': 'Hoe kunnen ze bereiken wie tekent? Wie de foto plaatste kan het lezen.',
    'dmca.owner': 'Nam je de foto zelf, of heb je er de rechten op? Anders is deze wet niet te gebruiken.',
    'dmca.owner.minor':
      'Is het zeker dat jij, of de volwassene die tekent, de rechten op de foto hebt? Anders is deze wet niet te gebruiken.',
    'dmca.owner.agent': 'Heeft de persoon voor wie je optreedt de rechten op de foto?',
    'dmca.owner.parent': 'Heeft je kind, of heb jij, de rechten op de foto?',
    'dmca.exposure':
      'De naam en contactgegevens in deze brief kunnen gaan naar wie de foto plaatste, en gepubliceerd worden. Vind je dat goed?',
    'dmca.exposure.parent':
      'De naam en contactgegevens in deze brief kunnen gaan naar wie de foto plaatste, en gepubliceerd worden. Vind je dat goed?',
    'dmca.exposure.agent':
      'De naam en contactgegevens in deze brief kunnen gaan naar wie de foto plaatste, en gepubliceerd worden. Vind je dat goed?',
    'dmca.exposure.minor':
      'De naam en contactgegevens in deze brief kunnen gaan naar wie de foto plaatste, en gepubliceerd worden. Vind je dat goed?',
    'dmca.accuracy': 'Klopt wat deze brief zegt? De brief zegt dat op straffe van meineed: een valse eed is strafbaar.',
    'dmca.accuracy.parent':
      'Klopt wat deze brief zegt? De brief zegt dat op straffe van meineed: een valse eed is strafbaar.',
    'dmca.accuracy.agent':
      'Klopt wat deze brief zegt? De brief zegt dat op straffe van meineed: een valse eed is strafbaar.',
    'dmca.accuracy.minor':
      'Klopt wat deze brief zegt? De volwassene die tekent, verklaart dat op straffe van meineed: een valse eed is strafbaar.',
  },
  gaps: {
    'dmca.signature': 'je naam',
    'dmca.signature.minor': 'naam van de volwassene die tekent',
    'dmca.signature.parent': 'je naam',
    'dmca.signature.agent': 'naam van wie tekent',
    'dmca.contact': 'je adres, telefoonnummer en e-mailadres',
    'dmca.contact.minor': 'adres, telefoonnummer en e-mailadres van de volwassene die tekent',
    'dmca.contact.parent': 'je adres, telefoonnummer en e-mailadres',
    'dmca.contact.agent': 'adres, telefoonnummer en e-mailadres van wie tekent',
    'dmca.owner': 'te bevestigen: wie de rechten op de foto heeft',
    'dmca.exposure': 'te bevestigen: dat deze brief doorgegeven en gepubliceerd kan worden',
    'dmca.accuracy': 'te bevestigen: de verklaring op straffe van meineed',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Ze eraan herinneren, of een andere wet kiezen',
      what: 'Een korte tweede brief. Na een tegenmelding kan de foto na 10 tot 14 werkdagen terugkomen. De andere wetten blijven dan over.',
    },
  },
  letter: {
    subject: 'Kennisgeving van vermeende inbreuk, 17 U.S.C. 512 (referentie {reference})',
    title: 'Kennisgeving van vermeende inbreuk',
    law: 'Amerikaanse wet, 17 U.S.C. 512(c)(3)',
    material: 'Het materiaal dat verwijderd of ontoegankelijk gemaakt moet worden:',
    work: 'Het beschermde werk is de foto of video zelf die daar te zien is. Het is privé; er is geen kopie bijgevoegd.',
    owner: 'Ik heb dit werk gemaakt, of ik heb er de exclusieve rechten op.',
    'owner.agent': 'De persoon voor wie ik optreed, heeft dit werk gemaakt of heeft er de exclusieve rechten op.',
    'owner.minor': 'De persoon voor wie ik optreed, heeft de exclusieve rechten op dit werk, of ik heb ze.',
    'owner.minor.agent': 'De persoon voor wie ik optreed, heeft dit werk gemaakt of heeft er de exclusieve rechten op.',
    remove: 'Ik verzoek u dit materiaal onverwijld te verwijderen of de toegang ertoe onmogelijk te maken.',
    receipt: 'Ik verzoek u de ontvangst te bevestigen en mij te laten weten wanneer het verwijderd is.',
    goodFaith:
      'Ik ben te goeder trouw van mening dat dit gebruik van het materiaal niet is toegestaan door de auteursrechthebbende, diens vertegenwoordiger of de wet.',
    accuracy:
      'De informatie in deze kennisgeving is juist. Op straffe van meineed verklaar ik dat ik houder ben van een exclusief recht waarop inbreuk zou zijn gemaakt, of dat ik namens de houder mag optreden.',
    exposure:
      'Ik weet dat deze kennisgeving doorgegeven kan worden. Ik verzoek u mijn naam en contactgegevens niet te publiceren.',
    contact: 'Contact: {answer}',
    signature: '/s/ {answer}',
    'reminder.subject': 'Tweede brief, kennisgeving van vermeende inbreuk (referentie {reference})',
    'reminder.title': 'Tweede brief over een kennisgeving van vermeende inbreuk',
    'reminder.law': 'Amerikaanse wet, 17 U.S.C. 512(c)(3)',
    'reminder.still': 'Het materiaal is nog altijd te zien.',
    'reminder.ask':
      'Ik verzoek u het nu te verwijderen, of mij precies te laten weten wat er in mijn kennisgeving ontbreekt (512(c)(3)(B)).',
  },
} satisfies Same<typeof En>
