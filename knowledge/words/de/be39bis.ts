import type { be39bis as En } from '../en/be39bis.ts'
import type { Same } from '../words.ts'

export const be39bis = {
  title: 'Belgisches Recht: der Prokurator des Königs (Strafprozessgesetzbuch, Artikel 39bis)',
  gives:
    'Nach einer Anzeige bei der Polizei kann die Staatsanwaltschaft das Bild als Beweis sichern und unzugänglich machen lassen.',
  exposes:
    'Polizei und Staatsanwaltschaft haben die Angaben aus der Anzeige. Dieser Brief fügt keine hinzu. Die Polizei kann sagen, wer eine Anzeige später lesen darf.',
  because: 'Zuerst braucht es eine Anzeige bei der Polizei, und die Staatsanwaltschaft bestimmt, wie schnell es geht.',
  rule: 'Dieses Gesetz nennt keine Frist. Die Staatsanwaltschaft entscheidet. Nach zwei Wochen kommt eine Erinnerung; sie ist unsere eigene.',
  questions: {
    'be39bis.complaint':
      'Welche Nummer hat die Anzeige (Protokoll)? Die Nummer steht auf dem Papier, das Sie bekommen haben. Der Tag der Anzeige genügt auch.',
    'be39bis.complaint.minor':
      'Welche Nummer hat die Anzeige (Protokoll)? Die Nummer steht auf dem Papier, das du bekommen hast. Der Tag der Anzeige genügt auch.',
    'be39bis.complaint.parent':
      'Welche Nummer hat die Anzeige (Protokoll)? Die Nummer steht auf dem Papier, das Sie bekommen haben. Der Tag der Anzeige genügt auch.',
    'be39bis.complaint.agent': 'Welche Nummer hat die Anzeige (Protokoll)? Der Tag der Anzeige genügt auch.',
  },
  gaps: {
    'be39bis.complaint': 'Nummer oder Tag der Anzeige',
    'be39bis.complaint.minor': 'Nummer oder Tag der Anzeige',
    'be39bis.complaint.parent': 'Nummer oder Tag der Anzeige',
    'be39bis.complaint.agent': 'Nummer oder Tag der Anzeige',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Nach dem Stand fragen',
      what: 'Ein kurzer Brief fragt die Staatsanwaltschaft, was entschieden wurde, mit der Nummer der Anzeige.',
    },
  },
  letter: {
    subject: 'Antrag nach Artikel 39bis § 6, Anzeige bei der Polizei (Aktenzeichen {reference})',
    title: 'Antrag, intime Bilder unzugänglich zu machen',
    law: 'Artikel 39bis § 6 des belgischen Strafprozessgesetzbuches',
    complaint: 'Bei der Polizei wurde Anzeige erstattet. Nummer oder Datum des Protokolls: {answer}',
    what: 'Es handelt sich um ein intimes Bild oder Video. Darauf bin ich zu sehen. Ich habe in die Verbreitung nicht eingewilligt.',
    'what.parent':
      'Es handelt sich um ein intimes Bild oder Video. Darauf ist mein Kind zu sehen. Eine Einwilligung in die Verbreitung gab es nicht.',
    'what.agent':
      'Es handelt sich um ein intimes Bild oder Video. Darauf ist eine Person zu sehen, für die ich handle. Diese Person hat in die Verbreitung nicht eingewilligt.',
    'what.minor':
      'Es handelt sich um ein intimes Bild oder Video von mir, mit Nacktheit oder sexuellem Inhalt. Ich war bei der Aufnahme unter 18 Jahre alt.',
    'what.minor.parent':
      'Es handelt sich um ein intimes Bild oder Video mit Nacktheit oder sexuellem Inhalt, von meinem Kind, das bei der Aufnahme unter 18 Jahre alt war.',
    'what.minor.agent':
      'Es handelt sich um ein intimes Bild oder Video mit Nacktheit oder sexuellem Inhalt, von einer Person, für die ich handle und die bei der Aufnahme unter 18 Jahre alt war.',
    offence:
      'Die Verbreitung ist strafbar, zum Beispiel nach Artikel 136 des Strafgesetzbuches (Gesetz vom 29. Februar 2024). Für frühere Taten siehe den früheren Artikel 417/9.',
    'offence.minor':
      'Die Verbreitung ist strafbar, zum Beispiel nach den Artikeln 143, 144 und 170 bis 174 des Strafgesetzbuches (Gesetz vom 29. Februar 2024).',
    spreading: 'Solange der Inhalt dort zu sehen ist, dauert der Schaden an.',
    preserve: 'Ich bitte Sie, die Daten zuerst als Beweis sichern zu lassen.',
    remove:
      'Danach bitte ich Sie anzuordnen, dass alle, die dazu in der Lage sind, den Inhalt unzugänglich machen, wie es Artikel 39bis § 6 dem Prokurator des Königs erlaubt.',
    answer:
      'Bitte teilen Sie mir Ihre Entscheidung mit, über die Polizei oder an die in der Anzeige angegebene Anschrift.',
    sender: 'Die Angaben zur betroffenen Person stehen in der Anzeige. Dieser Brief wiederholt sie nicht.',
    'reminder.subject': 'Erinnerung: Antrag nach Artikel 39bis § 6, Anzeige bei der Polizei (Aktenzeichen {reference})',
    'reminder.title': 'Antrag, intime Bilder unzugänglich zu machen: Stand der Dinge',
    'reminder.law': 'Artikel 39bis § 6 des belgischen Strafprozessgesetzbuches',
    'reminder.still': 'Der Inhalt ist weiterhin zu sehen.',
    'reminder.ask': 'Ich bitte Sie, die Daten als Beweis sichern und den Inhalt unzugänglich machen zu lassen.',
  },
} satisfies Same<typeof En>
