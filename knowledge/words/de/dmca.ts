import type { dmca as En } from '../en/dmca.ts'
import type { Same } from '../words.ts'

export const dmca = {
  title: 'Amerikanisches Urheberrecht: 17 U.S.C. 512',
  gives:
    'Wer die Rechte an einem Bild hat, kann es entfernen lassen. Ein Selfie gehört der Person, die es aufgenommen hat.',
  exposes:
    'Name und Kontakt gehen oft an die Person, die das Bild veröffentlicht hat. Sie können auch veröffentlicht werden, etwa von Lumen. Ein anderes Gesetz, oder eine Organisation im eigenen Namen, zeigt weniger.',
  because: 'Es kommt zuletzt, denn es zeigt den Namen oft der Person, die das Bild veröffentlicht hat.',
  rule: 'Dieses Gesetz nennt keine Zahl von Stunden oder Tagen. Es sagt: zügig („expeditiously“).',
  questions: {
    'dmca.signature':
      'Wie lautet Ihr voller Name? Er steht als Unterschrift unter dem Brief, und andere können ihn lesen.',
    'dmca.signature.minor':
      'Welche erwachsene Person unterschreibt für dich? Andere können den Namen lesen. Lass deinen eigenen Namen weg.',
    'dmca.signature.parent':
      'Wie lautet Ihr voller Name? Andere können ihn lesen. Lassen Sie den Namen Ihres Kindes weg.',
    'dmca.signature.agent': 'Wie lautet der volle Name der Person, die unterschreibt? Andere können ihn lesen.',
    'dmca.contact':
      'Wie sind Sie erreichbar? Dieses Gesetz verlangt das. Die Person, die das Bild veröffentlicht hat, kann es lesen.',
    'dmca.contact.minor':
      'Wie ist die erwachsene Person erreichbar, die unterschreibt? Die Person, die das Bild veröffentlicht hat, kann es lesen.',
    'dmca.contact.parent': 'Wie sind Sie erreichbar? Die Person, die das Bild veröffentlicht hat, kann es lesen.',
    'dmca.contact.agent':
      'Wie ist die Person erreichbar, die unterschreibt? Die Person, die das Bild veröffentlicht hat, kann es lesen.',
    'dmca.owner':
      'Haben Sie das Bild selbst aufgenommen, oder haben Sie die Rechte daran? Sonst ist dieses Gesetz nicht anwendbar.',
    'dmca.owner.minor':
      'Ist es sicher, dass die Rechte an dem Bild dir oder der erwachsenen Person gehören? Sonst ist dieses Gesetz nicht anwendbar.',
    'dmca.owner.agent': 'Hat die Person, für die Sie handeln, die Rechte an dem Bild?',
    'dmca.owner.parent': 'Hat Ihr Kind die Rechte an dem Bild, oder haben Sie sie?',
    'dmca.exposure':
      'Name und Kontakt in diesem Brief können an die Person gehen, die das Bild veröffentlicht hat, und veröffentlicht werden. Sind Sie damit einverstanden?',
    'dmca.exposure.parent':
      'Name und Kontakt in diesem Brief können an die Person gehen, die das Bild veröffentlicht hat, und veröffentlicht werden. Sind Sie damit einverstanden?',
    'dmca.exposure.agent':
      'Name und Kontakt in diesem Brief können an die Person gehen, die das Bild veröffentlicht hat, und veröffentlicht werden. Sind Sie damit einverstanden?',
    'dmca.exposure.minor':
      'Name und Kontakt in diesem Brief können an die Person gehen, die das Bild veröffentlicht hat, und veröffentlicht werden. Bist du damit einverstanden?',
    'dmca.accuracy':
      'Stimmt, was dieser Brief sagt? Er sagt es unter der Strafandrohung des Meineids: Ein falscher Eid ist strafbar.',
    'dmca.accuracy.parent':
      'Stimmt, was dieser Brief sagt? Er sagt es unter der Strafandrohung des Meineids: Ein falscher Eid ist strafbar.',
    'dmca.accuracy.agent':
      'Stimmt, was dieser Brief sagt? Er sagt es unter der Strafandrohung des Meineids: Ein falscher Eid ist strafbar.',
    'dmca.accuracy.minor':
      'Stimmt, was dieser Brief sagt? Die erwachsene Person erklärt es unter der Strafandrohung des Meineids: Ein falscher Eid ist strafbar.',
  },
  gaps: {
    'dmca.signature': 'Ihr Name',
    'dmca.signature.minor': 'Name der erwachsenen Person, die unterschreibt',
    'dmca.signature.parent': 'Ihr Name',
    'dmca.signature.agent': 'Name der Person, die unterschreibt',
    'dmca.contact': 'Ihre Anschrift, Telefonnummer und E-Mail-Adresse',
    'dmca.contact.minor': 'Anschrift, Telefonnummer und E-Mail-Adresse der erwachsenen Person, die unterschreibt',
    'dmca.contact.parent': 'Ihre Anschrift, Telefonnummer und E-Mail-Adresse',
    'dmca.contact.agent': 'Anschrift, Telefonnummer und E-Mail-Adresse der Person, die unterschreibt',
    'dmca.owner': 'zu bestätigen: wer die Rechte an dem Bild hat',
    'dmca.exposure': 'zu bestätigen: dass dieser Brief weitergegeben und veröffentlicht werden kann',
    'dmca.accuracy': 'zu bestätigen: die Erklärung unter der Strafandrohung des Meineids',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Erinnern, oder ein anderes Gesetz nehmen',
      what: 'Ein kurzer zweiter Brief. Nach einer Gegenmitteilung kann das Bild nach 10 bis 14 Arbeitstagen zurückkommen. Die anderen Gesetze bleiben.',
    },
  },
  letter: {
    subject: 'Mitteilung einer behaupteten Rechtsverletzung, 17 U.S.C. 512 (Aktenzeichen {reference})',
    title: 'Mitteilung einer behaupteten Rechtsverletzung',
    law: 'US-amerikanisches Gesetz, 17 U.S.C. 512(c)(3)',
    material: 'Das Material, das entfernt oder gesperrt werden soll:',
    work: 'Das geschützte Werk ist das dort sichtbare Foto oder Video selbst. Es ist privat; eine Kopie ist nicht beigefügt.',
    owner: 'Ich habe dieses Werk geschaffen oder habe die ausschließlichen Rechte daran.',
    'owner.agent':
      'Die Person, für die ich handle, hat dieses Werk geschaffen oder hat die ausschließlichen Rechte daran.',
    'owner.minor': 'Die Person, für die ich handle, hat die ausschließlichen Rechte an diesem Werk, oder ich habe sie.',
    'owner.minor.agent':
      'Die Person, für die ich handle, hat dieses Werk geschaffen oder hat die ausschließlichen Rechte daran.',
    remove: 'Bitte entfernen Sie dieses Material zügig oder sperren Sie den Zugang dazu.',
    receipt: 'Bitte bestätigen Sie den Eingang und teilen Sie mir mit, wann es entfernt ist.',
    goodFaith:
      'Ich bin in gutem Glauben der Überzeugung, dass diese Nutzung des Materials weder von der Person, die das Urheberrecht innehat, noch von ihrer Vertretung oder vom Gesetz erlaubt ist.',
    accuracy:
      'Die Angaben in dieser Mitteilung sind richtig. Unter der Strafandrohung des Meineids erkläre ich, dass ich ein ausschließliches Recht innehabe, das verletzt sein soll, oder befugt bin, für die Person zu handeln, die es innehat.',
    exposure:
      'Ich weiß, dass diese Mitteilung weitergegeben werden kann. Bitte veröffentlichen Sie meinen Namen und meine Kontaktdaten nicht.',
    contact: 'Kontakt: {answer}',
    signature: '/s/ {answer}',
    'reminder.subject': 'Zweiter Brief, behauptete Rechtsverletzung (Aktenzeichen {reference})',
    'reminder.title': 'Zweiter Brief zur Mitteilung einer behaupteten Rechtsverletzung',
    'reminder.law': 'US-amerikanisches Gesetz, 17 U.S.C. 512(c)(3)',
    'reminder.still': 'Das Material ist weiterhin zu sehen.',
    'reminder.ask':
      'Bitte entfernen Sie es nun, oder teilen Sie mir genau mit, was meiner Mitteilung fehlt (512(c)(3)(B)).',
  },
} satisfies Same<typeof En>
