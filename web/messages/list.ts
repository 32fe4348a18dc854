/** The texts of the page on which a pack of evidence is chosen. French and German are written in both forms of address. */
import { type AgeBand, isMinor, type Lang } from '#core/case/types.ts'

const en = {
  title: 'A list to show',
  intro: 'You can save a list of what was found, and show it to somebody.',
  holds: 'In it: addresses, times, your requests and what came of them, and identifiers of files.',
  leaves: 'Not in it: any picture. Your file number stays out unless you choose it below.',
  shared: 'Whoever has the list can read all of this. Keep it where only you can open it.',
  who: 'Who is it for?',
  police: 'The police',
  lawyer: 'A lawyer',
  court: 'A court',
  institute: 'The Institute for the Equality of Women and Men',
  lang: 'Language',
  theirs: 'The language of the police where you live',
  number: 'Put my file number in it',
  numberHint: 'It helps them to refer to your file. Your words are still needed to open it.',
  save: 'Save the list',
  check: 'Anybody can check that a list was not changed.',
  checkGo: 'Check a list',
  back: 'Back to your file',
}

type ListTexts = typeof en

const french = (y: (vous: string, tu: string) => string): ListTexts => ({
  title: 'Une liste à montrer',
  intro: y(
    'Vous pouvez enregistrer une liste de ce qui a été trouvé, et la montrer à quelqu’un.',
    'Tu peux enregistrer une liste de ce qui a été trouvé, et la montrer à quelqu’un.',
  ),
  holds: y(
    'Elle contient : des adresses, des heures, vos demandes et leur suite, et des identifiants de fichiers.',
    'Elle contient : des adresses, des heures, tes demandes et leur suite, et des identifiants de fichiers.',
  ),
  leaves: y(
    'Elle ne contient aucune image. Votre numéro de dossier n’y figure que si vous le choisissez ci-dessous.',
    'Elle ne contient aucune image. Ton numéro de dossier n’y figure que si tu le choisis ci-dessous.',
  ),
  shared: y(
    'Qui a la liste peut lire tout cela. Gardez-la là où personne d’autre ne peut l’ouvrir.',
    'Qui a la liste peut lire tout cela. Garde-la là où personne d’autre ne peut l’ouvrir.',
  ),
  who: 'Pour qui ?',
  police: 'La police',
  lawyer: 'Un avocat ou une avocate',
  court: 'Un tribunal',
  institute: 'L’Institut pour l’égalité des femmes et des hommes',
  lang: 'Langue',
  theirs: y('La langue de la police là où vous habitez', 'La langue de la police là où tu habites'),
  number: 'Y mettre mon numéro de dossier',
  numberHint: y(
    'Il aide à retrouver votre dossier. Vos mots restent nécessaires pour l’ouvrir.',
    'Il aide à retrouver ton dossier. Tes mots restent nécessaires pour l’ouvrir.',
  ),
  save: 'Enregistrer la liste',
  check: 'Chacun peut vérifier qu’une liste n’a pas été modifiée.',
  checkGo: 'Vérifier une liste',
  back: y('Retour à votre dossier', 'Retour à ton dossier'),
})

const nl: ListTexts = {
  title: 'Een lijst om te tonen',
  intro: 'Je kunt een lijst opslaan van wat gevonden is, en die aan iemand tonen.',
  holds: 'Daarin staan: adressen, tijden, je verzoeken en wat ervan kwam, en kenmerken van bestanden.',
  leaves: 'Er staat geen foto in. Je dossiernummer staat er alleen in als je dat hieronder kiest.',
  shared: 'Wie de lijst heeft, kan dit allemaal lezen. Bewaar ze waar alleen jij erbij kunt.',
  who: 'Voor wie is ze?',
  police: 'De politie',
  lawyer: 'Een advocaat',
  court: 'Een rechtbank',
  institute: 'Het Instituut voor de gelijkheid van vrouwen en mannen',
  lang: 'Taal',
  theirs: 'De taal van de politie waar je woont',
  number: 'Mijn dossiernummer erin zetten',
  numberHint: 'Zo kunnen ze naar je dossier verwijzen. Om het te openen blijven je woorden nodig.',
  save: 'De lijst opslaan',
  check: 'Iedereen kan nagaan of een lijst niet gewijzigd is.',
  checkGo: 'Een lijst nagaan',
  back: 'Terug naar je dossier',
}

const german = (y: (sie: string, du: string) => string): ListTexts => ({
  title: 'Eine Liste zum Zeigen',
  intro: y(
    'Sie können eine Liste von dem speichern, was gefunden wurde, und sie jemandem zeigen.',
    'Du kannst eine Liste von dem speichern, was gefunden wurde, und sie jemandem zeigen.',
  ),
  holds: y(
    'Darin stehen: Adressen, Zeiten, Ihre Anträge mit ihrem Ergebnis und Kennzeichen von Dateien.',
    'Darin stehen: Adressen, Zeiten, deine Anträge mit ihrem Ergebnis und Kennzeichen von Dateien.',
  ),
  leaves: y(
    'Kein Bild steht darin. Ihre Aktennummer steht nur darin, wenn Sie das unten wählen.',
    'Kein Bild steht darin. Deine Aktennummer steht nur darin, wenn du das unten wählst.',
  ),
  shared: y(
    'Wer die Liste hat, kann das alles lesen. Bewahren Sie sie auf, wo sonst niemand sie öffnen kann.',
    'Wer die Liste hat, kann das alles lesen. Bewahre sie auf, wo sonst niemand sie öffnen kann.',
  ),
  who: 'Für wen ist sie?',
  police: 'Die Polizei',
  lawyer: 'Eine Anwältin oder ein Anwalt',
  court: 'Ein Gericht',
  institute: 'Das Institut für die Gleichheit von Frauen und Männern',
  lang: 'Sprache',
  theirs: y('Die Sprache der Polizei, wo Sie wohnen', 'Die Sprache der Polizei, wo du wohnst'),
  number: 'Meine Aktennummer hineinschreiben',
  numberHint: y(
    'So kann man auf Ihre Akte verweisen. Zum Öffnen braucht es weiterhin Ihre Wörter.',
    'So kann man auf deine Akte verweisen. Zum Öffnen braucht es weiterhin deine Wörter.',
  ),
  save: 'Die Liste speichern',
  check: 'Alle können prüfen, dass eine Liste nicht verändert wurde.',
  checkGo: 'Eine Liste prüfen',
  back: y('Zurück zu Ihrer Akte', 'Zurück zu deiner Akte'),
})

const all = {
  en: { adult: en, young: en },
  fr: { adult: french((vous) => vous), young: french((_vous, tu) => tu) },
  nl: { adult: nl, young: nl },
  de: { adult: german((sie) => sie), young: german((_sie, du) => du) },
}

export function listTexts(lang: Lang, ageBand?: AgeBand | null): ListTexts {
  return all[lang][ageBand && isMinor(ageBand) ? 'young' : 'adult']
}
