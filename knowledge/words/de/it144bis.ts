import type { it144bis as En } from '../en/it144bis.ts'
import type { Same } from '../words.ts'

export const it144bis = {
  title: 'Italienisches Recht: Datenschutzgesetzbuch, Artikel 144-bis',
  gives:
    'Die italienische Datenschutzbehörde, der Garante, entscheidet binnen 48 Stunden und kann Plattformen anweisen, das Bild zu sperren.',
  exposes:
    'Der Garante erfährt Name und E-Mail-Adresse. Sein eigenes Formular fragt mehr; diese Entscheidung fällt dort. Nichts davon läuft über uns.',
  because: 'Für jemanden in Italien geht es schnell, und eine Meldung erreicht mehrere Plattformen.',
  rule: 'Der Garante entscheidet binnen 48 Stunden nach der Meldung.',
  questions: {
    'it144bis.person': 'Welcher Name und welche E-Mail-Adresse sollen in der Meldung stehen? Der Garante liest sie.',
    'it144bis.person.minor':
      'Welcher Name und welche E-Mail-Adresse sollen in der Meldung stehen? Es können die deiner Eltern oder einer anderen erwachsenen Person sein, der du vertraust.',
    'it144bis.person.parent':
      'Welcher Name und welche E-Mail-Adresse sollen in der Meldung stehen? Geben Sie Ihre an, nicht die Ihres Kindes.',
    'it144bis.person.agent':
      'Welcher Name und welche E-Mail-Adresse sollen in der Meldung stehen? Der Garante liest sie.',
    'it144bis.platforms':
      'Auf welchen Seiten oder in welchen Apps ist das Bild, oder könnte es bald sein? Die Namen genügen.',
  },
  gaps: {
    'it144bis.person': 'Ihr Name und Ihre E-Mail-Adresse',
    'it144bis.person.minor': 'Name und E-Mail-Adresse der meldenden Person',
    'it144bis.person.agent': 'Name und E-Mail-Adresse der meldenden Person',
    'it144bis.platforms': 'Namen der Seiten oder Apps',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Beim Garante nachfragen',
      what: 'Die 48 Stunden sind vorbei. Ein kurzer Brief fragt, wie es um die Meldung steht.',
    },
  },
  letter: {
    subject: 'Meldung nach Artikel 144-bis des Datenschutzgesetzbuches (Aktenzeichen {reference})',
    title: 'Meldung nach Artikel 144-bis des Datenschutzgesetzbuches',
    law: 'Italienisches Datenschutzgesetzbuch, Artikel 144-bis',
    platforms: 'Betroffene Plattformen: {answer}',
    what: 'Es handelt sich um ein Bild oder eine Aufnahme von mir mit sexuellem Inhalt. Ich habe Grund zu der Annahme, dass es ohne meine Einwilligung verbreitet wird oder verbreitet werden könnte.',
    'what.agent':
      'Es handelt sich um ein Bild oder eine Aufnahme mit sexuellem Inhalt einer Person, für die ich handle. Ich habe Grund zu der Annahme, dass es ohne ihre Einwilligung verbreitet wird oder verbreitet werden könnte.',
    'what.minor':
      'Es handelt sich um ein Bild oder eine Aufnahme mit sexuellem Inhalt einer Person, die bei der Aufnahme unter 18 Jahre alt war. Ich habe Grund zu der Annahme, dass es verbreitet wird oder verbreitet werden könnte. Ich bin diese Person oder handle für sie.',
    'what.minor.parent':
      'Es handelt sich um ein Bild oder eine Aufnahme mit sexuellem Inhalt einer Person, die bei der Aufnahme unter 18 Jahre alt war. Ich habe Grund zu der Annahme, dass es verbreitet wird oder verbreitet werden könnte.',
    'what.minor.agent':
      'Es handelt sich um ein Bild oder eine Aufnahme mit sexuellem Inhalt einer Person, die bei der Aufnahme unter 18 Jahre alt war. Ich habe Grund zu der Annahme, dass es verbreitet wird oder verbreitet werden könnte.',
    order:
      'Ich bitte den Garante, binnen 48 Stunden zu entscheiden und den Inhalt auf den genannten Plattformen sperren zu lassen.',
    nocopy: 'Der Inhalt selbst ist dieser Meldung nicht beigefügt.',
    receipt: 'Bitte bestätigen Sie den Eingang und teilen Sie mir die Entscheidung mit.',
    declaration: 'Ich erkläre, dass diese Angaben nach meinem besten Wissen wahr sind.',
    person: 'Meldende Person: {answer}',
    'reminder.subject': 'Frage zu einer Meldung, Artikel 144-bis (Aktenzeichen {reference})',
    'reminder.title': 'Frage zu einer Meldung',
    'reminder.law': 'Italienisches Datenschutzgesetzbuch, Artikel 144-bis',
    'reminder.late': 'Seit meiner Meldung sind mehr als 48 Stunden vergangen.',
    'reminder.ask': 'Bitte teilen Sie mir die Entscheidung mit, oder was meiner Meldung fehlt.',
  },
} satisfies Same<typeof En>
