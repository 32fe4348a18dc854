import type { be39bis as En } from '../en/be39bis.ts'
import type { Same } from '../words.ts'

export const be39bis = {
  title: 'Droit belge : le procureur du Roi (Code d’instruction criminelle, article 39bis)',
  gives:
    'Après une plainte à la police, le parquet peut faire conserver l’image comme preuve et la faire rendre inaccessible.',
  exposes:
    'La police et le parquet ont les coordonnées par la plainte. Cette lettre n’en ajoute aucune. La police peut dire qui pourra lire une plainte plus tard.',
  because: 'Il faut d’abord une plainte à la police, et c’est le parquet qui décide du rythme.',
  rule: 'Cette loi ne fixe pas de délai. Le parquet décide. Un rappel vient après deux semaines ; c’est notre rappel.',
  questions: {
    'be39bis.complaint':
      'Quel est le numéro de la plainte (procès-verbal) ? Il figure sur le papier que vous avez reçu. Le jour de la plainte suffit aussi.',
    'be39bis.complaint.minor':
      'Quel est le numéro de la plainte (procès-verbal) ? Il figure sur le papier que tu as reçu. Le jour de la plainte suffit aussi.',
    'be39bis.complaint.parent':
      'Quel est le numéro de la plainte (procès-verbal) ? Il figure sur le papier que vous avez reçu. Le jour de la plainte suffit aussi.',
    'be39bis.complaint.agent': 'Quel est le numéro de la plainte (procès-verbal) ? Le jour de la plainte suffit aussi.',
  },
  gaps: {
    'be39bis.complaint': 'numéro ou jour de la plainte',
    'be39bis.complaint.minor': 'numéro ou jour de la plainte',
    'be39bis.complaint.parent': 'numéro ou jour de la plainte',
    'be39bis.complaint.agent': 'numéro ou jour de la plainte',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Demander où en est la demande',
      what: 'Une courte lettre demande au parquet ce qui a été décidé, avec le numéro de la plainte.',
    },
  },
  letter: {
    subject: 'Demande fondée sur l’article 39bis, § 6, plainte à la police (référence {reference})',
    title: 'Demande visant à rendre inaccessibles des images intimes',
    law: 'Article 39bis, § 6, du Code d’instruction criminelle belge',
    complaint: 'Une plainte a été déposée à la police. Numéro ou date du procès-verbal : {answer}',
    what: 'Il s’agit d’une image ou d’une vidéo intime. Elle me montre. Je n’ai pas consenti à sa diffusion.',
    'what.parent':
      'Il s’agit d’une image ou d’une vidéo intime. Elle montre mon enfant. Il n’y a eu aucun consentement à sa diffusion.',
    'what.agent':
      'Il s’agit d’une image ou d’une vidéo intime. Elle montre une personne pour laquelle j’agis. Cette personne n’a pas consenti à sa diffusion.',
    'what.minor':
      'Il s’agit d’une image ou d’une vidéo intime de moi, à caractère sexuel ou de nudité. J’avais moins de 18 ans lorsqu’elle a été réalisée.',
    'what.minor.parent':
      'Il s’agit d’une image ou d’une vidéo intime de mon enfant, à caractère sexuel ou de nudité. Mon enfant avait moins de 18 ans lorsqu’elle a été réalisée.',
    'what.minor.agent':
      'Il s’agit d’une image ou d’une vidéo intime d’une personne pour laquelle j’agis, à caractère sexuel ou de nudité. Cette personne avait moins de 18 ans lorsqu’elle a été réalisée.',
    offence:
      'Sa diffusion est une infraction, par exemple selon l’article 136 du Code pénal (loi du 29 février 2024). Pour des faits antérieurs, voir l’ancien article 417/9.',
    'offence.minor':
      'Sa diffusion est une infraction, par exemple selon les articles 143, 144 et 170 à 174 du Code pénal (loi du 29 février 2024).',
    spreading: 'Tant que le contenu reste visible à cet endroit, le dommage continue.',
    preserve: 'Je vous demande de faire d’abord conserver les données à titre de preuve.',
    remove:
      'Je vous demande ensuite d’ordonner à quiconque en a les moyens de rendre le contenu inaccessible, comme l’article 39bis, § 6, le permet au procureur du Roi.',
    answer:
      'Je vous demande de me faire connaître votre décision, par l’intermédiaire de la police ou à l’adresse indiquée dans la plainte.',
    sender: 'Les coordonnées de la personne concernée figurent dans la plainte. Cette lettre ne les répète pas.',
    'reminder.subject': 'Rappel : demande fondée sur l’article 39bis, § 6, plainte à la police (référence {reference})',
    'reminder.title': 'Demande visant à rendre inaccessibles des images intimes : état d’avancement',
    'reminder.law': 'Article 39bis, § 6, du Code d’instruction criminelle belge',
    'reminder.still': 'Le contenu est toujours visible.',
    'reminder.ask':
      'Je vous demande de faire conserver les données à titre de preuve et de faire rendre le contenu inaccessible.',
  },
} satisfies Same<typeof En>
