import type { letter as en } from '../en/letter.ts'
import type { Same } from '../words.ts'

/** What every letter says in the same way, in German: the terms of the laws’ own German text. */
export const letter: Same<typeof en> = {
  to: 'An: {recipient}',
  date: 'Datum: {date}, {time} Uhr (Brüssel, {offset})',
  reference: 'Aktenzeichen: {reference}',
  ipfs: 'IPFS-Gateways',
  hostOf: 'Der Hosting-Anbieter von {host}',
  registrarOf: 'Der Registrar von {domain}',

  headings: {
    where: 'Wo sich der Inhalt befindet',
    what: 'Worum es sich handelt',
    why: 'Warum der Inhalt rechtswidrig ist',
    ask: 'Worum ich bitte',
    statement: 'Erklärung',
    sender: 'Absenderangaben',
    signature: 'Kontakt und Unterschrift',
    before: 'Was vorausging',
    data: 'Um welche personenbezogenen Daten es geht',
  },

  address: 'Adresse {number} von {count}:',
  object: 'Objekt unter dieser Adresse: {ids}',
  keyLeftOut: 'Der Schlüssel dieses Links steht hier nicht. Nur der Hostingdienst erhält ihn.',
  found: 'Ich habe diese Adresse durch eine öffentliche Meldung vom {date} gefunden.',
  foundMany: 'Ich habe diese Adressen durch öffentliche Meldungen gefunden ({date}).',
  sameFile: 'Die Meldung nennt genau dieselbe Datei.',
  samePicture: 'Die Meldung nennt ein Bild, das gleich oder fast gleich aussieht.',
  again:
    'Ich habe die Entfernung desselben Inhalts schon einmal verlangt, am {date} (Aktenzeichen {reference}). Er war verschwunden. Jetzt ist er wieder da.',

  crime:
    'Ein intimes Bild ohne Einwilligung der gezeigten Person zu verbreiten, ist strafbar, zum Beispiel nach {rule}.',
  crimeOfMinors: 'Die Verbreitung ist außerdem strafbar nach {rule}.',
  directive:
    'Artikel 5 der Richtlinie (EU) 2024/1385 verpflichtet jeden Mitgliedstaat, die Weitergabe intimen Materials ohne Zustimmung der gezeigten Person unter Strafe zu stellen.',
  category: 'Kategorie, wie die Transparenzdatenbank der EU sie nennt:',

  parent: 'Ich bin Elternteil oder Vormund der gezeigten Person und handle für sie.',
  agent: 'Ich handle für die gezeigte Person, mit ihrer Zustimmung.',
  actsFor: '{organisation} handelt für die gezeigte Person, mit deren Zustimmung.',
  organisation: 'Organisation: {organisation}',

  sentBefore: 'Ich habe Ihnen diesen Antrag am {date} geschickt (Aktenzeichen {reference}).',
  sentBeforeTo: 'Ich habe diesen Antrag am {date} abgeschickt (Aktenzeichen {reference}). Empfänger: {about}.',
  sentBeforeToThem: 'Ich habe diesen Antrag am {date} an den Diensteanbieter geschickt (Aktenzeichen {reference}).',
  refused: 'Er wurde am {date} abgelehnt.',
  silent: 'Ich habe keine Antwort erhalten.',

  name: 'Name: {name}',
  mail: 'E-Mail: {mail}',
  contact: 'Kontakt: {contact}',
  signature: 'Unterschrift: {name}',
  ownWords: 'In meinen eigenen Worten: „{words}“',

  gaps: {
    name: 'Ihr Name',
    mail: 'Ihre E-Mail-Adresse',
    contact: 'Ihre E-Mail-Adresse oder Telefonnummer',
    minorName: 'dein Name',
    minorMail: 'deine E-Mail-Adresse',
    minorContact: 'deine E-Mail-Adresse oder Telefonnummer',
    adultName: 'Name der erwachsenen Person, die unterschreibt',
    adultMail: 'E-Mail-Adresse der erwachsenen Person, die unterschreibt',
    adultContact: 'E-Mail oder Telefon der erwachsenen Person, die unterschreibt',
    organisation: 'Name der Organisation',
    sentBefore: 'Tag, an dem der Antrag abgeschickt wurde',
    answer: 'Ihre Antwort',
  },

  questions: {
    organisation: 'Welche Organisation handelt für die gezeigte Person?',
    name: 'Wie heißt die Person, die unterschreibt?',
    sentBefore: 'An welchem Tag wurde der Antrag abgeschickt? Zum Beispiel 2026-11-20.',
  },
}
